/** Words over who does a thing, in a line of its own or over a column. */
const LABEL = '(?:主な)?(?:実施|取組|事業|推進)主体|(?:主|副)?(?:担当|所管|主管|関係|関連|連携)(?:課|室|係|局|部|部署|部局|部門|所属|組織|機関|課等|課室|所属等)?名?|実施機関';
const OPENING = '[（(【［\\[〔＜<《〈]';
const CLOSING = '[）)】］\\]〕＞>》〉]';
/** 「担当：会計課」「【担当】会計課」「（担当　会計課）」「実施主体　危機管理課」; names alone, and no sentence. */
const LINE = new RegExp(`^(?:${OPENING}(?:${LABEL})${CLOSING}[ 　\\t：:]*|(?<open>[（(［\\[])?(?:${LABEL})(?:[ 　\\t]*[：:][ 　\\t]*|[ 　\\t]+))(?<names>[^。：:]{2,80})$`);
const NAME = new RegExp(`^(?:${LABEL})$`);

/** @returns the names in a line that says who does what stands above it, as printed; null where it says nothing of the kind. */
export function officesIn(line: string): string | null {
  const { open, names } = LINE.exec(line)?.groups ?? {};
  if (names === undefined || (open !== undefined && !/[）)］\]]$/.test(names))) return null;
  return open === undefined ? names : names.slice(0, -1);
}

/** @returns whether a label is over who does a thing: 担当課, 所管部署, 実施主体. */
export const isOfficeLabel = (label: string): boolean => NAME.test(label.normalize('NFKC').replace(/\s/g, ''));
