/** A piece of a number format: `code` stands for something of the value, `literal` for itself. */
export type Token = { kind: 'literal' | 'code' | 'elapsed'; text: string };

/** One of the sections of a format, parted by semicolons. */
export type Section = {
  tokens: readonly Token[];
  /** [>=1000] */
  condition: { sign: string; limit: number } | null;
  /** [DBNum1] writes figures as kanji numerals, [DBNum3] full-width. */
  numerals: '1' | '2' | '3' | null;
  /** [$-ja-JP-x-gannen] */
  gannen: boolean;
  isDate: boolean;
  isText: boolean;
};

const CODES = [
  // Order matters: the longest first.
  'General', 'G/標準', 'E+', 'E-', 'AM/PM', 'A/P', '午前/午後', 'gggg', 'ggg', 'gg', 'g', 'eeee', 'ee', 'e', 'yyyy', 'yyy', 'yy', 'y', 'mmmmm', 'mmmm', 'mmm', 'mm', 'm',
  'dddd', 'ddd', 'dd', 'd', 'aaaa', 'aaa', 'hh', 'h', 'sss', 'ss', 's', '@', '0', '#', '?', '.', ',', '%', '/',
];
const DATE_CODE = /^(?:g+|e+|y+|m+|d+|a{3,4}|h+|s+|AM\/PM|A\/P|午前\/午後)$/i;

const read = new Map<string, Section[]>();

/** Takes a number format apart (ECMA-376 part 1, 18.8.31). Files repeat the same few, so they are remembered. */
export function sectionsOf(format: string): Section[] {
  const known = read.get(format);
  if (known) return known;
  const sections = split(format);
  if (read.size > 500) read.clear();
  read.set(format, sections);
  return sections;
}

function split(format: string): Section[] {
  const sections: Section[] = [];
  let section = empty();
  const push = () => {
    const codes = section.tokens.filter((token) => token.kind !== 'literal');
    section.isDate = codes.some((token) => token.kind === 'elapsed' || DATE_CODE.test(token.text));
    section.isText = codes.some((token) => token.text === '@');
    sections.push(section);
  };
  for (let at = 0; at < format.length;) {
    const c = format.charAt(at);
    const rest = format.slice(at, at + 64);
    if (c === ';') {
      push();
      section = empty();
      at += 1;
    } else if (c === '"') {
      const end = format.indexOf('"', at + 1);
      section.tokens.push({ kind: 'literal', text: format.slice(at + 1, end < 0 ? undefined : end) });
      at = end < 0 ? format.length : end + 1;
    } else if (c === '\\' || c === '!') {
      section.tokens.push({ kind: 'literal', text: format.charAt(at + 1) });
      at += 2;
    } else if (c === '_' || c === '*') {
      // Room as wide as a character, or a character that fills the cell.
      at += 2;
    } else if (c === '[') {
      const end = format.indexOf(']', at);
      takeBracket(section, format.slice(at + 1, end < 0 ? undefined : end));
      at = end < 0 ? format.length : end + 1;
    } else {
      const code = CODES.find((known) => rest.slice(0, known.length).toLowerCase() === known.toLowerCase());
      section.tokens.push(code === undefined ? { kind: 'literal', text: c } : { kind: 'code', text: /^[eE][+-]$/.test(code) ? code : code.toLowerCase() });
      at += code?.length ?? 1;
    }
  }
  push();
  return sections;
}

type Mutable = Omit<Section, 'tokens'> & { tokens: Token[] };

const empty = (): Mutable => ({ tokens: [], condition: null, numerals: null, gannen: false, isDate: false, isText: false });

function takeBracket(section: Mutable, inside: string): void {
  const condition = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(inside);
  const currency = /^\$([^-]+)/.exec(inside)?.[1];
  if (condition) section.condition = { sign: condition[1] ?? '', limit: Number(condition[2]) };
  else if (/^(?:h+|m+|s+)$/i.test(inside)) section.tokens.push({ kind: 'elapsed', text: inside.toLowerCase() });
  else if (/^DBNum[123]$/i.test(inside)) section.numerals = inside.endsWith('1') ? '1' : inside.endsWith('2') ? '2' : '3';
  else if (/gannen/i.test(inside)) section.gannen = true;
  else if (currency !== undefined) section.tokens.push({ kind: 'literal', text: currency });
}
