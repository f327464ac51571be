export const HELP = `審議帳（コマンドライン）

使い方
  npm run -s shingicho -- import ファイル [--store 帳簿] [--committee 検討会] [--json]
      資料を読み取る。--store があれば帳簿に取り込む（検討会の名前は資料の題名。--committee で変えられる）。
      --json は読み取った内容をそのまま書き出す。
  npm run -s shingicho -- date [--json]
      標準入力の日付を一行ずつ読む。--json は一行が {"raw": "H26.8 下旬", "context": {…}} の形。
  npm run -s shingicho -- report 書類 --store 帳簿 --out ファイル.docx|.pdf|.md [--committee 検討会] [--date 日付] [--number 資料番号]
      書類は working-paper（審議資料）か basic-policy（基本方針）。
  npm run -s shingicho -- search 文字 --store 帳簿 [--committee 検討会] [--json]
      記録と資料のすべてから探す。
  npm run -s shingicho -- --help

終了コード
  0 できた　1 断った（理由は標準エラー出力の一行）　2 使い方の誤り
`;
