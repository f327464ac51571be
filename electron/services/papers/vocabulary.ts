import type { RecordKind } from '../../contract/recognised.ts';

/** What a section of a paper holds: records of one kind, meetings or members, or nothing to be read (contents, contact, the papers handed out). */
export type SectionKind = RecordKind | 'members' | Unread;
type Unread = 'contents' | 'contact' | 'handouts';

export const isUnread = (kind: SectionKind | null): kind is Unread => kind === 'contents' || kind === 'contact' || kind === 'handouts';

/**
 * The words by which municipal papers name their sections. A Japanese compound is named by its last word
 * (「移行後の課題」 is a 課題), so a term is looked for at the end of a heading, the longest first.
 * A row with `of` only counts where one of those words stands before it (他都市の|取組).
 */
type Row = { kind: SectionKind; terms: readonly string[]; of?: readonly string[] };

const OTHER_CITIES = [
  '他都市', '他市', '他の市', '他の都市', '他県', '他の県', '他府県', '他都道府県', '他町', '他の町', '県内外', '他の指定都市', '他指定都市', '他自治体', '他の自治体', '他団体', '他の団体', '他事業体', '他の事業体', '他事業者', '他地域', '他の地域', '他校', '他の政令', '他政令', '先進', '先行', '類似', '近隣', '各市', '各都市', '各自治体', '全国',
  '県内市', '政令指定都市の', '政令指定都市における', '政令市の', '政令市における', '中核市', '参考',
];

const ROWS: readonly Row[] = [
  { kind: 'viewpoint', terms: ['視点', '観点', '着眼点', '論点', '検討のポイント'] },
  { kind: 'issue', terms: ['課題', '問題点', '問題', '懸念事項', '課題認識'] },
  { kind: 'example', terms: ['取組', '取組例', '事例', '例', '状況', '動向', '検討', '進め方', '施策', '対応', '比較', '現状', '実施状況', '都市'], of: OTHER_CITIES },
  { kind: 'example', terms: ['事例', '取組事例', '参考例', '他都市', '他市', '先進都市'] },
  {
    kind: 'policy_direction',
    terms: [
      '取組方針', '方針', '方向性', '方向', '考え方', '将来像', '目指す姿', 'めざす姿', 'あるべき姿', '目標像', '姿', '役所像', '区役所像', '都市像', '基本姿勢', '理念', '基本理念', '目標',
    ],
  },
  { kind: 'policy_direction', terms: ['像'], of: ['めざす', '目指す', 'あるべき', '望ましい', '期待される'] },
  // How a plan is carried on is policy too.
  { kind: 'policy_direction', terms: ['進行管理', '進捗管理', '推進に向けて', '実現に向けて', '推進に当たって', '推進にあたって', '推進と評価', '体制と評価', '体制及び評価', '運営体制', '方針の見直し', '計画の見直し', 'プランの見直し', '指標の見直し', '目標値の見直し', '施策の方向性', '施策の方向', '取組の方向性', '計画の進め方', 'プランの進め方', '改革の進め方', '取組の進め方'] },
  // 「市の役割」 in a policy is what the city is to do; 【役割】 alone is a row of a table about a body.
  { kind: 'policy_direction', terms: ['の役割'] },
  { kind: 'background', terms: ['姿', '像', '計画', '取組'], of: ['目指した', 'めざした', '目指してき', 'めざしてき', 'これまでの', '従来の'] },
  { kind: 'measure', terms: ['取組', '取組の方向', '取組項目', '実施概要', '取組概要', '事業概要', '実施内容', '取組内容', '施策', '対策', '事業', '事業内容', '事業の内容', '取組の内容', '進め方', '機能再編', '強化策', '支援策', '方策', '行動', '行動内容', 'つの柱', 'アクション', '具体策', 'プロジェクト', '取組の柱', '改革の柱', '施策の展開', '取組の展開', '事業の展開', '施策の内容'] },
  { kind: 'outcome', terms: ['成果', '効果', '実績', '取組結果', '修正点', '変更点', '修正箇所', '変更箇所', '修正内容'] },
  { kind: 'schedule', terms: ['までの経過', 'までの経緯', 'までの流れ', 'までの歩み', 'までの道のり'], of: ['策定', '改定', '制定', '答申', '決定', '公表'] },
  { kind: 'background', terms: [ '背景', '前文', '経緯', '経過', '現状', '状況', '状況変化', '状況の変化', '前提', '位置付け', '位置づけ', 'はじめに', '概要', '期間'] },
  { kind: 'purpose', terms: ['目的', '趣旨', 'ねらい', '狙い', '設置目的'] },
  { kind: 'opinion', terms: ['意見', '市民の声', 'たちの声', '者の声', '様の声', '保護者の声', '御意見', 'ご意見', '提案', '要望', '検討結果'] },
  { kind: 'response', terms: ['市の考え方', '本市の考え方', '回答', '対応方針'] },
  { kind: 'statement', terms: ['会議の内容', '会議内容', '会議の経過', '議事の内容', '議事の経過', '議事要旨', '議事録', '会議録', '議事の要旨', '発言', '主な発言', '質疑応答', '質疑', '意見交換'] },
  { kind: 'decision', terms: ['決定事項', '確認事項', '合意事項', '決まったこと', '決まった事項', '会議の結果', '協議の結果', '審議の結果', '会議結果', '協議結果', '審議結果'] },
  { kind: 'agenda', terms: ['次第', '議題', '議事', '会議次第'] },
  {
    kind: 'schedule',
    terms: [
      'スケジュール', '審議スケジュール', '検討スケジュール', '開催スケジュール', '会議スケジュール', '日程', '日程案', '開催経過', '検討経過', '審議経過', '策定経過', '策定の経過', '検討の経過', '審議の経過', '開催状況',
      '開催予定', '予定', '今後の予定', '今後の流れ', '策定時期', '公表時期', '今後の進め方', '検討の進め方', '審議の進め方', '会議の進め方', '審議予定', '審議日程', '会議日程', '年間予定', '工程',
      '開催日時・場所',
    ],
  },
  {
    kind: 'deliberation_item',
    terms: [
      '審議事項', '諮問事項', '検討事項', '協議事項', '審議項目', '検討項目', '検討の項目', '審議の項目', '審議テーマ', '検討テーマ', '審議内容', '諮問内容', '諮問の内容', '審議の対象', '検討の対象',
      '諮る事項', '所掌事務', '所掌事項', '会議の任務', '委員会の任務', ...['審議', '検討', '協議', '議論'].flatMap((act) => [
        'していただきたい', 'いただきたい', 'していただく', 'いただく', 'する', 'をお願いする', 'を行う', 'すべき',
      ].flatMap((wish) => ['事項', '項目', 'こと'].map((noun) => act + wish + noun))),
    ],
  },
  { kind: 'members', terms: ['委員構成', '委員名簿', '構成員', '委員一覧', '名簿', '構成員名簿', '委員'] },
  { kind: 'actor', terms: ['推進体制', '検討体制', '実施体制', '庁内体制', '役割分担', '実施主体', '実施機関', '連携機関', '取組の担い手', '取組主体', '所管', '所管課', '担当課', '参加者'] },
  { kind: 'contents', terms: ['目次', 'もくじ'] },
  { kind: 'handouts', terms: ['配布資料', '配付資料', '会議資料', '配布物', '配付物'] },
  { kind: 'contact', terms: ['お問合せ', 'お問い合わせ', '問合せ先', '問い合わせ先', 'お問合せ先', 'お問い合わせ先', '連絡先'] },
];

/** Longer lines are no headings. */
const LONGEST_HEADING = 100;

/** 〈第4章1関連〉: a heading that points to a clause names a subject. */
export const CLAUSE_REFERENCE = /[<〈＜][^<>〈〉＜＞]*関連[>〉＞]$/;

type Term = { kind: SectionKind; term: string; of: readonly string[] | null };

const TERMS: readonly Term[] = ROWS.flatMap(({ kind, terms, of }) => terms.map((term) => ({ kind, term: plain(term), of: of?.map(plain) ?? null })))
  .toSorted((a, b) => Number(b.of !== null) - Number(a.of !== null) || b.term.length - a.term.length);

/** What may follow the naming word without changing what the section holds. */
const TAILS =
  /(?:等|など|について|一覧|一覧表|表|の概要|の素案|の整理|の総括|のまとめ|の紹介|\([^()]{1,14}\)|[<〈].*[>〉]|[:：]|[0-9]{1,2})$/;
/** What may stand before it. */
const HEADS = new RegExp(`^(?:${[
  '主な', 'おもな', '主要な', '具体的な', '想定される', '今後の', '現在の', '本市の', '本市における', '当市の', '基本的な', '基本的', '基本',
  '委員からの', '委員の', '市民からの', '出された', '検討の', '検討に当たっての', '検討にあたっての', '検討会の', '検討会における', '審議の', '審議に当たっての', '現状と', '現状及び', '現状・', 'これまでの',
  '各', '関連する', '参考となる', 'いただいた', '主な御', '背景と', '背景及び', '背景・', '成果と', '評価と',
].join('|')})+`);

/** What the word of a numbered subject says of all below it: 視点1, 課題２. */
export function subjectKind(sign: string | null): SectionKind | null {
  const word = /^[【〔［<〈＜《]?(?:検討の|基本)?(視点|課題)[ 　]*[0-9０-９①-⑳Ⅰ-Ⅵ]/.exec(sign ?? '')?.[1];
  return word === '視点' ? 'viewpoint' : word === '課題' ? 'issue' : null;
}

/** Letters as the vocabulary has them: widths unified, 取り組み and 取組み as 取組, spaces out. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s]/g, '').replace(/取り?組み?(?![めむ])/g, '取組').replace(/^[「『【《〈<[〔(]([^「」()]*)[」』】》〉>\]〕)]$/, '$1');
}

function stem(text: string): string {
  let name = plain(text);
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(TAILS, '');
  }
  return name;
}

/**
 * The kind of records a section holds, told by the last word of its heading.
 * @param heading the heading's text without its marker.
 * @returns the kind, or null where the heading names a subject (窓口の在り方), not a kind.
 */
export function sectionKind(heading: string): SectionKind | null {
  if (heading.length > LONGEST_HEADING || CLAUSE_REFERENCE.test(heading)) return null;
  const name = stem(heading);
  const kind = TERMS.find(({ term, of }) => name.endsWith(term) && (of === null || of.some((word) => name.slice(0, -term.length).includes(word))))?.kind ?? null;
  // 「役割分担の整理」 is something to be done, and names nobody.
  return kind === 'actor' && plain(heading).endsWith('の整理') ? null : kind;
}

/**
 * The kind a line names when it is nothing but a section name (「課題」「現状と課題」「他市の事例」); null for a phrase that
 * merely ends in one. Such a line is a heading even without any mark.
 */
export function sectionName(line: string): SectionKind | null {
  if (line.length > LONGEST_HEADING) return null;
  const name = stem(line);
  if (name.length < 2 || name.length > 16) return null;
  const bare = name.replace(HEADS, '');
  const found = TERMS.find(({ term, of }) => {
    if (of === null) return bare === term || name === term;
    return name.endsWith(term) && of.some((word) => name.startsWith(word)) && name.length <= term.length + 9;
  });
  return found?.kind ?? (/^[^0-9月日をがはに]{0,8}(?:スケジュール|日程|予定)案?$/.test(name) ? 'schedule' : null);
}

/** A sentence that says what is to be done from now on is a direction, whatever section it closes. */
export function isDirection(sentence: string): boolean {
  return /^(?:[^、。]{1,30}(?:向けて|に当たり|に当たって|にあたり|にあたって)、)?(?:今後|これから)/.test(sentence) && INTENDED.test(sentence) && !PROCEDURE.test(sentence);
}

/** 「…の上、基本方針を策定してまいります」 says how the paper itself comes about. */
const PROCEDURE = /(?:方針|計画|プラン|ビジョン|戦略|大綱|構想|答申|最終案)を(?:策定|作成|決定|取りまとめ|とりまとめ)[^、。]{0,8}。?$/;

const INTENDED =
  /(?:図|進め|目指|めざ|取り組|推進|整備|実現|構築|策定|見直|再編|充実|拡充|強化|転換|移行|支援|縮減)[^、。]{0,8}。?$/;

/** What a sentence says by its last words, where no heading does. */
const SENTENCES: readonly (readonly [RecordKind, RegExp])[] = [
  ['schedule', /^次回(?:会議|開催)?(?:は|の|[（(])/],
  ['issue', /(?:課題|必要)(?:である|です|だ|(?:が|も)(?:ある|あり|残)[^、。]{0,6}|とな[^、。]{0,8}|な[^、。]{1,8}(?:が|も)あ(?:る|ります))。?$/],
  ['measure', new RegExp(
    '(?:図|進め|行|取り組|努め|高め|広げ|設け|結び|結|進|改め|始め|続け|つなげ|向け|目指|めざ)(?:る|う|む|す|ります|います|みます|します|ます|こととする|こととします|ものとする|ものとします)。$|' +
    '(?:推進|整備|実施|検討|支援|強化|充実|拡充|構築|活用|提供|導入|配置|開催|促進|改善|見直|点検|公表|確保|育成|設置|調査|報告|検証|評価|補助|配備|集約|統合|協議)(?:する|します|し(?:て(?:いく|いきます|まいります)|ます)|すこととする)。$',
  )],
];

/** 「…します。」「…とします。」: what will be done, not how things are (しています, されます, あります). */
export function isPromise(sentence: string): boolean {
  return kindOfSentence(sentence) === 'measure' || ACT.test(sentence) || /(?<!てい|され|られ|なり|あり|おり|でき|思い|考え|言え|とれ|かかり)ます。?$/.test(sentence);
}

/** 「…を策定する。」: an act, and not a state or a change that comes about. */
const ACT = /(?<=[一-龠]{2})(?<!増加|減少|低下|不足|推移|該当|存在|意味|点在|上昇|拡大|縮小|発生|集中|直面|進行|老朽化|超過|関係|共通|影響)する。?$/;

/** The kind a sentence tells by how it ends: what is lacking, or what is to be done; null for a statement of how things are. */
export function kindOfSentence(sentence: string): RecordKind | null {
  return SENTENCES.find(([, form]) => form.test(sentence))?.[0] ?? null;
}

/** 「本計画は、…を定めるものです。」 says what a paper is for. */
export function isPurpose(sentence: string): boolean {
  return /^(?:本|この)資料は、.*を目的と(?:する|します|している|しています)。$/.test(sentence) || /^(?:本|この)(?:[^、。]{0,10}(?:計画|プラン|方針|指針|ビジョン|大綱|構想|プログラム|戦略|検討|見直し)|条例)は、.*(?:(?:もの|こととする|位置付けます|位置づけます)(?:です|である|とする|とします)?|を目的と(?:する|します|している|しています))。$/.test(sentence);
}

/** 「令和6年度から令和9年度まで」, with or without 計画期間 before it. */
export function isPeriod(text: string, heading: string): boolean {
  const named = /期間(?:等|など)?$/.test(heading) || /^[^\s、。：:]{0,8}期間(?:は、?|[：:]|[ 　]+)/.test(text);
  return named && /[0-9０-９元一二三四五六七八九十][）)]?年/.test(text) && text.length <= 80;
}

/** 現状, 取組 and the like at the end of a phrase say little inside a section that has said more. */
export function yieldsTo(own: SectionKind, outer: SectionKind | null): boolean {
  if (own === 'actor') return outer === 'policy_direction' || outer === 'measure';
  return own === 'measure' ? outer === 'policy_direction' || outer === 'background' || outer === 'example' : own === 'background' && outer === 'issue';
}

/** 「成果と課題」 names two kinds: it says what stands right below it, and nothing of the sections within it. */
export function isMixed(heading: string): boolean {
  return /(?:成果|効果|評価|実績|取組)(?:と|及び|・|、)(?:課題|問題点)/.test(plain(heading));
}
