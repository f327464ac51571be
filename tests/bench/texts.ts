import { existsSync, readFileSync } from 'node:fs';

/** The id of the committee in the large store. */
export const LARGE = 'large';

const KANJI = Array.from('市区町村民住所役務政策計画検討会議審査員長事業施設地域活動支援協働連携情報共有窓口相談福祉子育教学校公園道路交通防災安全環境予算権限組織職制度改革推進整備管理運営利用実現向上強化効率最適拠点機能分担意見反映課題解決基本方針案定期評価指標達成年度報告資料説明開催参加団体自治');
const JOINTS = 'の を が に は と で も から まで について における による'.split(' ');

/** A generator of the same numbers every run (mulberry32), 0 ≤ n < 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words of two characters, made up, as many as a year of a committee's papers holds. */
const WORDS = (() => {
  const random = randomOf(23);
  const character = () => KANJI[Math.floor(random() * KANJI.length)] ?? '';
  return Array.from({ length: 4000 }, () => character() + character());
})();

/** A word by Zipf's law: the nth is used about 1/n as often as the first, as in any text. */
const word = (random: () => number): string => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? '';

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty

/** A made-up sentence of about `length` characters, its words as unevenly common as in real papers. */
export function sentence(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += word(random) + pick(random, JOINTS);
  return `${text}。`;
}

/** A working paper of an invented city: `items` items of `points` points a section. */
export function workingPaper(items: number, points: number): string {
  const random = randomOf(7);
  const titles = Array.from({ length: items }, (_, i) => `第${i + 1}の事項 ${sentence(random, 20).slice(0, -1)}`);
  const section = (name: string, bracket: string) =>
    [`##### 【${name}】`, '', ...Array.from({ length: points }, (_, i) => `- ${String.fromCodePoint(0x2460 + (i % 20))}${sentence(random, 60)}${bracket}`), ''];
  return [
    '## 審議事項の検討に当たって', '', '### 1. 審議事項', '', ...titles.map((title, i) => `- (${i + 1}) ${title}`), '', '### 2 検討のポイント', '',
    ...titles.flatMap((title, i) => [`#### (${i + 1}) ${title}`, '', ...section('基本視点', ''), ...section('課題', ''), ...section('他都市の取組', '（広島市）')]),
  ].join('\n');
}

/** The long basic policy among the seed papers where they are at hand, else a made-up paper of the same length. */
export function longPaper(): { name: string; text: string } {
  const seed = new URL('../../../shared/seeds/003.txt', import.meta.url);
  return existsSync(seed) ? { name: 'seed 003', text: readFileSync(seed, 'utf8') } : { name: 'a made-up paper', text: workingPaper(8, 25) };
}
