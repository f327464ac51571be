/** How a stretch of a paper is set: what its Markdown or HTML dressing stands for. */
export type Style = 'strong' | 'inserted' | 'deleted' | 'above' | 'below' | 'reading' | 'hidden';

/** A stretch as it is read. Where `text` is not as long as its source (a line break, a sign by name), it cannot be cut. */
export type Run = { text: string; start: number; end: number; styles: readonly Style[] };

const DRESSING = /\*\*|__|<!--|-->|<(\/?)(b|strong|ins|del|s|sup|sub|i|em|u|span|small|font|p|div|center|br|ruby|rb|rt|rp|a)\b[^<>]{0,200}>|\\(?=[!-/:-@[-`{-~])|&(?:nbsp|amp|lt|gt|quot|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const STYLES: Readonly<Record<string, Style>> = { b: 'strong', strong: 'strong', ins: 'inserted', del: 'deleted', s: 'deleted', sup: 'above', sub: 'below', rt: 'reading' };
const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': '\u00a0', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Reads a stretch of a paper without its dressing: emphasis, tracked changes and raised letters become styles, escapes
 * and other tags go, <br> and <p> become line breaks; what is hidden in the file (<!--…-->) and the reading above a word
 * (<rt>) stay, each in a style of its own. A mark that has no partner is text.
 * @param from, to offsets in `text`, the stretch. @returns runs in order; what lies between two of them is dressing.
 */
export function undressed(text: string, from: number, to: number): Run[] {
  const body = text.slice(from, to);
  if (!/[*_<\\&]/.test(body)) return body === '' ? [] : [{ text: body, start: from, end: to, styles: [] }];
  const runs: Run[] = [];
  const open: Style[] = [];
  let done = 0;
  const take = (shown: string, start: number, end: number) => {
    if (shown !== '') runs.push({ text: shown, start: from + start, end: from + end, styles: [...new Set(open)] });
  };
  const emphasis = { '**': paired(body, /\*\*/g), __: paired(body, /(?<!_)__(?!_)/g) };
  for (const match of body.matchAll(DRESSING)) {
    const { 0: sign, index } = match;
    if (index < done) continue;
    if (sign === '**' || sign === '__') {
      const closes = emphasis[sign].get(index);
      if (closes === undefined) continue;
      take(body.slice(done, index), done, index);
      toggle(open, 'strong', closes);
    } else if (sign === '<!--' || sign === '-->') {
      if (sign === '-->' ? !open.includes('hidden') : !body.includes('-->', index)) continue;
      take(body.slice(done, index), done, index);
      toggle(open, 'hidden', sign === '-->');
    } else {
      take(body.slice(done, index), done, index);
      const [closing, tag] = [match[1] === '/', match[2]?.toLowerCase()];
      const style = tag === undefined ? undefined : STYLES[tag];
      if (style) toggle(open, style, closing);
      else if (tag === 'br' || (tag === 'p' && runs.length > 0)) take('\n', index, index + sign.length);
      else if (sign.startsWith('&')) take(characterOf(sign.toLowerCase()), index, index + sign.length);
    }
    done = index + sign.length;
    // the escaped character is text, whatever it would have meant
    if (sign === '\\') {
      take(body.slice(done, done + 1), done, done + 1);
      done += 1;
    }
  }
  take(body.slice(done), done, body.length);
  return runs;
}

const HEADING = /^[\f\s]*(?:>[ \t]*)*#{1,6}(?:[ \t\u3000]+|$)/;

/** A stretch of a paper in words alone, as it stands after its tracked changes: for a glance, where no place is to be kept. */
export function wordsAlone(text: string): string {
  return text.split('\n').map((line) => {
    const runs = undressed(line, HEADING.exec(line)?.[0].length ?? 0, line.length).filter(({ styles }) => !styles.includes('deleted') && !styles.includes('hidden'));
    return runs.map((run) => (run.styles.includes('reading') ? `（${run.text}）` : run.text)).join('');
  }).join('\n');
}

function toggle(open: Style[], style: Style, closing: boolean): void {
  if (!closing) open.push(style);
  else if (open.includes(style)) open.splice(open.lastIndexOf(style), 1);
}

/** Offsets of a mark that come in twos, and whether each closes. */
function paired(body: string, mark: RegExp): ReadonlyMap<number, boolean> {
  const at = [...body.matchAll(mark)].map(({ index }) => index).filter((index) => body[index - 1] !== '\\');
  return new Map(at.slice(0, at.length - (at.length % 2)).map((index, i) => [index, i % 2 === 1]));
}

function characterOf(entity: string): string {
  const named = ENTITIES[entity];
  if (named !== undefined) return named;
  const code = entity.startsWith('&#x') ? Number.parseInt(entity.slice(3), 16) : Number.parseInt(entity.slice(2), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
