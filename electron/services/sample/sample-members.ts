import type { RecordOf } from '../../../db/dossier/shape.ts';

type Member = Omit<RecordOf<'member'>, 'rank'>;

/** The members of the sample committee: of an invented city, like all its people. */
export const SAMPLE_MEMBERS: readonly Member[] = [
  { name: '石田 正則', affiliation: 'みなみ野大学法学部 教授', field: '行政学', role: 'chair' },
  { name: '安田 明子', affiliation: 'みなみ野弁護士会 弁護士', field: '法律', role: 'vice-chair' },
  { name: '森 由紀子', affiliation: 'みなみ野市自治会連合会 理事', field: '地域自治', role: 'member' },
  { name: '高木 修', affiliation: '北区まちづくり協議会 会長', field: '地域自治', role: 'member' },
  { name: '大野 健', affiliation: 'みなみ野商工会議所 専務理事', field: '産業', role: 'member' },
  { name: '原 千春', affiliation: 'みなみ野市民生委員児童委員協議会 副会長', field: '福祉', role: 'member' },
  { name: '西 浩一', affiliation: 'NPO法人 こどもの居場所みなみ野 代表', field: '子育て・市民活動', role: 'member' },
  { name: '川島 ふみ', affiliation: '公募市民', field: '', role: 'member' },
  { name: '小川 哲也', affiliation: '公認会計士', field: '財政', role: 'member' },
  { name: '中村 美咲', affiliation: '公募市民', field: '', role: 'member' },
];
