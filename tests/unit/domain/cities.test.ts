import { describe, expect, it } from 'vitest';
import { readCityBracket } from '../../../db/domain/cities.ts';
import { DESIGNATED_CITIES, isMunicipality, municipalityOf, PREFECTURES, SPECIAL_WARDS } from '../../../db/domain/municipalities.ts';

const CLOSED: readonly (readonly [line: string, text: string, cities: readonly string[], others?: true])[] = [
  ['支援制度の充実（京都市）', '支援制度の充実', ['京都市']],
  ['窓口の開設（浜松市・さいたま市・広島市）', '窓口の開設', ['浜松市', 'さいたま市', '広島市']],
  ['窓口の開設［川崎市］', '窓口の開設', ['川崎市']],
  ['窓口の開設＜堺市＞', '窓口の開設', ['堺市']],
  ['窓口の開設〈堺市〉', '窓口の開設', ['堺市']],
  ['窓口の開設(津市)', '窓口の開設', ['津市']],
  ['窓口の開設（津市)', '窓口の開設', ['津市']],
  ['窓口の開設(例：京都市、神戸市ほか)', '窓口の開設', ['京都市', '神戸市'], true],
  ['窓口の開設　例：京都市、神戸市ほか', '窓口の開設', ['京都市', '神戸市'], true],
  ['窓口の開設（広島市ほか）', '窓口の開設', ['広島市'], true],
  ['窓口の開設（広島市など3市）', '窓口の開設', ['広島市'], true],
  ['窓口の開設（新潟市等）', '窓口の開設', ['新潟市'], true],
  ['窓口の開設（東京都世田谷区）', '窓口の開設', ['東京都世田谷区']],
  ['窓口の開設（静岡市(葵区)）', '窓口の開設', ['静岡市葵区']],
  ['窓口の開設（港区）', '窓口の開設', ['港区']],
  ['窓口の開設（京都府、北海道）', '窓口の開設', ['京都府', '北海道']],
  ['窓口の開設（横浜・相模原）', '窓口の開設', ['横浜市', '相模原市']],
  ['窓口の開設（横浜・豊中・世田谷）', '窓口の開設', ['横浜市', '豊中市', '世田谷区']],
  ['窓口の開設（村山市）', '窓口の開設', ['村山市']],
  ['窓口の開設（葵区）', '窓口の開設', ['葵区']],
  ['窓口の開設（みなと市・浜松）', '窓口の開設', ['みなと市', '浜松市']],
  ['窓口の開設（四日市市、廿日市市）', '窓口の開設', ['四日市市', '廿日市市']],
  ['窓口の開設（つくば市と土浦市）', '窓口の開設', ['つくば市', '土浦市']],
  ['窓口の開設（みやま市やたつの市）', '窓口の開設', ['みやま市', 'たつの市']],
  ['窓口の開設（浜松市 さいたま市）', '窓口の開設', ['浜松市', 'さいたま市']],
  ['窓口の開設（京都市）（広島市）', '窓口の開設', ['京都市', '広島市']],
  ['窓口の開設（京都市の取組）', '窓口の開設', ['京都市']],
  ['窓口の開設（区ごと（一部を除く）に行う）（京都市）', '窓口の開設（区ごと（一部を除く）に行う）', ['京都市']],
  ['窓口を開設した。（広島市）', '窓口を開設した。', ['広島市']],
  ['窓口を開設した（広島市）。', '窓口を開設した。', ['広島市']],
  ['窓口の開設 （ 広島市 ）　', '窓口の開設', ['広島市']],
  ['（川崎市）', '', ['川崎市']],
];

const OPEN = [
  '', '窓口の開設', '意識の向上が必要（行政頼りの面がある）', '窓口（仮称）', '声を聴く（市民）', '権限（区）', '権限（市）', '本市の姿（本市）', '比較（政令市）', '比較（政令指定都市）', '比較（中核市）',
  '比較（他都市）', '窓口（各区）', '窓口（全区）', '窓口（16区）', '連携（近隣市町村）', '連携（国・県）', '連携（県）', '連携（市町村）', '範囲（地区）', '範囲（小学校区）', '範囲（行政区）', '像（住みよい町）', '像（人にやさしい町）',
  '素案（案）', '窓口（浜松市、区民）', '窓口（中央区役所）', '窓口（三木）', '窓口（市川・三木）', '窓口（浜松市、担当）', '（広島市）の窓口', '窓口（広島市',
];

describe('readCityBracket', () => {
  it.each(CLOSED.map(([line, text, cities, others]) => ({ line, text, cities, others })))('$line closes with its cities', ({ line, text, cities, others }) => {
    expect(readCityBracket(line)).toEqual({ text, cities, ...(others ? { others } : {}) });
  });

  it.each(OPEN)('%j closes with none', (line) => {
    expect(readCityBracket(line)).toBeNull();
  });
});

describe('municipalities', () => {
  it('lists 47 prefectures, 20 designated cities and 23 special wards, each once and each of the right form', () => {
    expect([PREFECTURES, DESIGNATED_CITIES, SPECIAL_WARDS].map((list) => new Set(list).size)).toEqual([47, 20, 23]);
    for (const name of [...PREFECTURES, ...DESIGNATED_CITIES, ...SPECIAL_WARDS]) expect([name, isMunicipality(name)]).toEqual([name, true]);
  });

  it('takes real names of every shape for what they are', () => {
    for (const name of ['南あわじ市', 'いの町', '茅ヶ崎市', 'つくばみらい市', 'いちき串木野市', '富士河口湖町', '紀の川市', '日の出町', '西都市', '京都市', '余市町', '関市']) {
      expect([name, isMunicipality(name)]).toEqual([name, true]);
    }
  });

  it('finds the municipality in an address', () => {
    expect(['静岡市葵区', '神奈川県横浜市青葉区', '東京都世田谷区', '京都府', '四日市市', '堺市'].map(municipalityOf)).toEqual([
      '静岡市', '横浜市', '世田谷区', '京都府', '四日市市', '堺市',
    ]);
  });
});
