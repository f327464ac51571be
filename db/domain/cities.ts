import { fullCityName } from './municipalities.ts';
import { isCity, resolveCity } from './resolve-city.ts';

/** The cities a sentence closes with, taken off it. */
export type CityBracket = {
  /** The sentence without the bracket; a full stop behind the bracket stays. */
  text: string;
  /** As named, in their order, without repeats; a ward in an inner bracket follows its city (静岡市葵区). */
  cities: string[];
  /** True where the bracket says there are more: ほか, など. */
  others?: true;
};

const PAIRS = ['()', '（）', '[]', '［］', '<>', '＜＞', '〈〉', '〔〕', '【】', '《》'];
const OPENING = new Set(PAIRS.map((p) => p.charAt(0)));
const CLOSING = new Set(PAIRS.map((p) => p.charAt(1)));

/**
 * Takes the closing brackets of cities off a sentence: 「…の仕組（京都市）」「…（浜松市・さいたま市）。」「…［川崎市］」
 * 「…(例：京都市、神戸市ほか)」. A bracket counts only where every entry has the form of a municipality or is a designated
 * city's short name, so 「（仮称）」「（市民）」「（本市）」 stay in the text. Beside such a one, other cities' short names count too:
 * 「（横浜・豊中）」.
 * @returns the rest and the cities, or null where the sentence closes with no such bracket.
 */
export function readCityBracket(text: string): CityBracket | null {
  let rest = text;
  let cities: string[] = [];
  let others = false;
  for (;;) {
    const last = takeLast(rest);
    const named = last && readCities(last.inside);
    if (!last || !named) break;
    rest = last.before;
    cities = [...named.cities, ...cities];
    others ||= named.others;
  }
  if (cities.length === 0) return null;
  return { text: rest, cities: [...new Set(cities)], ...(others ? { others: true } : {}) };
}

/** The last bracket of a sentence, or a last 「例：…」 without one, and what stands before. */
function takeLast(text: string): { before: string; inside: string } | null {
  const stop = /[\s　]*([。．]?)[\s　]*$/.exec(text);
  const end = stop?.index ?? text.length;
  const mark = stop?.[1] ?? '';
  if (!CLOSING.has(text.charAt(end - 1))) {
    const example = /^(.*[\s　。）)])例[：:](.+)$/s.exec(text.slice(0, end));
    return example ? { before: (example[1] ?? '').trimEnd(), inside: example[2] ?? '' } : null;
  }
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    if (CLOSING.has(text.charAt(at))) depth += 1;
    else if (OPENING.has(text.charAt(at)) && --depth === 0) {
      const before = text.slice(0, at).trimEnd();
      return { before: before.endsWith('。') ? before : before + mark, inside: text.slice(at + 1, end - 1) };
    }
  }
  return null;
}

const LABEL = /^(?:[^：:]{0,6}(?:例|参考|都市|実施|先行|先進|市町村)[：:]|例えば、?|例[\s　)）])[\s　]*/;
const MORE = /[、・,]?[\s　]*(?:ほか|他|など|等|外)(?:[0-9０-９一二三四五六七八九十]+(?:都?市|市町村?|自治体|区|団体)?|多数)?$/;
const OF_THEM = /の(?:取組|取り組み|事例|例|場合)$/;
const BETWEEN = /[\s　]*(?:[・･、､,，／/;；]|(?<=[都道府県市区町村)）])(?:[\s　]+|及び|および|並びに|と|や))[\s　]*/;
const WARD = /^(.+市)[(（]([^()（）]+区)[)）]$/;

/** 横浜市（整備中）: a remark on what the city does. */
const REMARK = /^(.+[都道府県市区町村])[(（][^()（）]{1,12}[)）]$/;

function readCities(inside: string): { cities: string[]; others: boolean } | null {
  const stripped = inside.trim().replace(/[。．]$/, '').replace(LABEL, '').replace(OF_THEM, '').trim();
  const list = stripped.replace(MORE, '');
  const written = list.split(BETWEEN).map((entry) => fullCityName(entry.trim().replace(WARD, '$1$2').replace(REMARK, '$1')));
  const cities = written.length > 1 && written.some(isCity) ? written.map(fullName) : written;
  return cities.every(isCity) ? { cities, others: list !== stripped } : null;
}

/** 豊中市 for 豊中, where one city has that name. */
function fullName(name: string): string {
  const { name: full, doubt } = isCity(name) ? { name, doubt: null } : resolveCity(name);
  return doubt === null ? full : name;
}
