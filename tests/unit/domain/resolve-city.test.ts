import { describe, expect, it } from 'vitest';
import { DESIGNATED_CITIES, PREFECTURES, SPECIAL_WARDS } from '../../../db/domain/municipalities.ts';
import { isCity, listCities, resolveCity, withCheckDigit } from '../../../db/domain/resolve-city.ts';

const all = listCities();
const wards = all.filter(({ name }) => /市.+区$/.test(name));
const municipalities = all.filter((city) => !wards.includes(city));

describe('the table of municipalities', () => {
  it('counts what the ministry counts: 792 cities, 743 towns, 183 villages, 23 special wards', () => {
    const ending = (kind: string) => municipalities.filter(({ name }) => name.endsWith(kind)).length;
    expect([municipalities.length, ...['市', '町', '村', '区'].map(ending)]).toEqual([1741, 792, 743, 183, 23]);
    expect(new Set(all.map(({ prefecture }) => prefecture))).toEqual(new Set(PREFECTURES));
  });

  it('has the 20 designated cities, 171 wards of theirs and the 23 special wards', () => {
    expect(municipalities.filter(({ designated }) => designated).map(({ name }) => name)).toEqual(DESIGNATED_CITIES);
    expect(wards).toHaveLength(171);
    expect(wards.filter(({ name }) => name.startsWith('浜松市')).map(({ name }) => name)).toEqual(['浜松市中央区', '浜松市浜名区', '浜松市天竜区']);
    expect(municipalities.filter(({ name }) => name.endsWith('区')).map(({ name }) => name)).toEqual(SPECIAL_WARDS);
  });

  it('gives every one its own code, with its check digit, in the order of the prefectures', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, prefecture } of all) {
      expect(code).toBe(withCheckDigit((code ?? '').slice(0, 5)));
      expect(PREFECTURES[Number(code?.slice(0, 2)) - 1]).toBe(prefecture);
    }
    expect(['01100', '13101', '22130', '43100', '47382'].map(withCheckDigit)).toEqual(['011002', '131016', '221309', '431001', '473821']);
  });

  it('gives every one a reading in hiragana, and takes every name for a city', () => {
    for (const { name, kana } of all) {
      expect([name, /^[ぁ-んー]+(?:し|く|まち|ちょう|むら|そん)$/.test(kana ?? '')]).toEqual([name, true]);
      expect([name, isCity(name)]).toEqual([name, true]);
    }
  });
});

describe('resolveCity', () => {
  it.each([
    ['浜松市', '浜松市', '221309', '静岡県', true],
    ['横浜', '横浜市', '141003', '神奈川県', true],
    ['京都', '京都市', '261009', '京都府', true],
    ['豊中', '豊中市', '272035', '大阪府', false],
    ['世田谷', '世田谷区', '131121', '東京都', false],
    ['静岡市葵区', '静岡市葵区', '221015', '静岡県', true],
    ['葵区', '静岡市葵区', '221015', '静岡県', true],
    ['東京都世田谷区', '世田谷区', '131121', '東京都', false],
    ['福岡県太宰府市', '太宰府市', '402214', '福岡県', false],
    ['東京都府中市', '府中市', '132063', '東京都', false],
    ['沖縄県中頭郡読谷村', '読谷村', '473243', '沖縄県', false],
    ['静岡県', '静岡県', '220001', '静岡県', false],
    ['竜ヶ崎市', '龍ケ崎市', '082082', '茨城県', false],
    ['四条畷市', '四條畷市', '272299', '大阪府', false],
    ['四日市市', '四日市市', '242021', '三重県', false],
  ])('knows %s', (name, full, code, prefecture, designated) => {
    expect(resolveCity(name)).toMatchObject({ name: full, code, prefecture, designated, doubt: null });
  });

  it('gives the reading', () => {
    expect([resolveCity('葵区').kana, resolveCity('太宰府市').kana]).toEqual(['しずおかしあおいく', 'だざいふし']);
  });

  it.each(['府中市', '府中', '北区', '中央区', '森町'])('doubts %s, which several have', (name) => {
    expect(resolveCity(name)).toEqual({ name, code: null, prefecture: null, kana: null, designated: false, doubt: 'ambiguous-city' });
  });

  it.each(['みなと市', 'あおぞら町', '静岡市北区', '大阪府世田谷区', '', '市'])('keeps %j as it is, and doubts it', (name) => {
    expect(resolveCity(name)).toMatchObject({ name, code: null, doubt: 'unknown-city' });
  });

  it('takes a ward for that of the city whose paper it is', () => {
    expect(resolveCity('北区', '堺市')).toMatchObject({ name: '堺市北区', code: '271462', doubt: null });
    expect(resolveCity('北区', '大阪府堺市').name).toBe('堺市北区');
    expect(resolveCity('京都市', '堺市').name).toBe('京都市');
    expect(resolveCity('北区', 'みなと市').doubt).toBe('ambiguous-city');
  });

  it.each([
    ['浦和市', '112046', ['さいたま市']],
    ['静岡県清水市', '222046', ['静岡市']],
    ['浜松市中区', '221317', ['浜松市中央区']],
    ['浜松市北区', '221350', ['浜松市中央区', '浜松市浜名区']],
    ['植木町', '433853', ['熊本市']],
    ['長野県山口村', '204315', ['中津川市']],
  ])('knows %s, which is no more', (name, code, now) => {
    expect(resolveCity(name)).toMatchObject({ code, now, doubt: null });
  });
});
