const OPENING = new Set('（(「『【《〈［[〔');
const CLOSING = new Set('）)」』】》〉］]〕');
const ENDS = new Set('。．！？!?）)」』】》〉］]〕～~');

/** No sentence of a paper is longer; what seems to go on past it does not. */
export const LONGEST_SENTENCE = 2000;

/**
 * How many brackets are open at the end of a text.
 * @param before how many were open where it begins.
 */
export function openBrackets(text: string, before = 0): number {
  let depth = before;
  for (const c of text) {
    if (OPENING.has(c)) depth += 1;
    else if (depth > 0 && CLOSING.has(c)) depth -= 1;
  }
  return depth;
}

/** True where a text ends as a sentence, a quotation or a bracket does. */
export function isFinished(text: string): boolean {
  return ENDS.has(text.slice(-1));
}

/** True where a text cannot have ended: at a comma, on a particle or on a joining verb form. */
export function isMidSentence(whole: string): boolean {
  const text = whole.slice(-8);
  if (/[、，・･]$/.test(text)) return true;
  if (/(?:もの|こと|とも|ほか|何か|など|向け|まで|あり方|在り方|とは|では)$/.test(text)) return /(?:とは|では|とも|向け)$/.test(text);
  return /(?:[はがをにへのとでもやずてな]|から|より|ながら|つつ|ため|ので|たり|及び|又は|並びに|または|および|し、|っ|であり|であ|でき|する上)$/.test(text);
}

/** True where a text begins as no line begins: with a particle's comma, a closing bracket, a small kana or a long-vowel sign. */
export function isContinuing(text: string): boolean {
  return /^(?:[、。，．）)」』】》〉］\]〕ーっゃゅょぁぃぅぇぉァィゥェォッャュョをん]|の(?!り))/.test(text);
}

/** Width of a text in half columns: a kana or kanji is 2. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) < 0x100 || (text.charCodeAt(i) >= 0xff61 && text.charCodeAt(i) <= 0xff9f) ? 1 : 2;
  return width;
}

/** Puts two pieces of one sentence together; a space only between two Latin words. */
export function joined(before: string, after: string): string {
  return /[A-Za-z0-9,.;:]/.test(before.slice(-1)) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
}
