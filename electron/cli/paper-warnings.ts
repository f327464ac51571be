import type { PaperWarning } from '../contract/papers.ts';

const SENTENCES: Record<PaperWarning['code'], (warning: PaperWarning) => string> = {
  'pages-without-text': ({ pages = [] }) => `${pages.join('・')} ページには文字の情報がなく、紙を写した画像だけです。文字認識（OCR）をかけた PDF か、元のファイルがあれば、そちらを取り込んでください。`,
  'tracked-changes': ({ count = 0 }) => `変更履歴が ${count} か所残っています。削除された文は読み取りに入れていません。`,
  'hidden-left-out': ({ count = 0 }) => `隠してある文字・行・列・シートが ${count} か所あります。本文には残しましたが、読み取りには含めていません。`,
  'letters-unreadable': ({ count = 0 }) => `読めない文字が ${count} 字あります。元のファイルと見比べてください。`,
};

/** What a person should know of a file that was read nonetheless, one sentence each. */
export const warningSentences = (warnings: readonly PaperWarning[]): string[] => warnings.map((warning) => SENTENCES[warning.code](warning));
