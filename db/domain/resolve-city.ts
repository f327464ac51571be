import { FORMER_MUNICIPALITY_TABLE } from './former-municipality-table.ts';
import { isMunicipality, municipalityOf, PREFECTURES } from './municipalities.ts';
import { MUNICIPALITY_TABLE } from './municipality-table.ts';

/** What a name of a city in a paper means. */
export type ResolvedCity = {
  /** In full and as the table writes it (静岡市葵区 for 葵区, 横浜市 for 横浜); the name as given where it is not known. */
  name: string;
  /** The six figures of 全国地方公共団体コード, check digit included. */
  code: string | null;
  prefecture: string | null;
  /** The reading in hiragana; null for names that are no more. */
  kana: string | null;
  /** A designated city, or a ward of one. */
  designated: boolean;
  /** For a name that is no more: those that hold its area now. */
  now?: string[];
  /** Why a person should look at it: no municipality has or had this name, or several do and the prefecture is not given. */
  doubt: 'unknown-city' | 'ambiguous-city' | null;
};

type Entry = { name: string; code: string; prefecture: string; kana: string | null; designated: boolean; now?: string[] };

/**
 * Finds the municipality, ward or prefecture that a name means: 「浜松市」「静岡市葵区」「葵区」「東京都世田谷区」「横浜」.
 * Names that are no more (浦和市, 浜松市中区) are known as such. Several of one name (府中市, 北区) need their prefecture.
 * @param name with or without its prefecture; a designated city, and a name that one city alone has, also without 市.
 * @param paperOf the municipality whose paper it is, for the wards of its own.
 */
export function resolveCity(name: string, paperOf: string | null = null): ResolvedCity {
  const { current, former } = tables();
  const key = fold(name);
  const own = paperOf === null ? [] : current.get(fold(municipalityOf(paperOf) + name)) ?? [];
  const found = own.length > 0 ? own : current.get(key) ?? current.get(withoutDistrict(key)) ?? former.get(key) ?? shortNamed(key) ?? [];
  const [first] = found;
  if (first === undefined) return { name, code: null, prefecture: null, kana: null, designated: false, doubt: 'unknown-city' };
  if (found.length > 1) return { name, code: null, prefecture: null, kana: null, designated: false, doubt: 'ambiguous-city' };
  return { ...first, doubt: null };
}

/** 横浜, 豊中 and 世田谷: a designated city, the one city, or the special ward of that name. */
function shortNamed(key: string): Entry[] | undefined {
  const { current } = tables();
  return current.get(`${key}市`) ?? current.get(`${key}区`)?.filter((ward) => !ward.designated);
}

/** 中頭郡読谷村 → 読谷村 */
function withoutDistrict(key: string): string {
  const prefecture = PREFECTURES.find((each) => key.startsWith(each)) ?? '';
  return prefecture + key.slice(prefecture.length).replace(/^[^市区町村]{1,5}郡(?=.)/, '');
}

/** Ways to write one name: 龍ヶ崎 and 竜ケ崎, 四条畷 and 四條畷. */
const VARIANTS: Readonly<Record<string, string>> = { ヶ: 'ケ', 条: '條', 鯵: '鰺', 竜: '龍', 釜: '竈', 梼: '檮', 驒: '騨', 曾: '曽', 桧: '檜' };

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').replace(/[ヶ条鯵竜釜梼驒曾桧]/g, (c) => VARIANTS[c] ?? c);
}

type Tables = { current: ReadonlyMap<string, Entry[]>; former: ReadonlyMap<string, Entry[]>; byCode: ReadonlyMap<string, Entry> };
let read: Tables | null = null;

/** Read when first asked for: most papers name a city, but not every part of the program does. */
function tables(): Tables {
  read ??= readTables();
  return read;
}

function readTables(): Tables {
  const current = new Map<string, Entry[]>();
  const byCode = new Map<string, Entry>();
  let prefecture = '';
  let prefectureCode = '';
  let city: Entry | null = null;
  for (const line of MUNICIPALITY_TABLE.trim().split('\n')) {
    const [code = '', written = '', kana = ''] = line.split(' ');
    if (code.length === 2) {
      [prefecture, prefectureCode, city] = [written, code, null];
      const entry = { name: written, code: withCheckDigit(`${code}000`), prefecture: written, kana, designated: false };
      add(current, entry, [written]);
      continue;
    }
    const isWard: boolean = city !== null && written.endsWith('区');
    const designated: boolean = isWard || (code.startsWith('1') && written.endsWith('市'));
    const entry: Entry = {
      name: (isWard ? city?.name ?? '' : '') + written, code: withCheckDigit(prefectureCode + code), prefecture,
      kana: (isWard ? city?.kana ?? '' : '') + kana, designated,
    };
    if (written.endsWith('市')) city = designated ? entry : null;
    byCode.set(prefectureCode + code, entry);
    add(current, entry, [entry.name, prefecture + entry.name, ...(isWard ? [written] : [])]);
  }
  return { current, byCode, former: readFormer(byCode) };
}

function readFormer(byCode: ReadonlyMap<string, Entry>): Map<string, Entry[]> {
  const former = new Map<string, Entry[]>();
  let prefectureCode = '';
  for (const line of FORMER_MUNICIPALITY_TABLE.trim().split('\n')) {
    const [code = '', name = '', ...holders] = line.split(' ');
    if (name === '') {
      prefectureCode = code;
      continue;
    }
    const prefecture = PREFECTURES[Number(prefectureCode) - 1] ?? '';
    const now = holders.flatMap((holder) => byCode.get(holder.length === 3 ? prefectureCode + holder : holder)?.name ?? []);
    const entry = { name, code: withCheckDigit(prefectureCode + code), prefecture, kana: null, designated: /市.+区$/.test(name), now };
    add(former, entry, [name, prefecture + name]);
  }
  return former;
}

function add(names: Map<string, Entry[]>, entry: Entry, keys: readonly string[]): void {
  for (const key of new Set(keys.map(fold))) {
    const known = names.get(key);
    if (known) known.push(entry);
    else names.set(key, [entry]);
  }
}

/** The sixth figure of a code, by the rule of 総務省「全国地方公共団体コード仕様」: weights 6 to 2, 11 less the rest by 11. */
export function withCheckDigit(code: string): string {
  const sum = code.split('').reduce((total, figure, i) => total + Number(figure) * (6 - i), 0);
  return `${code}${(11 - (sum % 11)) % 10}`;
}

/** Whether a name is that of a municipality, a ward or a prefecture, or has the form of one: 村山市, みなと市, 東京都世田谷区. */
export function isCity(name: string): boolean {
  return isMunicipality(name) || tables().current.has(fold(name));
}

/** Every municipality and ward there is, in the order of their codes. */
export function listCities(): readonly Omit<ResolvedCity, 'doubt' | 'now'>[] {
  return [...tables().byCode.values()];
}
