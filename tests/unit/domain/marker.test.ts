import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyRank, readMarker } from '../../../db/domain/marker.ts';
import type { MarkerFamily } from '../../../db/domain/marker.ts';

type Expected = readonly [line: string, family: MarkerFamily, ordinal: number | null, raw: string, rest: string];

const MARKED: readonly Expected[] = [
  ['第1章 方針の趣旨', 'chapter', 1, '第1章', '方針の趣旨'],
  ['第 ２ 章　総 則', 'chapter', 2, '第 ２ 章', '総 則'],
  ['第一章 総則', 'chapter', 1, '第一章', '総則'],
  ['第1編 総論', 'part', 1, '第1編', '総論'],
  ['第2節　概要', 'section', 2, '第2節', '概要'],
  ['第12条　この条例は', 'article', 12, '第12条', 'この条例は'],
  ['第3条の2 会長は', 'article', 3, '第3条の2', '会長は'],
  ['I 経緯', 'roman', 1, 'I', '経緯'],
  ['II 「計画」のふりかえり', 'roman', 2, 'II', '「計画」のふりかえり'],
  ['Ⅲ区役所の姿', 'roman', 3, 'Ⅲ', '区役所の姿'],
  ['一 総則', 'kanji', 1, '一', '総則'],
  ['二、定義', 'kanji', 2, '二、', '定義'],
  ['(一)目的', 'kanji-paren', 1, '(一)', '目的'],
  ['㈠目的', 'kanji-paren', 1, '㈠', '目的'],
  ['1 審議の経過', 'decimal', 1, '1', '審議の経過'],
  ['1. 審議の経過', 'decimal', 1, '1.', '審議の経過'],
  ['１．審議の経過', 'decimal', 1, '１．', '審議の経過'],
  ['３　審議の経過', 'decimal', 3, '３', '審議の経過'],
  ['12 人口の動き', 'decimal', 12, '12', '人口の動き'],
  ['1\\. 審議の経過', 'decimal', 1, '1.', '審議の経過'],
  ['1.2 現状', 'decimal-path', 2, '1.2', '現状'],
  ['2-1-3　現状', 'decimal-path', 3, '2-1-3', '現状'],
  ['(1) 役割', 'decimal-paren', 1, '(1)', '役割'],
  ['（１）役割', 'decimal-paren', 1, '（１）', '役割'],
  ['( 2 )役割', 'decimal-paren', 2, '( 2 )', '役割'],
  ['⑶ 役割', 'decimal-paren', 3, '⑶', '役割'],
  ['1) 役割', 'decimal-close', 1, '1)', '役割'],
  ['ア 窓口', 'katakana', 1, 'ア', '窓口'],
  ['ウ　クラウドの利用', 'katakana', 3, 'ウ', 'クラウドの利用'],
  ['エ 窓口', 'katakana', 4, 'エ', '窓口'],
  ['(ア) 窓口', 'katakana-paren', 1, '(ア)', '窓口'],
  ['（イ）窓口', 'katakana-paren', 2, '（イ）', '窓口'],
  ['ロ 窓口', 'iroha', 2, 'ロ', '窓口'],
  ['ハ　窓口', 'iroha', 3, 'ハ', '窓口'],
  ['①窓口', 'circled', 1, '①', '窓口'],
  ['⑳ 窓口', 'circled', 20, '⑳', '窓口'],
  ['㉑窓口', 'circled', 21, '㉑', '窓口'],
  ['㊱窓口', 'circled', 36, '㊱', '窓口'],
  ['❷窓口', 'circled-black', 2, '❷', '窓口'],
  ['㋐窓口', 'circled-katakana', 1, '㋐', '窓口'],
  ['a. 窓口', 'alpha', 1, 'a.', '窓口'],
  ['(b) 窓口', 'alpha-paren', 2, '(b)', '窓口'],
  ['i) 窓口', 'lower-roman', 1, 'i)', '窓口'],
  ['【基本視点】', 'lenticular', null, '【】', '基本視点'],
  ['【Ａ【Ｂ】の姿】', 'lenticular', null, '【】', 'Ａ【Ｂ】の姿'],
  ['《現状と課題》', 'double-angle', null, '《》', '現状と課題'],
  ['〈概要〉', 'angle', null, '〈〉', '概要'],
  ['［参考］', 'bracket', null, '［］', '参考'],
  ['■ 窓口', 'square', null, '■', '窓口'],
  ['◇窓口', 'diamond', null, '◇', '窓口'],
  ['◎審議すること', 'double-circle', null, '◎', '審議すること'],
  ['○窓口', 'circle', null, '○', '窓口'],
  ['〇 窓口', 'circle', null, '〇', '窓口'],
  ['●主な成果', 'circle', null, '●', '主な成果'],
  ['▼窓口', 'triangle', null, '▼', '窓口'],
  ['※1 用語', 'note', 1, '※1', '用語'],
  ['※用語', 'note', null, '※', '用語'],
  ['*前回の意見', 'note', null, '*', '前回の意見'],
  ['\\*前回の意見', 'note', null, '*', '前回の意見'],
  ['(注1) 用語', 'note', 1, '(注1)', '用語'],
  ['・窓口', 'dot', null, '・', '窓口'],
  ['･窓口', 'dot', null, '･', '窓口'],
  ['✓　窓口', 'dot', null, '✓', '窓口'],
  ['- 窓口', 'dash', null, '-', '窓口'],
  ['- ①窓口', 'dash', null, '-', '①窓口'],
  ['　　① 窓口', 'circled', 1, '①', '窓口'],
];

const UNMARKED = [
  '', '　', 'アクションプラン', 'ア ク シ ョ ン プ ラ ン', 'エアコン', 'ア行', 'イベントの開催', '一人ひとり', '一 人 ひ と り', '1.5倍', '3.5 %', '1', '12', '第1回検討会',
  '第1部会の報告', '第1章では、', '第4章2 (1) 関連', '第1章から第3章まで', '第3四半期', '10名', '10 名', '16 区', '2 年 4 月 1 日現在', '2014.8.8 検討会', '3-1', '8月8日', 'ICTの活用', 'DXの推進', '○○市の取組', '◎ ○ ×',
  '▲5.2', '-5', '**太字**', '<b>太字</b>', '市民', '（仮称）窓口', '(案)', '工夫する', '150 万人',
];

describe('readMarker', () => {
  it.each(MARKED)('%j opens with %s %s', (line, family, ordinal, raw, rest) => {
    const marker = readMarker(line);
    expect([marker?.family, marker?.ordinal, marker?.raw, marker?.rest]).toEqual([family, ordinal, raw, rest]);
    expect(line.slice(marker?.restAt).startsWith(rest)).toBe(true);
  });

  it.each(UNMARKED)('%j opens with none', (line) => {
    expect(readMarker(line)).toBeNull();
  });

  it('reads 工 as the エ it was before the scanner, and says so', () => {
    expect(readMarker('工 窓口')).toMatchObject({ family: 'katakana', ordinal: 4, misread: true });
    expect(readMarker('（工）窓口')).toMatchObject({ family: 'katakana-paren', ordinal: 4, misread: true });
  });

  it('gives the label of a bracket that has its text behind it', () => {
    expect(readMarker('【背景】 人口が減る')).toMatchObject({ family: 'lenticular', raw: '【】', label: '背景', rest: '人口が減る' });
    expect(readMarker('【背景】')).not.toHaveProperty('label');
  });

  it('tells ア-order from イロハ, and Roman from letters, by the marker before', () => {
    const a = readMarker('ア 窓口');
    const one = readMarker('(1) 窓口');
    if (!a || !one) throw new Error('no marker');
    expect(readMarker('イ 窓口', a)).toMatchObject({ family: 'katakana', ordinal: 2 });
    expect(readMarker('イ 窓口')).toMatchObject({ family: 'katakana', ordinal: 2 });
    expect(readMarker('イ 窓口', one)).toMatchObject({ family: 'iroha', ordinal: 1 });
    expect(readMarker('i) 窓口', { ...a, family: 'alpha', ordinal: 8 })).toMatchObject({ family: 'alpha', ordinal: 9 });
  });

  it('ranks numbered families outermost first and leaves signs to their place', () => {
    const ranks = (['chapter', 'decimal', 'decimal-paren', 'katakana', 'katakana-paren', 'circled'] as const).map((family) => familyRank(family) ?? -1);
    expect(ranks).toEqual(ranks.toSorted((x, y) => x - y));
    expect(ranks.includes(-1)).toBe(false);
    expect([familyRank('lenticular'), familyRank('dot'), familyRank('note')]).toEqual([null, null, null]);
  });

  it('never throws, and its rest is always in the line', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('第1１一章節条(（)）アイ工①Ⅰ.．、 　a・○■※*-【】<\\区')) }), (line) => {
      const marker = readMarker(line);
      if (marker) expect(line.slice(marker.restAt).startsWith(marker.rest)).toBe(true);
    }), { numRuns: 3000 });
  });
});
