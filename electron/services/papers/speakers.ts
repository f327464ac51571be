const POST = '(?:会長|副会長|会長代理|委員長|副委員長|委員長代理|座長|副座長|部会長|議長|委員|事務局|市長|副市長|区長|[^\\s　（）()：:、。]{0,6}(?:課長|部長|局長|室長|係長|主幹|参事)|オブザーバー|参考人|説明員|(?:学識)?経験者|町長|村長|教育長|傍聴者|参加者)';
const NAME = '[^\\s　：:。、「」（）()【】]{0,6}?';
const SPEAKER = `(${NAME}${POST}(?:代理)?[A-ZＡ-Ｚ]?(?:[（(][^（()）]{1,10}[）)])?)`;

/** Who speaks only in minutes, where nothing else is so called: 「館長」「犬飼氏」「3番（青木君）」「受託事業者」「委員１」「犬飼 花子委員」. */
const IN_MINUTES = [
  `[^\\s　（）()：:、。「」]{0,6}(?:館長|所長|校長|園長|院長|次長|課長補佐|主査|主任|係員|担当者?|主事|教授|理事長|事務長)`,
  `${NAME}[一-龠々ヶァ-ヴーA-ZＡ-Ｚ](?:氏|様|さん|君|先生)`, '[0-9０-９]{1,2}番(?:議員|委員)?', '有識者|専門家|アドバイザー|コンサルタント|受託(?:事業)?者|ファシリテーター|司会|進行|傍聴人|(?:委員)?全員|(?:委員)?一同|各委員|(?:発言者|出席者)(?=[A-ZＡ-Ｚ])',
  `[一-龠々ヶ]{1,4}[ 　][一-龠々ヶぁ-んァ-ヴー]{1,5}${POST}`, `${NAME}${POST}(?:代理)?[0-9０-９①-⑳]{1,2}`,
].map((who) => `(?:${who})`).join('|');
const ANYBODY = `((?:${SPEAKER.slice(1, -1)}|(?:${IN_MINUTES})[A-ZＡ-Ｚ]?(?:[（(][^（()）]{1,12}[）)])?))`;

const introduced = (speaker: string) => [
  new RegExp(`^${speaker}[ 　]*[：:][ 　]*(.+)$`, 's'),
  new RegExp(`^[（(【［[<＜〈]${speaker}[）)】］\\]>＞〉][ 　]*(.+)$`, 's'),
  new RegExp(`^${speaker}[ 　]*「(.+)」$`, 's'),
  new RegExp(`^${speaker}(?:　+| {2,})(\\S.*[。」）])$`, 's'),
];
/** The ways a paper marks a speaker: 「会長：」「（山本委員）」「【事務局】」「<座長>」「森委員「…」」, and a full-width space. */
const FORMS = introduced(SPEAKER);
/** Minutes have two more: 「会長－…」「会長）…」. */
const MINUTES_FORMS = [
  ...introduced(ANYBODY),
  new RegExp(`^${ANYBODY}[ 　]*(?:[－―—–‐-]{1,2}|[）)])[ 　]*(.+)$`, 's'),
];

const ALONE = new RegExp(`^(?:[（(【［[<＜〈])?${ANYBODY}(?:[）)】］\\]>＞〉])?[：:]?$`);

/** 「出席委員」 counts or lists those who are there. */
const ATTENDANCE = /(?:出席|欠席)(?:した)?(?:委員|者|オブザーバー|説明員)/;

/** Whether a line of minutes names a speaker and nothing else: 「海野会長」「【事務局】」. */
export function isSpeaker(line: string): boolean {
  return line.length <= 30 && ALONE.test(line) && !ATTENDANCE.test(line);
}

/**
 * Reads who speaks in a line.
 * @param text with its list marker off.
 * @param within of minutes, where more words name a speaker than elsewhere.
 * @returns the speaker as printed and the words; null where the line names none.
 */
export function readSpeaker(text: string, within: 'minutes' | 'any' = 'any'): { speaker: string; text: string } | null {
  const head = text.slice(0, 40);
  if (!/[：:（(【［[<＜〈「　]|  /.test(head) && (within === 'any' || !/[）)－―—–‐-]/.test(head))) return null;
  for (const form of within === 'minutes' ? MINUTES_FORMS : FORMS) {
    const match = form.exec(text);
    if (match?.[1] && match[2] && !ATTENDANCE.test(match[1])) return { speaker: match[1], text: match[2] };
  }
  return null;
}

/** 「会　長　　本日は…」「事 務 局：…」「会　　長　　…」: the name spaced out letter by letter, to the width of its column. */
export const SPACED = /^(\S([ 　]{1,4})\S(?:\2\S){0,3})(?:[ 　]{2,}|[ 　]*[：:][ 　]*)(?=\S)/;

/** Closes up the spaced name in front of what is said. */
export const closedSpeaker = (text: string): string => text.replace(SPACED, (whole, name: string) => name.replace(/[ 　]/g, '') + whole.slice(name.length));

/** 「産業振興課」「市」: an office that answers for the city; words that name any office, or the one in charge, are labels. */
const OFFICE = /^(?!(?:担当|所管|主管|関係|実施|各|他|本|同|当)(?:課|室|部|局|係)?)(?:市|区|町|村|県|教育委員会|[^\s　（）()：:、。「」]{1,10}(?:課|室|局|部|係|センター|事務所|支所))(?:[（(][^（()）]{1,10}[）)])?$/;

/** Whether a word names an office that may speak in minutes; elsewhere such a word with a colon behind it is a label. */
export function isOffice(word: string): boolean {
  return OFFICE.test(word);
}
