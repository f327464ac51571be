/** A text without its dress; `offsets[i]` is where character i of `text` stands in the text it came from. */
export type Squeezed = { text: string; offsets: Int32Array };

/** A half-open range of UTF-16 offsets. */
type Range = { start: number; end: number };

const LINE_DRESS = /^[\s\u3000>#|]*(?:[-*+・○●◯◎■□◆◇▪•][\s\u3000]*)*/;
/** Numbers that open a line: ①, (1), 1., ア, 第1章…; a line put in above renumbers them all and changes nothing else. */
const MARKER = /^(?:[①-⑳㉑-㉟㊱-㊿]|[（(][0-9０-９ｱ-ﾝア-ン一二三四五六七八九十]{1,3}[)）]|[0-9０-９]{1,2}(?:[.．、)）]|(?=[\s\u3000]))|[ア-ンｱ-ﾝ][\s\u3000]|第[0-9０-９一二三四五六七八九十]{1,3}[章節])/;
const DRESS = /[\s\u3000*_|\\`]|<\/?[a-z][^<>]{0,80}>|&(?:nbsp|amp|lt|gt|quot);/giy;

/**
 * Takes off a paper's text what differs between two forms of the same words: white space and line ends, Markdown and
 * tags, list marks and numbers that open a line, the width of characters. Page furniture (`without`, in order) goes too.
 */
export function squeeze(source: string, without: readonly Range[] = []): Squeezed {
  const offsets = new Int32Array(source.length * 2);
  const parts: string[] = [];
  let count = 0;
  let skip = 0;
  for (let start = 0; start <= source.length;) {
    const stop = source.indexOf('\n', start);
    const end = stop < 0 ? source.length : stop;
    while ((without[skip]?.end ?? Infinity) <= start) skip += 1;
    if ((without[skip]?.start ?? Infinity) >= end) {
      const line = source.slice(start, end);
      let at = LINE_DRESS.exec(line)?.[0].length ?? 0;
      at += MARKER.exec(line.slice(at))?.[0].length ?? 0;
      while (at < line.length) {
        DRESS.lastIndex = at;
        if (DRESS.test(line)) {
          at = DRESS.lastIndex;
          continue;
        }
        const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
        const folded = character.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
        for (let i = 0; i < folded.length && count < offsets.length; i++) offsets[count++] = start + at;
        parts.push(folded);
        at += character.length;
      }
    }
    start = end + 1;
  }
  const text = parts.join('').slice(0, count);
  return { text, offsets: offsets.slice(0, count) };
}

/** Whether two short texts say the same, white space and the width of characters apart. */
export const saysTheSame = (one: string, other: string): boolean => one === other || plain(one) === plain(other);

/** A text by what it says: without white space, width and case folded. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s\u3000]+/g, '');

/** How alike two short texts are, 0–1: the share of pairs of characters they have in common (Sørensen–Dice). */
export function alike(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(b.slice(i, i + 2), left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length - 2);
}
