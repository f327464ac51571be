/**
 * A committee of an invented city (白鳥浜市) with everything a report prints: 3 items, points with child lines and
 * cities, meetings with fuzzy dates, members, and a draft of 60 clauses with tables and citations.
 */
import type { ClauseContent, Inline } from '../../../db/domain/clause-content.ts';
import { numberClauses } from '../../../db/domain/numbering.ts';
import type { Item, Point } from '../../../electron/contract/board.ts';
import type { CitationTarget, Clause } from '../../../electron/contract/drafts.ts';
import type { MeetingSummary, Member } from '../../../electron/contract/meetings.ts';
import type { ReportSource } from '../../../electron/services/reports/report-source.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

type PointSeed = { kind: Point['kind']; text: string; cities?: string[]; children?: [string, string[]][]; reason?: string };

const SEEDS: { title: string; points: PointSeed[] }[] = [
  {
    title: '図書館と公民館の役割、互いの連携',
    points: [
      { kind: 'viewpoint', text: '歩いて行ける距離に、調べ、学び、集まる場があること' },
      { kind: 'viewpoint', text: '限られた人員と財源の中で、サービスの質を保ち続けること' },
      { kind: 'viewpoint', text: '子ども・高齢者・外国につながる市民など、誰もが使いやすいこと' },
      { kind: 'issue', text: '図書館と公民館が同じ講座を別々に開き、日程の調整もされていない。' },
      { kind: 'issue', text: '分館の職員が1人の日は、調べものの相談を受けられない。' },
      { kind: 'issue', text: '公民館の図書室の蔵書が、図書館の検索システム（OPAC）に載っていない。', reason: '令和9年度の機器更新に合わせて検討するため' },
      { kind: 'example', text: '図書館と公民館の窓口を一つにまとめ、開館時間を午後8時まで延長', cities: ['藤波市'] },
      { kind: 'example', text: '司書が公民館を巡回し、週1回の相談日を設置', cities: ['桐原市', '弓ヶ浜市'] },
      { kind: 'example', text: '地区ごとに講座の企画会議を開き、図書館・公民館・学校が年間の計画を共有する仕組みを構築（計画は前年度の10月までに取りまとめ、市のホームページで公表）', cities: ['白糸町'] },
    ],
  },
  {
    title: '施設の老朽化への対応、再編の考え方',
    points: [
      { kind: 'viewpoint', text: '将来の人口と財政を見通し、無理なく維持できる規模とすること' },
      { kind: 'viewpoint', text: '災害時の避難所としての役割を損なわないこと' },
      { kind: 'issue', text: '築40年を超える施設が12館中7館あり、修繕が追いついていない。' },
      { kind: 'issue', text: '利用の少ない時間帯の部屋が空いたままになっている。' },
      { kind: 'issue', text: '統合の基準が示されておらず、地域ごとに受け止めが分かれる。' },
      { kind: 'issue', text: '髙齢者の移動手段が限られ、統合後の施設まで行けない地区がある。' },
      { kind: 'example', text: '利用状況と建物の状態から施設を4つに分け、方向性を公表', cities: ['瑞穂野市'] },
      { kind: 'example', text: '施設の再編', children: [['小学校の余裕教室へ公民館を移し、夜間は地域が管理', ['青柳市']], ['統合後も送迎の車を週3日運行', ['汐入市', '飛鳥川市']]] },
    ],
  },
  {
    title: '市民の参加と運営の担い手',
    points: [
      { kind: 'viewpoint', text: '市民が運営に関わり、育てていく施設であること' },
      { kind: 'issue', text: '運営審議会の委員が長く替わらず、若い世代の声が届かない。' },
      { kind: 'issue', text: 'ボランティアの登録者数が5年で半減した。' },
      { kind: 'example', text: '中高生による運営会議を置き、予算の一部の使い道を任せる', cities: ['大楠市'] },
      { kind: 'example', text: '運営を市民の団体に委ね、評価を毎年公表', cities: ['弓ヶ浜市', '鷹取市'] },
    ],
  },
];

const items: Item[] = [];
const points: Point[] = [];

SEEDS.forEach((seed, i) => {
  const itemId = `item-${i}`;
  const counts: Record<string, number> = {};
  for (const { kind, text, cities = [], children = [], reason = '' } of seed.points) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    const id = `${itemId}-${kind}-${counts[kind]}`;
    const base: Point = {
      id, itemId, kind, number: CIRCLED.charAt((counts[kind] ?? 1) - 1), text, parentId: null, cities, reason,
      state: null, linkedIds: [], notes: 0, citations: [], hasSource: true, vanished: false,
    };
    points.push(base, ...children.map(([childText, childCities], c) => ({ ...base, id: `${id}-${c}`, number: '', text: childText, cities: childCities, parentId: id })));
  }
  const of = (kind: string) => points.filter((point) => point.itemId === itemId && point.kind === kind && point.parentId === null).length;
  items.push({ id: itemId, number: `(${i + 1})`, title: seed.title, viewpoints: of('viewpoint'), issues: of('issue'), examples: of('example'), openIssues: 0, answeredIssues: 0, reasonedIssues: 0 });
});

const text = (value: string): Inline => ({ t: 'text', text: value });
const cite = (targetId: string): Inline => ({ t: 'cite', targetId });
const say = (...runs: (string | Inline)[]): ClauseContent => ({ form: 'runs', runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)) });

type ClauseSeed = [Clause['kind'], number, ClauseContent, boolean?];

const head = (...names: string[]) => names.map((name) => ({ header: true, colspan: 1, rowspan: 1, runs: [text(name)] }));
const row = (...cells: string[]) => cells.map((cell) => ({ header: false, colspan: 1, rowspan: 1, runs: [text(cell)] }));

const CLAUSES: ClauseSeed[] = [
  ['heading', 1, say('はじめに'), false],
  ['paragraph', 0, say('白鳥浜市の図書館と公民館は、昭和40年代から50年代にかけて各地区に置かれ、学びと集いの場として市民に親しまれてきました。一方で、建物の老朽化が進み、人口の減少や暮らし方の変化により、求められる役割も変わりつつあります。')],
  ['paragraph', 0, say('この基本方針は、白鳥浜市社会教育施設在り方検討会での審議を踏まえ、今後10年を見通した施設の在り方と、その実現に向けた取組の方向性を示すものです。')],
  ['heading', 1, say('策定の趣旨')],
  ['heading', 2, say('策定の目的')],
  ['paragraph', 0, say('本市では、平成14年に策定した生涯学習推進計画に基づき、', { t: 'text', text: '地区ごとに特色のある施設運営', bold: true }, 'を進めてきました。しかし、12館のうち7館が築40年を超え、修繕に要する費用は年々増えています。', cite('item-1-issue-1'), 'このため、施設の役割を改めて整理し、限られた人員と財源の中で質を保ち続けるための考え方を定めます。', cite('item-0-viewpoint-2'))],
  ['heading', 2, say('方針の位置付け')],
  ['paragraph', 3, say('この方針は、総合計画の分野別の方針として位置付け、公共施設等総合管理計画と整合を図ります。')],
  ['paragraph', 3, say('計画の期間は、令和9年度から令和18年度までの10年間とし、5年を経た時点で見直します。')],
  ['paragraph', 4, say('見直しに当たっては、市民の意見を聴きます。')],
  ['paragraph', 4, say('社会情勢が大きく変わったときは、期間の途中でも改めます。')],
  ['heading', 2, say('これまでの取組と成果')],
  ['paragraph', 0, say('これまでの主な取組と成果は、次の表のとおりです。')],
  ['table', 0, {
    form: 'table',
    caption: '主な取組と成果',
    rows: [
      head('年度', '取組', '成果', '残された課題'),
      row('平成26年度', '分館の開館時間を統一', '平日の利用者が前年度比で8%増', '夜間の職員配置'),
      [{ header: false, colspan: 1, rowspan: 2, runs: [text('平成29年度')] }, ...row('講座の共同企画を試行', '3地区で延べ420人が参加', '日程の調整')],
      row('公民館図書室の整理', '蔵書約1万2千冊を更新', '検索システムへの登録'),
      row('令和3年度', '施設予約の電子化', '予約の7割が電子申請に移行', '高齢者への支援'),
      [{ header: false, colspan: 1, rowspan: 1, runs: [text('令和5年度')] }, { header: false, colspan: 3, rowspan: 1, runs: [text('施設の健全度調査を実施し、結果を公表（全12館）')] }],
    ],
  }],
  ['heading', 1, say('図書館と公民館の役割')],
  ['heading', 2, say('役割分担の考え方')],
  ['paragraph', 3, say('図書館は、市民の調べものと読書を支え、地域の記録を集めて残すことを役割とします。', cite('item-0-issue-2'), cite('item-0-example-2'))],
  ['paragraph', 3, say('公民館は、市民が集い、学び合い、地域の課題をともに考える場を開くことを役割とします。', cite('item-0-viewpoint-1'))],
  ['paragraph', 4, say('講座の企画は、地区ごとに図書館・公民館・学校が集まる会議で調整します。', cite('item-0-issue-1'), cite('item-0-example-3'), cite('note-1'))],
  ['paragraph', 4, say('会議の記録は公表し、ほかの地区が参考にできるようにします。')],
  ['paragraph', 5, say('記録には、決まったことと、決まらなかったことの両方を書きます。')],
  ['paragraph', 5, say('公表は、会議の日から30日以内とします。')],
  ['heading', 2, say('窓口の連携')],
  ['paragraph', 0, say('窓口の連携として、次のことに取り組みます。')],
  ['bullet', 0, say('図書館の本の予約と受取りを、すべての公民館でできるようにします。')],
  ['bullet', 0, say('公民館の講座の申込みを、図書館の窓口でも受け付けます。')],
  ['bullet', 0, say('司書が公民館を巡回し、相談の日を設けます。', cite('item-0-example-2'))],
  ['heading', 2, say('情報の共有')],
  ['paragraph', 3, say('公民館図書室の蔵書は、機器の更新に合わせて検索の対象に加えます。')],
  ['paragraph', 3, say('利用者の登録は、一枚の利用者カードで両方の施設を使えるものに改めます。')],
];

// Chapters of the same build, so that the draft has the length of a real one.
for (const [chapter, sections] of [
  ['施設の再編', ['再編の考え方', '建物の状態に応じた対応', '移動の手段の確保']],
  ['市民の参加と運営', ['運営審議会の見直し', '担い手の育成']],
  ['進め方', ['年度ごとの工程', '評価と公表']],
] as const) {
  CLAUSES.push(['heading', 1, say(chapter)]);
  sections.forEach((section, i) => {
    CLAUSES.push(['heading', 2, say(section)]);
    CLAUSES.push(['paragraph', 3, say(`「${section}」に当たっては、利用の状況、建物の状態、地区の人口の見通しを同じ様式で示し、市民と共有した上で判断します。判断の過程は記録し、後から確かめられるようにします。`, ...(i === 0 ? [cite('item-1-issue-3'), cite('item-1-example-1')] : []))]);
    CLAUSES.push(['paragraph', 3, say(`取組の時期は、前期（令和9年度～令和13年度）と後期（令和14年度～令和18年度）に分け、${section}に関する工程を毎年度公表します。`, ...(i === 1 ? [cite('item-1-example-2'), cite('note-2')] : []))]);
    CLAUSES.push(['paragraph', 4, say('前期は、対話と試行に重きを置きます。')]);
  });
}
CLAUSES.push(['paragraph', 0, say('この方針に定めるもののほか、必要な事項は別に定めます。', cite('item-2-issue-2'))]);

const numbers = numberClauses(CLAUSES.map(([kind, level, , numbered = true]) => (kind === 'bullet' || level === 0 || !numbered ? null : level)));
const clauses: Clause[] = CLAUSES.map(([kind, level, content, numbered = true], i) => ({
  id: `clause-${i}`, kind, level, numbered, content, number: numbers[i]?.label ?? '', label: numbers[i]?.path ?? '',
}));

for (const clause of clauses) {
  const cited = clause.content.form === 'runs' ? clause.content.runs.flatMap((run) => (run.t === 'cite' ? [run.targetId] : [])) : [];
  for (const point of points) {
    if (cited.includes(point.id)) point.citations.push({ draftId: 'draft-1', clauseId: clause.id, label: clause.label });
  }
}
for (const point of points) {
  if (point.kind === 'issue') point.state = point.citations.length > 0 ? 'answered' : point.reason === '' ? 'open' : 'reasoned';
}

const KIND_NAMES = { viewpoint: '視点', issue: '課題', example: '事例' } as const;
const targets: CitationTarget[] = [
  ...points.map((point) => ({ id: point.id, kind: point.kind, label: `${KIND_NAMES[point.kind]}${point.number}`, text: point.text, cities: point.cities, itemId: point.itemId, exists: true })),
  { id: 'note-1', kind: 'note', label: '森本委員 第2回', text: '講座の日程が重なり、同じ人が両方に出られない。早い段階で調整してほしい。', cities: [], itemId: null, exists: true },
  { id: 'note-2', kind: 'note', label: '髙橋委員 第3回', text: '建物の話だけでなく、そこまで行けるかどうかを先に考えるべきだ。', cities: [], itemId: null, exists: false },
];

const meeting = (id: string, label: string, dateRaw: string, topics: string): MeetingSummary => ({
  id, label, dateRaw, start: null, end: null, precision: 'none', dateFlag: null, topics, agendaItems: 0, notes: 0,
});

export const members: Member[] = [
  { id: 'm1', name: '石渡 千尋', affiliation: '白鳥浜大学 教授', field: '社会教育', role: 'chair' },
  { id: 'm2', name: '森本 一樹', affiliation: '白鳥浜市自治会連合会 副会長', field: '地域', role: 'vice-chair' },
  { id: 'm3', name: '髙橋 りん', affiliation: '公募', field: '市民', role: 'member' },
  { id: 'm4', name: '山﨑 浩', affiliation: '白鳥浜商工会議所 専務理事', field: '経済', role: 'member' },
  { id: 'm5', name: '生涯学習課', affiliation: '', field: '', role: 'secretariat' },
];

export const source: ReportSource = {
  committee: { name: '白鳥浜市社会教育施設在り方検討会', municipality: '白鳥浜市', purpose: '図書館及び公民館の今後の在り方について、審議を求める。' },
  items,
  points,
  meetings: [
    meeting('mt1', '第1回検討会', 'R8.5.14', '諮問、審議事項とスケジュールの確認、現状の説明'),
    meeting('mt2', '第2回検討会', 'R8.7 下旬', '審議事項(1)の検討'),
    meeting('mt3', '第3回検討会', 'R8.9 中旬～下旬', '審議事項(2)・(3)の検討\n中間の取りまとめ'),
    meeting('mt4', '市民ワークショップ', 'R8.11 上旬', '3地区で開催'),
    meeting('mt5', '第4回検討会', '令和9年2月をめど', '基本方針（素案）の検討、答申'),
  ],
  members,
  papers: [
    { id: 'p1', sha256: '0'.repeat(64), title: '社会教育施設の現状', label: '資料1', fileName: 'genjo.txt', characters: 4000, importedAt: '2026-05-01T00:00:00.000Z', kind: 'working-paper', municipality: '', replacedBy: null, cited: false },
    { id: 'p2', sha256: '1'.repeat(64), title: '審議事項の検討に向けて', label: '資料2', fileName: 'kento.txt', characters: 8000, importedAt: '2026-05-01T00:00:00.000Z', kind: 'working-paper', municipality: '', replacedBy: null, cited: false },
  ],
  draft: {
    draft: { id: 'draft-1', title: '社会教育施設の在り方に関する基本方針', edition: 'rough', clauses: clauses.length, characters: 5000 },
    clauses,
    targets,
  },
};

export const options = { date: '令和8年9月18日', paperNumber: '資料2', createdAt: '2026-09-18T01:00:00.000Z' };

/** The source with its draft repeated until it has about that many clauses, for measuring. */
export function longSource(count: number): ReportSource {
  const draft = source.draft;
  if (draft === null) return source;
  const repeated = Array.from({ length: count }, (_, i) => draft.clauses[i % draft.clauses.length]).filter((clause) => clause !== undefined);
  return { ...source, draft: { ...draft, clauses: repeated } };
}
