import type { RecordOf } from '../../../db/dossier/shape.ts';
import type { AttendanceState, NoteKind } from '../../../db/domain/words.ts';

/** A note: when (of the meeting's day), who (a member's family name, or a body), what, about which points 「(1)課題②」. */
export type SampleNote = {
  at: string;
  who: string;
  kind: NoteKind;
  text: string;
  about?: readonly string[];
  due?: string;
  /** The name by which a clause of the sample draft cites it. */
  name?: string;
};

export type SampleAgendaItem = { title: string; minutes: number; items?: readonly string[]; notes?: readonly SampleNote[] };

export type SampleMeeting = {
  /** The label under which the sample paper lists the meeting. */
  label: string;
  day: string;
  held: boolean;
  fields: Partial<RecordOf<'meeting'>>;
  /** Family names of those not simply present. */
  attendance: Readonly<Record<string, AttendanceState>>;
  agenda: readonly SampleAgendaItem[];
};

const ROOM = { place: 'みなみ野市役所 本庁舎3階 303会議室', startTime: '14:00', endTime: '16:00', open: true };

export const SAMPLE_MEETINGS: readonly SampleMeeting[] = [
  {
    label: '第1回検討会', day: '2026-05-14', held: true, fields: { ...ROOM, observers: 3 }, attendance: { 中村: 'late' },
    agenda: [
      { title: '開会、委員の紹介', minutes: 15, notes: [
        { at: '14:03', who: '事務局', kind: 'explanation', text: '資料1により、委員の構成と、会議を公開で行うことを説明。' },
      ] },
      { title: '諮問', minutes: 10, notes: [
        { at: '14:18', who: '事務局', kind: 'memo', text: '市長から会長へ諮問書を手渡し。市長は所用のため退席。' },
      ] },
      { title: '審議の進め方とスケジュール', minutes: 25, notes: [
        { at: '14:27', who: '事務局', kind: 'explanation', text: '資料2により、三つの審議事項と、答申までの日程を説明。' },
        { at: '14:36', who: '大野', kind: 'question', text: '市民ワークショップで出た意見によって、方針をどこまで書き直せるのか。' },
        { at: '14:38', who: '事務局', kind: 'answer', text: '第5回で全ての意見と対応の案を示す。条項の書き直しも含めて審議いただきたい。' },
        { at: '14:41', who: '石田', kind: 'decision', text: '審議は審議事項の番号の順に行い、議事要旨は次の回に確認する。' },
      ] },
      { title: '区役所と支所の現状', minutes: 55, items: ['(1)', '(3)'], notes: [
        { at: '14:58', who: '高木', kind: 'opinion', name: '高木・一覧', about: ['(1)課題①'], text: '区で決められるのかと尋ねても、答えが人によって違う。誰が決めるのかを、事務ごとに並べた表がほしい。' },
        { at: '15:07', who: '原', kind: 'opinion', about: ['(3)課題①', '(3)視点②'], text: '支所は歩いて行ける相談先として頼りにされている。手続の件数だけで要るかどうかを決めないでほしい。' },
        { at: '15:20', who: '西', kind: 'question', about: ['(3)課題②'], text: '専門の相談員は、区ごとに何人いるのか。' },
        { at: '15:22', who: '事務局', kind: 'action', about: ['(3)課題②'], due: '第2回検討会まで', text: '区ごとの相談員の人数と相談の件数を示す。' },
      ] },
      { title: 'その他', minutes: 5 },
    ],
  },
  {
    label: '第2回検討会', day: '2026-06-18', held: true, fields: { ...ROOM, observers: 5 }, attendance: { 川島: 'online', 西: 'absent' },
    agenda: [
      { title: '前回の要旨の確認', minutes: 10, notes: [
        { at: '14:06', who: '事務局', kind: 'explanation', about: ['(3)課題②'], text: '前回の宿題の相談員の人数は資料3のとおり。中央区に六人、ほかの区は二人ずつである。' },
      ] },
      { title: '区役所の視察の報告', minutes: 20, notes: [
        { at: '14:15', who: '小川', kind: 'opinion', about: ['(1)課題②'], text: '視察した南区では、要望を紙の台帳で管理していた。局へ送った後の欄が空いたままのものが多い。' },
      ] },
      { title: '区役所と本庁の役割分担と連携', minutes: 80, items: ['(1)'], notes: [
        { at: '14:31', who: '石田', kind: 'opinion', about: ['(1)課題②'], text: '返事の期限を決めるだけでなく、今どこにあるかが見えることが大切ではないか。' },
        { at: '14:33', who: '森', kind: 'opinion', name: '森・番号', about: ['(1)課題②', '(1)事例②'], text: '番号を市民に渡せば、区役所でも市民でも追える。荷物の問合せと同じ考え方である。' },
        { at: '14:36', who: '事務局', kind: 'explanation', about: ['(1)課題②'], text: '局の受付の様式は三種類あり、番号の付け方もそろっていない。' },
        { at: '14:47', who: '安田', kind: 'opinion', about: ['(1)課題③'], text: '照会が年に百件を超える区もある。年度の初めに予定を出し合えば、半分は減らせるはずである。' },
        { at: '14:58', who: '川島', kind: 'question', about: ['(1)課題⑤'], text: '区の予算の枠を広げる分、局の予算を減らすのか。' },
        { at: '15:00', who: '事務局', kind: 'answer', about: ['(1)課題⑤'], text: '財政局と協議しているところで、枠の移し替えも含めて検討している。' },
        { at: '15:12', who: '高木', kind: 'opinion', about: ['(1)課題④', '(1)事例④'], text: '地域の担当が替わるたびに、同じ話を初めからすることになる。引継ぎの書き方だけでも決められないか。' },
        { at: '15:25', who: '石田', kind: 'decision', name: '石田・様式', about: ['(1)課題②'], text: '要望の様式を市で一つにし、番号を付けて追えるようにすることを方針に書く。' },
        { at: '15:27', who: '事務局', kind: 'action', about: ['(1)課題②'], due: '8月6日まで', text: '各局の様式を集め、共通の様式の案を示す。' },
      ] },
      { title: 'その他', minutes: 10 },
    ],
  },
  {
    label: '第3回検討会', day: '2026-08-06', held: true, fields: { ...ROOM, observers: 2 }, attendance: { 中村: 'absent', 大野: 'online' },
    agenda: [
      { title: '前回の要旨の確認', minutes: 5 },
      { title: '基本的な考え方（案）', minutes: 40, items: ['(1)'], notes: [
        { at: '14:12', who: '事務局', kind: 'explanation', text: '資料4により、役割分担の考え方と、要望の共通の様式の案を説明。' },
        { at: '14:19', who: '森', kind: 'question', about: ['(1)視点①'], text: '「暮らしに近い仕事」には、予算を伴うものも含むのか。' },
        { at: '14:20', who: '事務局', kind: 'answer', about: ['(1)課題⑤'], text: '一定の額までは区で決められるよう、財政局と調整している。' },
        { at: '14:29', who: '石田', kind: 'opinion', about: ['(1)事例③'], text: '基準を改める前に区の意見を聴くことは、規則に書いておくほうが長く続く。' },
      ] },
      { title: 'まちづくりの体制と支援', minutes: 55, items: ['(2)'], notes: [
        { at: '14:44', who: '原', kind: 'opinion', name: '原・相談先', about: ['(2)課題①'], text: '公民館では区役所へ、区役所では公民館へと言われた人がいる。最初に受けた人が最後まで持つ決まりにしてほしい。' },
        { at: '14:52', who: '西', kind: 'opinion', name: '西・三年目', about: ['(2)課題②', '(2)事例②'], text: '助成は一年目より三年目のほうが苦しい。続けている団体の枠を分けてはどうか。' },
        { at: '15:03', who: '大野', kind: 'opinion', about: ['(2)課題③'], text: '町内会に入らない世帯にも、学校や職場を通じてなら知らせは届く。' },
        { at: '15:16', who: '小川', kind: 'opinion', about: ['(2)課題④'], text: '会合に出る職員が持ち帰るだけでは足は遠のく。その場で答えてよい範囲を決めておくとよい。' },
      ] },
      { title: '市民ワークショップの進め方', minutes: 15, notes: [
        { at: '15:30', who: '石田', kind: 'decision', text: '市民ワークショップは五つの区で一回ずつ開き、平日の夜と休日に分ける。' },
        { at: '15:34', who: '川島', kind: 'opinion', name: '川島・画面', about: ['(3)課題①'], text: '会場には支所も使ってほしい。支所でも、区役所の職員と顔を見て話せる画面があれば助かる。' },
        { at: '15:37', who: '事務局', kind: 'action', due: '8月下旬', text: '区ごとの会場と日取りの案を作り、委員に送る。' },
      ] },
      { title: 'その他', minutes: 5 },
    ],
  },
  {
    label: '第4回検討会', day: '2026-08-27', held: false, fields: ROOM, attendance: {},
    agenda: [
      { title: '前回の要旨の確認', minutes: 5 },
      { title: '行政窓口の在り方', minutes: 60, items: ['(3)'] },
      { title: '基本的な考え方のまとめ', minutes: 45, items: ['(1)', '(2)', '(3)'] },
      { title: 'その他', minutes: 10 },
    ],
  },
];
