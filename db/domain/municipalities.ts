/** The 47 prefectures, north to south (地方自治法 3条). */
export const PREFECTURES: readonly string[] = (
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 '
  + '岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 '
  + '佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
).split(' ');

/** The 20 designated cities (政令指定都市, 地方自治法 252条の19), the cities that have ward offices. */
export const DESIGNATED_CITIES: readonly string[] = (
  '札幌市 仙台市 さいたま市 千葉市 横浜市 川崎市 相模原市 新潟市 静岡市 浜松市 名古屋市 京都市 大阪市 堺市 神戸市 岡山市 広島市 北九州市 福岡市 熊本市'
).split(' ');

/** The 23 special wards of Tokyo (特別区, 地方自治法 281条). */
export const SPECIAL_WARDS: readonly string[] = (
  '千代田区 中央区 港区 新宿区 文京区 台東区 墨田区 江東区 品川区 目黒区 大田区 世田谷区 渋谷区 中野区 杉並区 豊島区 北区 荒川区 板橋区 練馬区 足立区 '
  + '葛飾区 江戸川区'
).split(' ');

const PREFECTURE = `(?:${PREFECTURES.join('|')})`;
const NAME = '[一-鿿々〆ヶケノぁ-んァ-ヴー]';
const FORM = new RegExp(`^(?:${PREFECTURE})?(${NAME}{1,7}[市区町村])(?:(${NAME}{1,5}区))?$`);

/** Words that end like a municipality and name none: 本市, 政令市, 各区, 近隣市町村, 学校区, 城下町. */
const KINDS_OF_PLACE = new RegExp(
  '^(?:[全各同本他両当旧諸市区町村県都府新一二三四五六七八九十数]|該当?|対象|関係|構成|近隣|周辺|隣接|県内|府内|都内|道内|市内|区内|圏域|一部の?|複数の?|モデル|実施|回答|調査|先進|'
  + '類似|同規模|友好|姉妹|一般|中核|特例|政令|指定|行政|特別|総合|自治|選挙|合併|小?学|小?学校|中学校|校|地|管|農山?漁?|山|漁|城下|門前|宿場|下|隣)+'
  + '(?:[市区町村]+|他[市区])$|(?:学校|通学|校|学|地|行政|選挙|特別|総合|自治|検察|管|鉱|工|禁猟|鳥獣保護|水)区$|港町$|温泉町$|[^京西]都市$|^都市$',
);

/** 「人にやさしい町」「めざす市」 describe; names do not end like verbs and adjectives. */
const DESCRIBES = /(?:[一-鿿][ぁ-ん]*[いうくすつぬぶむるなのた]|^[ぁ-ん]+(?:す|る|しい|たい))[市区町村]$/;

/** Whether a name has the form of one municipality or prefecture: 堺市, 東京都世田谷区, 静岡市葵区, 京都府. */
export function isMunicipality(name: string): boolean {
  if (PREFECTURES.includes(name)) return true;
  const form = FORM.exec(name);
  return form !== null && !DESCRIBES.test(form[1] ?? '') && !KINDS_OF_PLACE.test(form[1] ?? '') && !KINDS_OF_PLACE.test(form[2] ?? '');
}

/** 横浜市 for 横浜: the designated cities are often named without 市. Anything else is given back as it is. */
export function fullCityName(name: string): string {
  return DESIGNATED_CITIES.includes(`${name}市`) ? `${name}市` : name;
}

/** The municipality itself, without its prefecture and ward: 静岡市 of 静岡市葵区, 世田谷区 of 東京都世田谷区. */
export function municipalityOf(name: string): string {
  const bare = PREFECTURES.includes(name) ? name : name.replace(new RegExp(`^${PREFECTURE}`), '');
  return /^(.+市)[^市]+区$/.exec(bare)?.[1] ?? bare;
}
