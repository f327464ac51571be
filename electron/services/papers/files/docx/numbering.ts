import { readMarker } from '../../../../../db/domain/marker.ts';
import { writeNumber } from './number-formats.ts';
import { indentOf, type Indent, type NumberRef } from './styles.ts';
import { symbolText } from './symbol-fonts.ts';
import { attribute, child, elements, isOn, numberIn, type XmlNode } from './xml-tree.ts';

type Level = {
  start: number;
  format: string;
  /** 第%1章, with the number of level n in the place of %n. */
  pattern: string;
  /** What stands between the number and the text. */
  suffix: string;
  /** The level after which it begins anew: undefined for any outer one, 0 for never. */
  restart: number | undefined;
  /** Shows the numbers of outer levels in digits, whatever their own form. */
  legal: boolean;
  styleId: string | undefined;
  indent: Indent;
};
type List = { key: string; levels: ReadonlyMap<number, Level>; startsAt: ReadonlyMap<number, number> };

/** A number as Word draws it in front of a paragraph. */
export type Drawn = {
  /** With the space to the text; 「・」 for a bullet, 「」 for a list without any sign. */
  text: string;
  isBullet: boolean;
  indent: Indent;
};

/** A list has nine levels. */
const LEVELS = 9;

/** The lists of a Word file, counted on from paragraph to paragraph in the order of the document. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  /** The count of each level; lists made of one definition count on in each other. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  /** Lists whose new start has been made. */
  private readonly started = new Set<string>();

  /** @param root numbering.xml; null where the file has none. */
  constructor(root: XmlNode | null) {
    const all = elements(child(root ?? undefined, 'numbering'));
    const definitions = new Map(all.filter(({ name }) => name === 'abstractNum').map((node) => [attribute(node, 'abstractNumId') ?? '', node]));
    const styled = new Map([...definitions].flatMap(([id, node]) => {
      const style = attribute(child(node, 'styleLink'), 'val');
      return style === undefined ? [] : [[style, id] as const];
    }));
    for (const num of all) {
      if (num.name !== 'num') continue;
      const named = attribute(child(num, 'abstractNumId'), 'val') ?? '';
      // A list that takes its levels from a list style has none of its own.
      const link = attribute(child(definitions.get(named), 'numStyleLink'), 'val');
      const key = (link === undefined ? undefined : styled.get(link)) ?? named;
      this.lists.set(attribute(num, 'numId') ?? '', listOf(key, definitions.get(key), num));
    }
  }

  /**
   * Counts a paragraph and gives the number it shows.
   * @returns null where it is in no list (numId 0 takes it out of its style's).
   */
  next({ id, level: named, styleId }: NumberRef): Drawn | null {
    const list = this.lists.get(id);
    if (!list) return null;
    const byStyle = [...list.levels].find(([, level]) => styleId !== null && level.styleId === styleId)?.[0];
    const at = Math.min(LEVELS - 1, Math.max(0, named ?? byStyle ?? 0));
    const level = list.levels.get(at);
    if (!level) return null;
    const numbers = this.count(id, list, at);
    const text = level.format === 'bullet' ? level.pattern : level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const format = list.levels.get(shown)?.format ?? 'decimal';
      return writeNumber(level.legal && format !== 'none' ? 'decimal' : format, numbers[shown] ?? list.levels.get(shown)?.start ?? 1);
    });
    const isBullet = level.format === 'bullet';
    return { text: text.trim() === '' ? '' : drawn(text, level.suffix, isBullet), isBullet, indent: level.indent };
  }

  private count(id: string, list: List, at: number): readonly (number | undefined)[] {
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    for (const [level, start] of list.startsAt) {
      // A new start counts once, where the list first comes to that level.
      if (level !== at || this.started.has(`${id}/${level}`)) continue;
      this.started.add(`${id}/${level}`);
      counts[level] = start - 1;
    }
    for (let outer = 0; outer < at; outer += 1) counts[outer] ??= list.levels.get(outer)?.start ?? 1;
    counts[at] = (counts[at] ?? (list.levels.get(at)?.start ?? 1) - 1) + 1;
    for (let inner = at + 1; inner < LEVELS; inner += 1) {
      const restart = list.levels.get(inner)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counts[inner] = undefined;
    }
    return counts;
  }
}

function listOf(key: string, definition: XmlNode | undefined, num: XmlNode): List {
  const levels = new Map<number, Level>();
  const startsAt = new Map<number, number>();
  const take = (node: XmlNode) => levels.set(numberIn(node, 'ilvl') ?? 0, levelOf(node));
  for (const node of elements(definition)) if (node.name === 'lvl') take(node);
  for (const override of elements(num)) {
    if (override.name !== 'lvlOverride') continue;
    const own = child(override, 'lvl');
    if (own) take(own);
    const start = numberIn(child(override, 'startOverride'));
    if (start !== undefined) startsAt.set(numberIn(override, 'ilvl') ?? 0, start);
  }
  return { key, levels, startsAt };
}

function levelOf(node: XmlNode): Level {
  const format = formatOf(node);
  const pattern = attribute(child(node, 'lvlText'), 'val') ?? '';
  const fonts = child(node, 'rPr', 'rFonts');
  const suffix = attribute(child(node, 'suff'), 'val');
  return {
    start: numberIn(child(node, 'start')) ?? 1,
    format,
    pattern: format === 'bullet' ? bulletText(pattern, attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi') ?? null, child(node, 'lvlPicBulletId') !== undefined) : pattern,
    suffix: suffix === 'nothing' ? '' : suffix === 'space' ? ' ' : '　',
    restart: numberIn(child(node, 'lvlRestart')),
    legal: isOn(child(node, 'isLgl')) ?? false,
    styleId: attribute(child(node, 'pStyle'), 'val'),
    indent: indentOf(child(node, 'pPr', 'ind')),
  };
}

/** Newer forms stand in a choice that falls back on an older one; 「01, 02, 03, …」 is a form of one's own making. */
function formatOf(level: XmlNode): string {
  const node = child(level, 'numFmt') ?? child(level, 'AlternateContent', 'Choice', 'numFmt') ?? child(level, 'AlternateContent', 'Fallback', 'numFmt');
  const format = attribute(node, 'val') ?? 'decimal';
  return format === 'custom' ? (/^0[1１]/.test(attribute(node, 'format') ?? '') ? 'decimalZero' : 'decimal') : format;
}

function bulletText(pattern: string, font: string | null, isPicture: boolean): string {
  if (isPicture) return '・';
  // Word's own second bullet is a Latin o in a typewriter face.
  if (pattern === 'o') return '○';
  const { text } = symbolText(pattern, font);
  return /^[•∙·‧･\ue000-\uf8ff]$/.test(text) ? '・' : text;
}

function drawn(text: string, suffix: string, isBullet: boolean): string {
  if (isBullet) return text === '・' || suffix === '' ? text : `${text} `;
  // 「(1)　」 and 「第1章　」 are set apart; a sign that is as wide as its space (①) is too, in Word as here.
  return suffix === '　' && readMarker(`${text}　x`)?.family === 'circled' ? text : text + suffix;
}
