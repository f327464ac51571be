import { attribute, child, elements, isOn, numberIn, type XmlNode } from './xml-tree.ts';

/** A paragraph's place in a numbered list as its properties name it; `level` is missing where the style leaves it to the list. */
export type NumberRef = { id: string; level: number | undefined; styleId: string | null };

/** What a paragraph's own properties and its styles make of it. */
export type ParagraphFacts = {
  /** 1 for 見出し 1 and for outline level 1; null for body text. */
  heading: number | null;
  isTitle: boolean;
  /** A line of the contents list. */
  isContents: boolean;
  number: NumberRef | null;
  /** Indents as the paragraph itself sets them, and as its styles do: a list's own stand between the two. */
  ownIndent: Indent;
  styleIndent: Indent;
  centred: boolean;
};

/** In half columns, the width of a half-width letter; missing where nothing is said. `first` is relative to `left`. */
export type Indent = { left?: number; first?: number };

/** What a run's properties and styles say of how its text is drawn; `struck`: crossed out by hand (見え消し). */
export type RunFacts = { hidden: boolean; struck: boolean; font: string | null };

export type Styles = {
  paragraph(properties: XmlNode | undefined): ParagraphFacts;
  /** @param paragraph the w:pPr of the run's paragraph, whose style also speaks of its runs. */
  run(properties: XmlNode | undefined, paragraph: XmlNode | undefined): RunFacts;
};

const HEADING_NAME = /^(?:heading|見出し)[ 　]*([1-9])$/i;
const TITLE_NAME = /^(?:title|表題|タイトル)$/i;
const CONTENTS_NAME = /^(?:toc|目次)[ 　]*[1-9]$/i;
/** A chain of styles is no longer; one that runs in a circle ends there. */
const LONGEST_CHAIN = 20;

/**
 * Reads styles.xml.
 * @param root null where the file has none.
 */
export function readStyles(root: XmlNode | null): Styles {
  const sheet = child(root ?? undefined, 'styles');
  const byId = new Map<string, XmlNode>();
  let normal: string | undefined;
  for (const style of elements(sheet)) {
    const id = attribute(style, 'styleId');
    if (style.name !== 'style' || id === undefined) continue;
    byId.set(id, style);
    if (attribute(style, 'type') === 'paragraph' && isDefault(style)) normal ??= id;
  }
  const chains = new Map<string, XmlNode[]>();
  /** A style and those it is based on, the nearest first. */
  const chainOf = (id: string | undefined): XmlNode[] => {
    if (id === undefined) return [];
    const known = chains.get(id);
    if (known) return known;
    const chain: XmlNode[] = [];
    for (let at: string | undefined = id; at !== undefined && chain.length < LONGEST_CHAIN; at = attribute(child(chain.at(-1), 'basedOn'), 'val')) {
      const style = byId.get(at);
      if (!style) break;
      chain.push(style);
    }
    chains.set(id, chain);
    return chain;
  };
  const styleOf = (properties: XmlNode | undefined) => {
    const named = attribute(child(properties, 'pStyle'), 'val');
    return named !== undefined && byId.has(named) ? named : normal;
  };
  const factsOfStyle = new Map<string | undefined, ReturnType<typeof factsOfChain>>();
  const ofStyle = (id: string | undefined) => {
    const known = factsOfStyle.get(id) ?? factsOfChain(chainOf(id));
    factsOfStyle.set(id, known);
    return known;
  };
  return {
    paragraph(properties) {
      const id = styleOf(properties);
      const style = ofStyle(id);
      const outline = numberIn(child(properties, 'outlineLvl'));
      const own = numberRef(child(properties, 'numPr'), null);
      const alignment = attribute(child(properties, 'jc'), 'val') ?? style.alignment;
      return {
        heading: outline === undefined ? style.heading : outline <= 8 ? outline + 1 : null,
        isTitle: style.isTitle,
        isContents: style.isContents,
        // A paragraph may move to another level of the list its style is in.
        number: own === null ? style.number : own.id === '' && style.number ? { ...style.number, level: own.level } : own,
        ownIndent: indentOf(child(properties, 'ind')),
        styleIndent: style.indent,
        centred: alignment === 'center' || alignment === 'right' || alignment === 'end',
      };
    },
    run(properties, paragraph) {
      const named = attribute(child(properties, 'rStyle'), 'val');
      const sources = [properties, ...chainOf(named).map((style) => child(style, 'rPr')), ...chainOf(styleOf(paragraph)).map((style) => child(style, 'rPr'))];
      return {
        hidden: first(sources, (source) => isOn(child(source, 'vanish'))) ?? false,
        struck: first(sources, (source) => isOn(child(source, 'strike') ?? child(source, 'dstrike'))) ?? false,
        font: first(sources, fontOf) ?? null,
      };
    },
  };
}

function factsOfChain(chain: readonly XmlNode[]) {
  const names = chain.map((style) => attribute(child(style, 'name'), 'val') ?? '');
  const outline = first(chain, (style) => numberIn(child(style, 'pPr', 'outlineLvl')));
  // Writers that leave the outline level to the reader name the heading all the same.
  const named = first(names, (name) => Number(HEADING_NAME.exec(name.normalize('NFKC'))?.[1]) || undefined);
  const level = outline ?? (named === undefined ? undefined : named - 1);
  return {
    heading: level !== undefined && level <= 8 ? level + 1 : null,
    isTitle: names.some((name) => TITLE_NAME.test(name)),
    isContents: names.some((name) => CONTENTS_NAME.test(name)),
    number: first(chain, (style) => numberRef(child(style, 'pPr', 'numPr'), attribute(style, 'styleId') ?? null) ?? undefined) ?? null,
    indent: Object.assign({}, ...chain.toReversed().map((style) => indentOf(child(style, 'pPr', 'ind')))) as Indent,
    alignment: first(chain, (style) => attribute(child(style, 'pPr', 'jc'), 'val')),
  };
}

function isDefault(style: XmlNode): boolean {
  return ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '');
}

function first<T, V>(sources: readonly T[], read: (source: T) => V | undefined): V | undefined {
  for (const source of sources) {
    const value = read(source);
    if (value !== undefined) return value;
  }
  return undefined;
}

function numberRef(properties: XmlNode | undefined, styleId: string | null): NumberRef | null {
  if (!properties) return null;
  return { id: attribute(child(properties, 'numId'), 'val') ?? '', level: numberIn(child(properties, 'ilvl')), styleId };
}

/** Twentieths of a point in half a column of 10.5 point text, the usual size. */
const TWIPS = 105;

/** Reads w:ind; indents counted in characters (字下げ) go before those in twips. */
export function indentOf(node: XmlNode | undefined): Indent {
  if (!node) return {};
  const read = (...names: readonly string[]) => {
    const chars = first(names, (name) => numberIn(node, `${name}Chars`));
    const twips = first(names, (name) => numberIn(node, name));
    return chars === undefined || (chars === 0 && twips !== undefined) ? (twips === undefined ? undefined : twips / TWIPS) : chars / 50;
  };
  const left = read('left', 'start');
  const hanging = read('hanging');
  const firstLine = hanging !== undefined && hanging !== 0 ? -hanging : read('firstLine') ?? hanging;
  return { ...(left === undefined ? {} : { left }), ...(firstLine === undefined ? {} : { first: firstLine }) };
}

/** The face of Latin letters, which is the one symbol fonts are set by. */
function fontOf(properties: XmlNode | undefined): string | undefined {
  const fonts = child(properties, 'rFonts');
  return attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi');
}
