/** Headings of columns, by what stands below them; matched with all spaces out. */
export const COLUMNS = {
  name: /^(?:(?:ふりがな|フリガナ)?[・/]?氏名(?:[・/]?(?:ふりがな|フリガナ))?|委員名|委員氏名|名前|お名前|委員)(?:\(.*\))?$/,
  field: /^(?:分野|専門分野|(?:選出|選任|委員|構成)?区分|選出分野|専門|選出母体)$/,
  affiliation: /所属|団体|勤務先|職名|肩書|現職|職業|経歴/,
  role: /^(?:(?:会議|協議会|委員会|審議会|会)?(?:での|の)?(?:役職|役割)|備考|職|役員|役職等?)$/,
  date: /^(?:開催)?(?:年月日|日時|期日|日程|時期|日|月日|予定日|開催日|開催日時|開催時期|開催予定|予定)(?:\(.*\))?$/,
  topics: /内容|議題|議事|(?:審議|検討|協議)(?:事項|項目)|論点|テーマ|案件/,
  year: /^(?:年|年度)$/,
  month: /^月$/,
  place: /^(?:開催)?(?:場所|会場)$/,
  label: /^(?:回|回数|会議|会議名|区分|名称|開催回|)$/,
  number: /^(?:番号|No\.?|NO\.?|№|項番|通番|#)$/,
  city: /^(?:自治体|市区?町村|都市|市|団体)名?$/,
  measure: /^(?:取組|取組み|取り組み|事業|施策|事務事業)名(?:称)?$/,
  item: /^(?:(?:審議|検討|協議|諮問)?(?:事項|項目|テーマ)|件名|[^、。]{0,12}内容|概要)$/,
} as const;

/** What a programme's own sheet calls its name. */
export const PROGRAMME_NAME = /^(?:実施)?(?:プログラム|事業|計画|施策|取組|事務事業)(?:名(?:称)?|項目名?)$/;
/** And the office that runs it. */
export const OFFICE = /^(?:所管|担当|主管|関係)(?:課|部署|部局|局)?名?$/;

/** Whether a row of names, white space out, heads members: their name, and where they come from. */
export function isMemberHeader(names: readonly string[]): boolean {
  return names.some((name) => COLUMNS.name.test(name)) && names.some((name) => COLUMNS.affiliation.test(name) || COLUMNS.field.test(name));
}

/** Whether it heads meetings: when each is, and what it is about. */
export function isMeetingHeader(names: readonly string[]): boolean {
  return names.some((name) => COLUMNS.date.test(name)) && names.some((name) => COLUMNS.topics.test(name));
}
