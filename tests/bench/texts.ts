import { existsSync, readFileSync } from 'node:fs';

/** The id of the committee in the large store. */
export const LARGE = 'large';

const TERMS = '区役所 本庁 役割分担 市民 窓口 まちづくり 地域 課題 情報 共有 連携 支援 制度 整備 検討 実施 推進 拠点 機能 強化 意見 反映 予算 権限 職員 育成 出張所 証明書 発行 相談 高齢者 子育て 防災 交通 公園 施設 団体 活動 参加 協働'.split(' ');
const JOINTS = 'の を が に は と で も'.split(' ');

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

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty

/** A made-up sentence of about `length` characters in the words of municipal papers. */
export function sentence(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += pick(random, TERMS) + pick(random, JOINTS);
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
