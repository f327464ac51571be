export const HELP = `審議帳（コマンドライン）

使い方
  npm run -s shingicho -- import ファイル [--store 帳簿] [--committee 検討会 | --library] [--city 市] [--replaces 資料] [--kind 種類] [--print ファイル.docx|.pdf|.md] [--json]
      資料（.docx・.pdf・.xlsx・.csv・.html・.txt・.md、64 MB まで）を読み取る。--store があれば帳簿に取り込む（検討会の名前は資料の題名。--committee で変えられる）。
      --library は事例集（他都市の資料）へ入れる。市の名前が資料に無ければ --city 市の名前 で付ける。
      --replaces 資料 は、その資料（題名・資料番号・ファイル名のどれか）を新しい版に差し替える。メモやリンクは残る。
      --kind は資料の種類を決めて読む（minutes 会議録、agenda 次第、member-list 名簿、schedule 日程、public-comment 意見の結果、indicators 指標など）。
      --print は読み取った記録から、同じ様式の資料を作り直してファイルに書く。
      --json は読み取った内容をそのまま書き出す。気を付けること（隠し文字、画像だけのページなど）は標準エラー出力に書く。
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
