const ROLE = '(?:会長|副会長|会長代理|委員長|副委員長|委員長代理|座長|副座長|部会長|議長|委員|事務局|市長|副市長|区長|[^\\s　（）()：:、。]{0,6}(?:課長|部長|局長|室長|係長|主幹|参事)|オブザーバー|参考人|説明員|(?:学識)?経験者|町長|村長|教育長|傍聴者|参加者)';
const NAME = '[^\\s　：:。、「」（）()【】]{0,6}?';
const SPEAKER = `(${NAME}${ROLE}(?:代理)?[A-ZＡ-Ｚ]?(?:[（(][^（）()]{1,10}[）)])?)`;

/** The ways minutes mark a speaker: 「会長：」「（山本委員）」「【事務局】」「<座長>」「森委員「…」」, and a full-width space. */
const FORMS = [
  new RegExp(`^${SPEAKER}[ 　]*[：:][ 　]*(.+)$`, 's'),
  new RegExp(`^[（(【［[<＜〈]${SPEAKER}[）)】］\\]>＞〉][ 　]*(.+)$`, 's'),
  new RegExp(`^${SPEAKER}[ 　]*「(.+)」$`, 's'),
  new RegExp(`^${SPEAKER}(?:　+| {2,})(.+[。」）])$`, 's'),
];

const ALONE = new RegExp(`^(?:[（(【［[<＜〈])?${SPEAKER}(?:[）)】］\\]>＞〉])?[：:]?$`);

/** Whether a line names a speaker and nothing else: 「海野会長」「【事務局】」. */
export function isSpeaker(line: string): boolean {
  return line.length <= 30 && ALONE.test(line);
}

/**
 * Reads who speaks in a line of minutes.
 * @param text with its list marker off.
 * @returns the speaker as printed and the words; null where the line names none.
 */
export function readSpeaker(text: string): { speaker: string; text: string } | null {
  const head = text.slice(0, 40);
  if (!/[：:（(【［[<＜〈「　]|  /.test(head)) return null;
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match?.[1] && match[2]) return { speaker: match[1], text: match[2] };
  }
  return null;
}
