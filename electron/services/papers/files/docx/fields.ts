import { attribute, child, elements, isOn, numberIn, type XmlNode } from './xml-tree.ts';

/** A field as far as it was met: its code, and whether what follows is already its result. */
export type OpenField = { code: string; hasResult: boolean };

/** What a field without a result draws: circled and combined characters, ruby of old Word files, symbols. Other fields draw nothing. */
export function drawnByCode(code: string): { base: string; above: string } {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([^]*)$/.exec(code) ?? [];
  switch (name.toUpperCase()) {
    case 'EQ': return equation(rest);
    case 'MACROBUTTON': case 'GOTOBUTTON': return { base: rest.replace(/^\S+\s*/, '').trim(), above: '' };
    case 'QUOTE': return { base: /"([^"]*)"/.exec(rest)?.[1] ?? '', above: '' };
    default: return { base: '', above: '' };
  }
}

const SEALS: Record<string, string> = { 印: '㊞', 秘: '㊙', 正: '㊣', 企: '㊭', 労: '㊘', 優: '㊝', 適: '㊜', 注: '㊟', 特: '㊕', 財: '㊖', 祝: '㊗', 休: '㊡', 写: '㊢', 資: '㊮', 学: '㊫' };

/** 「\o\ac(○,1)」 is ① (囲い文字), 「\o\ad(\s\up 9(かんじ),漢字)」 a word with its reading (ルビ), 「\o\ad(…)」 text spread out. */
function equation(code: string): { base: string; above: string } {
  const ruby = /\\s\\up\s*-?\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)/i.exec(code);
  if (ruby) return { base: ruby[2]?.trim() ?? '', above: ruby[1]?.trim() ?? '' };
  const [, one = '', other = ''] = /\\o(?:\\a[lcrd])?\s*\(([^(),;]*)[,;]([^()]*)\)/i.exec(code) ?? [];
  const inside = /^[○◯〇]$/.test(one.trim()) ? other.trim() : '';
  if (inside !== '') return { base: encircled(inside), above: '' };
  return { base: [...code.matchAll(/\(([^()\\]*)\)/g)].map((match) => match[1] ?? '').join(''), above: '' };
}

function encircled(text: string): string {
  const n = Number(text.normalize('NFKC'));
  if (Number.isInteger(n) && n >= 1 && n <= 20) return String.fromCodePoint(0x245f + n);
  return SEALS[text] ?? `（${text}）`;
}

/** The choice of a drop-down list or the tick of a box, where the field itself holds them. */
export function drawnByForm(begin: XmlNode): string {
  const form = child(begin, 'ffData');
  const list = child(form, 'ddList');
  if (list) {
    const entries = elements(list).filter((node) => node.name === 'listEntry');
    return attribute(entries[numberIn(child(list, 'result')) ?? numberIn(child(list, 'default')) ?? 0], 'val') ?? '';
  }
  const box = child(form, 'checkBox');
  if (!box) return '';
  return isOn(child(box, 'checked')) ?? isOn(child(box, 'default')) ? '☑' : '□';
}
