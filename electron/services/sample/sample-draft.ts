import type { TableCell } from '../../../db/domain/clause-content.ts';
import type { ClauseKind } from '../../../db/domain/words.ts';

/** What a line of the sample draft is, as the editor's forms of clauses. */
const FORMS = {
  front: { kind: 'heading', level: 1, numbered: false },
  chapter: { kind: 'heading', level: 1, numbered: true },
  section: { kind: 'heading', level: 2, numbered: true },
  clause: { kind: 'paragraph', level: 3, numbered: true },
  sub: { kind: 'paragraph', level: 4, numbered: true },
  text: { kind: 'paragraph', level: 0, numbered: false },
  bullet: { kind: 'bullet', level: 1, numbered: false },
  table: { kind: 'table', level: 0, numbered: false },
} as const satisfies Record<string, { kind: ClauseKind; level: number; numbered: boolean }>;

/** A line: its form, its text, and what it cites: a point 「(1)課題②」 or a note by its name. The line of the table is its caption. */
export type SampleLine = readonly [form: keyof typeof FORMS, text: string, ...cites: string[]];

export const formOf = (line: SampleLine) => FORMS[line[0]];

export const SAMPLE_DRAFT_TITLE = 'みなみ野市区役所等の在り方に関する基本方針';

const cells = (texts: readonly string[], header: boolean): TableCell[] =>
  texts.map((text, column) => ({ header: header || column === 0, colspan: 1, rowspan: 1, runs: [{ t: 'text', text }] }));

export const SAMPLE_TABLE: TableCell[][] = [
  cells(['事務', '区役所', '支所', '本庁'], true),
  cells(['届出と証明', '全ての届出、証明書の交付', '証明書の交付、届出の取次ぎ', '様式と手順の統一、電子申請の運営'], false),
  cells(['道路や公園の小さな修繕', '受付、現場の確認、実施', '受付', '基準の作成、業者との契約の枠組み'], false),
  cells(['福祉の相談', '専門の相談、支援の計画', '最初の相談、区役所への引継ぎ', '相談員の研修、関係機関との協定'], false),
  cells(['地域の活動の支援', '相談の受付、助成の審査', '活動の場の提供', '助成の制度、区をまたぐ活動の調整'], false),
];

export const SAMPLE_DRAFT: readonly SampleLine[] = [
  ['front', 'はじめに'],
  ['text', 'みなみ野市区役所等の在り方検討会は、令和8年5月に市長から諮問を受け、区役所、支所及び本庁の役割について審議を重ねてきた。この素案は、第3回までの審議を踏まえ、基本方針の骨格となる考え方を示すものである。'],
  ['text', '今後、市民ワークショップで寄せられる意見を加え、基本方針（案）としてまとめる。'],

  ['chapter', '方針の目的と期間'],
  ['section', '目的'],
  ['clause', 'この方針は、市民が身近な場所で必要な支えを得られるよう、区役所、支所及び本庁が担う役割と、その役割を果たすための体制を定める。'],
  ['clause', '区役所は、届出を受け付ける場から、暮らしの相談を受け、地域の活動を支える場へと重心を移していく。', '(3)視点③'],
  ['section', '期間と見直し'],
  ['clause', '期間は、令和9年度から令和13年度までの五年間とする。'],
  ['clause', '三年目に当たる令和11年度に取組の状況を点検し、必要な見直しを行う。'],

  ['chapter', '区役所と本庁の役割'],
  ['section', '役割分担の考え方'],
  ['text', '役割を分けるに当たっては、次の考え方による。'],
  ['clause', '区役所は、市民の暮らしに最も近い場所で声を聞き、区の中で解決できる課題に自ら当たる。', '(1)視点①'],
  ['clause', '本庁は、市全体で同じ水準が求められる事務の基準を定め、区役所の工夫を支える。', '(1)視点②'],
  ['sub', '基準を定め、又は改めるときは、あらかじめ区役所の意見を聴く。', '(1)事例③'],
  ['sub', '区役所の工夫のうち、ほかの区でも役立つものは全区で共有する。'],
  ['clause', '事務ごとに、決定する者と受け付ける場所を一覧にした事務分担表を作り、市民に公開する。', '(1)課題①', '高木・一覧'],
  ['table', '主な事務の役割分担'],
  ['section', '要望が届く仕組み'],
  ['clause', '区役所が受けた要望には番号を付け、どの局で検討しているかを、区役所でも要望をした市民でも確かめられるようにする。', '(1)課題②', '(1)事例②', '森・番号'],
  ['clause', '要望を受け付ける様式は、市で一つにする。', '石田・様式'],
  ['clause', '要望を受けた局は、受け取った日から二週間以内に、扱いの見込みを区役所に知らせる。'],
  ['clause', '要望の件数と扱いは、区ごとにまとめて毎年度公表する。', '(1)視点③'],
  ['section', '照会と調査の一本化'],
  ['clause', '区と局が行う照会や調査は、年度の初めに予定を持ち寄り、重なるものを一つにまとめる。', '(1)課題③'],
  ['clause', '調査で得た資料は、個人情報を除き、全ての部署で使えるようにする。'],

  ['chapter', 'まちづくりの支援'],
  ['section', '相談先の一本化'],
  ['clause', '地域の活動についての相談は、区役所のまちづくり担当が最初に受け、公民館その他の担当へつなぐ。', '(2)課題①'],
  ['sub', '受けた相談は、担当が決まるまで、最初に受けた職員が受け持つ。', '原・相談先'],
  ['sub', '公民館の職員は、まちづくり担当を兼ねることができる。'],
  ['clause', '小学校区ごとに、地域の話し合いを手伝う担当の職員を定める。', '(2)視点①', '(2)事例①'],
  ['section', '活動への助成'],
  ['clause', '助成は、初めて取り組む団体のための枠と、三年を限度に続けられる枠の二つとする。', '(2)課題②', '(2)事例②', '西・三年目'],
  ['clause', '助成の審査に当たっては、次の点を見る。'],
  ['bullet', '地域の課題とのつながり'],
  ['bullet', '担い手を広げる工夫'],
  ['bullet', '助成が終わった後の見通し'],

  ['chapter', '窓口の在り方'],
  ['section', '区役所と支所の窓口'],
  ['clause', '区役所と支所で受け付ける手続を一覧にし、来庁の前に確かめられるようにする。', '(3)課題①'],
  ['clause', '支所で受け付けない手続についても、支所から画面を通して区役所の職員に相談できるようにする。', '川島・画面'],
  ['section', '専門の相談'],
  ['clause', '福祉、税及び住まいの相談員を二つの区が共に置き、予約により、どの区でも同じ相談を受けられるようにする。', '(3)課題②', '(3)事例④'],
  ['clause', '相談の記録の取り方を全区でそろえ、担当が替わっても同じ説明ができるようにする。', '(3)視点①'],
  ['clause', '受付に要する時間を減らし、生まれた時間を相談と地域に出る活動に充てる。', '(1)視点④'],
];

/** Why two issues are left without a clause. */
export const SAMPLE_REASONS: Readonly<Record<string, string>> = {
  '(1)課題④': '職員の異動の周期は全庁の人事制度で定める事項であるため、方針には条項を設けず、答申の附帯意見として市長に伝える。',
  '(2)課題③': '町内会への加入は住民の自主的な判断によるものであり、加入を進める条項は設けない。知らせの届け方は、令和9年度の広報計画の改定で扱う。',
};

/** Which points bear on each other. */
export const SAMPLE_LINKS: readonly (readonly [string, string])[] = [
  ['(1)課題①', '(1)事例①'], ['(1)課題①', '(1)事例③'], ['(1)課題①', '(1)視点①'],
  ['(1)課題②', '(1)事例②'], ['(1)課題②', '(1)視点③'],
  ['(1)課題③', '(1)視点②'], ['(1)課題④', '(1)事例④'], ['(1)課題④', '(1)視点④'], ['(1)課題⑤', '(1)事例⑤'],
  ['(2)課題①', '(2)事例①'], ['(2)課題①', '(2)視点①'], ['(2)課題②', '(2)事例②'], ['(2)課題②', '(2)視点③'], ['(2)課題④', '(2)事例④'],
  ['(3)課題①', '(3)事例①'], ['(3)課題①', '(3)視点②'], ['(3)課題②', '(3)事例④'], ['(3)課題②', '(3)視点①'],
  ['(3)課題③', '(3)事例③'], ['(3)課題③', '(3)視点③'], ['(3)課題④', '(3)事例⑤'],
];
