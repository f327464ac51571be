import type { Entry, LineEntry } from '../entries.ts';

/** What a sign in front of a line of minutes says: whose side it is, or who speaks. */
export type SignedVoice = { as: 'opinion' | 'response' } | { speaker: string };

const SIGNS = '[◎○〇◯●◇◆□■△▲▽▼☆★・⇒→]';
/** 「◎会長」「○：委員」「「●」は事務局」 */
const MEANING = new RegExp(`[「『]?(${SIGNS})[」』]?[ 　]*(?:は|[：:＝=…]{1,2})?[ 　]*(副?(?:会長|委員長|座長|部会長)|議長|委員|事務局|説明員|[^\\s　、。，・：:（）()「」]{0,4}(?:課|担当))(?=[、，・）)。 　/／]|の?(?:発言|意見|説明|回答)|$)`, 'g');
/** A legend is a short line. */
const LONGEST_LEGEND = 120;
/** An arrow answers where it does so more than once. */
const FEWEST_ANSWERS = 2;

/**
 * What the signs in front of what is said stand for: by the legend of the minutes (◎会長　○委員　●事務局), or, where arrows
 * answer what a sign opens, the two sides.
 */
export function signedVoices(entries: readonly Entry[]): Map<string, SignedVoice> {
  const lines = entries.filter((entry): entry is LineEntry => entry.kind === 'line');
  const voices = new Map<string, SignedVoice>();
  for (const { line } of lines) {
    const meanings = line.text.length > LONGEST_LEGEND ? [] : [...line.text.matchAll(MEANING)];
    if (meanings.length >= 2) for (const [, sign = '', speaker = ''] of meanings) voices.set(sign, { speaker });
  }
  const marked = lines.filter(({ line, marker }) => line.hash === 0 && marker !== null);
  const asked = marked.flatMap(({ marker }, i) => (isSign(marked[i]) && marked[i + 1]?.marker?.raw === ANSWER ? [marker?.raw ?? ''] : []));
  if (asked.length < FEWEST_ANSWERS) return voices;
  for (const sign of asked) voices.set(sign, { as: 'opinion' });
  return voices.set(ANSWER, { as: 'response' });
}

const ANSWER = '→';

const isSign = (entry: LineEntry | undefined): boolean => entry?.marker !== null && new RegExp(`^${SIGNS}$`).test(entry?.marker?.raw ?? '') && entry?.marker?.raw !== ANSWER;
