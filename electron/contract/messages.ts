import { dateReasonInJapanese } from './date-reason.ts';
import type { ErrorCode } from './errors.ts';

export type Language = 'ja' | 'en';
type Detail = Readonly<Record<string, string | number>>;
type Sentence = (detail: Detail) => string;

const named = (detail: Detail, ja: boolean) =>
  detail['file'] === undefined ? (ja ? 'このファイル' : 'this file') : ja ? `「${detail['file']}」` : `“${detail['file']}”`;

/** What a person reads for each refusal: what is wrong, then what to do. */
const MESSAGES: Record<ErrorCode, Record<Language, Sentence>> = {
  'bad-input': {
    ja: (d) => `入力の形が正しくありません${d['field'] ? `（${d['field']}）` : ''}。内容を確かめて、もう一度お試しください。`,
    en: (d) => `The input is not of the expected form${d['field'] ? ` (${d['field']})` : ''}. Check it and try again.`,
  },
  'unknown-operation': {
    ja: (d) => `「${d['name'] ?? ''}」という操作はありません。審議帳を最新の版に入れ替えてください。`,
    en: (d) => `There is no operation “${d['name'] ?? ''}”. Update Shingicho.`,
  },
  'forbidden-sender': {
    ja: () => '審議帳の画面以外からの操作は受け付けません。審議帳を開き直してください。',
    en: () => 'Only Shingicho’s own window may do this. Reopen Shingicho.',
  },
  internal: {
    ja: (d) => `思わぬ不具合が起きました（${d['cause'] ?? '原因不明'}）。入力済みの内容は保存されています。審議帳を開き直し、続くときは事務局の担当者へお知らせください。`,
    en: (d) => `Something unexpected went wrong (${d['cause'] ?? 'unknown cause'}). What you entered is saved. Reopen Shingicho, and report it if it happens again.`,
  },
  'not-found': {
    ja: () => '対象が見つかりません。ほかの操作で消された可能性があります。元に戻す（Ctrl Z）か、一覧から選び直してください。',
    en: () => 'It is no longer there; another action may have removed it. Undo (Ctrl Z) or choose it again from the list.',
  },
  'nothing-to-undo': { ja: () => '元に戻せる操作はありません。', en: () => 'There is nothing to undo.' },
  'nothing-to-redo': { ja: () => 'やり直せる操作はありません。', en: () => 'There is nothing to redo.' },
  'invalid-date': {
    ja: (d) => `「${d['raw'] ?? ''}」は日付として読めません${d['reason'] ? `（${dateReasonInJapanese(String(d['reason']))}）` : ''}。「H26.8 下旬」「令和8年5月14日」のように書き直してください。`,
    en: (d) => `“${d['raw'] ?? ''}” cannot be read as a date${d['reason'] ? ` (${d['reason']})` : ''}. Write it like H26.8 下旬 or 令和8年5月14日.`,
  },
  'committee-name-taken': {
    ja: (d) => `「${d['name'] ?? ''}」という検討会はもうあります。別の名前を付けてください。`,
    en: (d) => `There is already a committee named “${d['name'] ?? ''}”. Choose another name.`,
  },
  'paper-empty': {
    ja: (d) => `${named(d, true)}には文字がありません。中身のあるファイルを選んでください。`,
    en: (d) => `There is no text in ${named(d, false)}. Choose a file with content.`,
  },
  'paper-binary': {
    ja: (d) => `${named(d, true)}は文字のファイルではありません。壊れているか、名前と違う種類のファイルです。元のソフトで開き、.docx・.xlsx・.pdf・.txt のどれかで保存し直してください。`,
    en: (d) => `${named(d, false)} is not a text file: it is damaged, or not what its name says. Open it where it was made and save it as .docx, .xlsx, .pdf or .txt.`,
  },
  'paper-too-large': {
    ja: (d) => `${named(d, true)}は大きすぎます（${d['size'] ?? '?'}、上限 ${d['limit'] ?? '?'}）。資料を分けて取り込んでください。`,
    en: (d) => `${named(d, false)} is too large (${d['size'] ?? '?'}, limit ${d['limit'] ?? '?'}). Split the paper and import the parts.`,
  },
  'paper-unknown-format': {
    ja: (d) => `${named(d, true)}の形式は取り込めません。Word（.docx）、PDF、Excel（.xlsx）、CSV、HTML、テキスト（.txt .md）のどれかにしてください。`,
    en: (d) => `The format of ${named(d, false)} cannot be imported. Choose a .docx, .pdf, .xlsx, .csv, .html, .txt or .md file.`,
  },
  'paper-unreadable-encoding': {
    ja: (d) => `${named(d, true)}の文字コードを判別できません。UTF-8 か Shift_JIS で保存し直してください。`,
    en: (d) => `The character encoding of ${named(d, false)} cannot be told. Save it as UTF-8 or Shift_JIS.`,
  },
  'paper-nothing-recognised': {
    ja: (d) => `${named(d, true)}からは審議事項・視点・課題・取組・会議を読み取れませんでした。「【課題】」や「①」の見出しがあるか確かめるか、新しい検討会を作って手で入力してください。`,
    en: (d) => `No items, viewpoints, issues, examples or meetings were recognised in ${named(d, false)}. Check that it has headings such as 【課題】 and markers such as ①, or start a new committee and enter them by hand.`,
  },
  'paper-not-staged': {
    ja: (d) => `${named(d, true)}の読み取り結果がなくなりました。もう一度ファイルを選んでください。`,
    en: (d) => `The reading of ${named(d, false)} is gone. Choose the file again.`,
  },
  'no-such-paper': {
    ja: (d) => `差し替える資料「${d['file'] ?? ''}」がありません。題名・資料番号・ファイル名のどれかで指定してください${d['names'] ? `（今あるのは ${d['names']}）` : ''}。`,
    en: (d) => `There is no paper “${d['file'] ?? ''}” to replace. Name it by title, number or file name${d['names'] ? ` (there are ${d['names']})` : ''}.`,
  },
  'paper-damaged': {
    ja: (d) => `${named(d, true)}は壊れていて開けません。元のソフトで開いて保存し直すか、もう一度受け取り直してください。`,
    en: (d) => `${named(d, false)} is damaged and cannot be opened. Open it where it was made and save it again, or get it anew.`,
  },
  'paper-protected': {
    ja: (d) => `${named(d, true)}にはパスワードがかかっています。パスワードを外して保存し直してから取り込んでください。`,
    en: (d) => `${named(d, false)} is protected by a password. Save it without the password and import it again.`,
  },
  'paper-unpacks-too-large': {
    ja: (d) => `${named(d, true)}は開くと大きくなりすぎるため、取り込みを止めました。資料を分けて保存し直してください。`,
    en: (d) => `${named(d, false)} grows too large when it is unpacked, so it was not read. Save it in parts.`,
  },
  'paper-only-pictures': {
    ja: (d) => `${named(d, true)}には文字の情報がなく、紙を写した画像だけです。文字認識（OCR）をかけた PDF か、元の Word ファイルを使ってください。`,
    en: (d) => `${named(d, false)} holds only pictures of pages and no text. Use a PDF with recognised text (OCR), or the original Word file.`,
  },
  'paper-old-format': {
    ja: (d) => `${named(d, true)}は古い形式（.doc・.xls・.rtf・一太郎など）です。元のソフトで開き、文書は .docx、表は .xlsx で保存し直してから取り込んでください。`,
    en: (d) => `${named(d, false)} is of an old format (.doc, .xls, .rtf or the like). Open it where it was made and save it as .docx, or a sheet as .xlsx.`,
  },
  'paper-too-intricate': {
    ja: (d) => `${named(d, true)}は表や枠の入れ子が深すぎて読み取れません。元のソフトで入れ子を減らして保存し直すか、文字だけを .txt で保存してください。`,
    en: (d) => `Tables or boxes in ${named(d, false)} are nested too deeply to be read. Nest them less and save it again, or save its text as .txt.`,
  },
  'paper-too-slow': {
    ja: (d) => `${named(d, true)}の読み取りが進まなくなったため、止めました。元のソフトで保存し直すか、資料を分けてください。`,
    en: (d) => `Reading ${named(d, false)} made no progress and was stopped. Save it again where it was made, or split it.`,
  },
  'paper-reader-failed': {
    ja: (d) => `${named(d, true)}を読み取る途中で読み取り機能が止まりました。帳簿は無事です。元のソフトで保存し直してから、もう一度お試しください。`,
    en: (d) => `The reader broke off while reading ${named(d, false)}. Your records are safe. Save the file again where it was made and try once more.`,
  },
  'paper-reading-stopped': {
    ja: (d) => `${named(d, true)}の読み取りを取りやめました。`,
    en: (d) => `Reading ${named(d, false)} was stopped.`,
  },
  'file-not-found': {
    ja: (d) => `${named(d, true)}が見つかりません。場所と名前を確かめてください。`,
    en: (d) => `${named(d, false)} was not found. Check its place and name.`,
  },
  'file-not-readable': {
    ja: (d) => `${named(d, true)}を開けません。読み取りの権限を確かめてください。`,
    en: (d) => `${named(d, false)} cannot be opened. Check its permissions.`,
  },
  'file-not-writable': {
    ja: (d) => `${named(d, true)}へ書き込めません。別のフォルダーを選ぶか、ほかのソフトで開いていれば閉じてください。`,
    en: (d) => `${named(d, false)} cannot be written. Choose another folder, or close it in other software.`,
  },
  'disk-full': {
    ja: (d) => `空き容量が足りず${d['file'] ? `「${d['file']}」を` : ''}書き込めません。不要なファイルを消すか、別の場所を選んでください。保存済みの内容は失われていません。`,
    en: (d) => `There is not enough space to write${d['file'] ? ` “${d['file']}”` : ''}. Free some space or choose another place. Nothing saved was lost.`,
  },
  'unknown-export-format': {
    ja: (d) => `「${d['file'] ?? ''}」の種類では書き出せません。名前の終わりを .docx、.pdf、.md のどれかにしてください。`,
    en: (d) => `“${d['file'] ?? ''}” is of no kind that can be written. End the name in .docx, .pdf or .md.`,
  },
  'store-locked': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」は、ほかの審議帳が使っています。そちらを閉じてから開き直してください。`,
    en: (d) => `The store “${d['file'] ?? ''}” is in use by another Shingicho. Close it and try again.`,
  },
  'store-newer': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」は新しい版の審議帳で作られています。審議帳を最新の版に入れ替えてください。帳簿には手を加えていません。`,
    en: (d) => `The store “${d['file'] ?? ''}” was made by a newer Shingicho. Update Shingicho; the store was not touched.`,
  },
  'store-damaged': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」が壊れているため開けません。元のファイルは${d['kept'] ? `「${d['kept']}」として` : 'そのまま'}残してあります。控え（backups フォルダー）から戻すか、事務局の担当者へお知らせください。`,
    en: (d) => `The store “${d['file'] ?? ''}” is damaged and cannot be opened. The original is kept${d['kept'] ? ` as “${d['kept']}”` : ' as it is'}. Restore a copy from the backups folder or ask for help.`,
  },
  'store-no-backup': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」の控えに、開けるものがありません。壊れた帳簿はそのまま残してあります。別の端末や USB メモリーに写しがないか確かめ、事務局の担当者へお知らせください。`,
    en: (d) => `No backup of the store “${d['file'] ?? ''}” can be opened. The damaged store is kept as it is. Look for a copy on another machine or USB stick, and ask for help.`,
  },
  'store-not-writable': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」へ書き込めません。フォルダーの権限を確かめてください。`,
    en: (d) => `The store “${d['file'] ?? ''}” cannot be written. Check the folder’s permissions.`,
  },
  'store-migration-failed': {
    ja: (d) => `帳簿「${d['file'] ?? ''}」を新しい形へ移せませんでした。元の帳簿はそのまま残っています。事務局の担当者へお知らせください。`,
    en: (d) => `The store “${d['file'] ?? ''}” could not be upgraded. It is left as it was. Please report this.`,
  },
  'print-unavailable': {
    ja: () => 'PDF を作る部品（Chromium）が見つかりません。.docx で書き出すか、Chromium を入れてからお試しください。',
    en: () => 'The part that makes PDFs (Chromium) was not found. Export as .docx, or install Chromium and try again.',
  },
  'print-failed': {
    ja: (d) => `PDF を作れませんでした${d['cause'] ? `（${d['cause']}）` : ''}。もう一度お試しになるか、.docx で書き出してください。`,
    en: (d) => `The PDF could not be made${d['cause'] ? ` (${d['cause']})` : ''}. Try again, or export as .docx.`,
  },
  'nothing-to-report': {
    ja: () => '書き出す内容がまだありません。審議事項や方針案を入力してから書き出してください。',
    en: () => 'There is nothing to export yet. Enter items or a draft first.',
  },
  'committee-ambiguous': {
    ja: (d) => `検討会を一つに決められません。--committee で名前を指定してください${d['names'] ? `（${d['names']}）` : ''}。`,
    en: (d) => `Which committee is meant is not clear. Name it with --committee${d['names'] ? ` (${d['names']})` : ''}.`,
  },
};

/** The sentence for a refusal, in the user's language. */
export function messageFor(code: ErrorCode, detail: Detail = {}, language: Language = 'ja'): string {
  return MESSAGES[code][language](detail);
}
