import type { Line } from './lines.ts';
import { sectionKind, sectionName } from './vocabulary.ts';

const LEADERS = /(?:[.．]{3,}|…{1,}|‥{2,}|・{3,}|[･]{3,}|-{4,}|\t)[\s.．…‥・･-]*[0-9０-９]{1,3}$/;
/** A line of contents is no longer. */
const LONGEST = 200;
const PAGE_AT_END = /[\s\u3000]+[0-9０-９]{1,3}$/;

/**
 * Takes a list of contents out of the lines: it repeats headings that stand for themselves later. Lines belong to it while
 * they end in leaders and a page, or come again further down.
 */
export function takeContents(lines: readonly Line[]): Line[] {
  const last = new Map<string, number>();
  lines.forEach((line, i) => last.set(key(line.text), i));
  const kept: Line[] = [];
  let inside = false;
  lines.forEach((line, i) => {
    if (isContentsTitle(line.text)) {
      inside = true;
      return;
    }
    const led = isLedLine(line);
    if (inside && !led && !(line.text.length <= LONGEST && PAGE_AT_END.test(line.text)) && (last.get(key(line.text)) ?? i) <= i) inside = false;
    if (inside || (led && isLed(lines[i - 1], lines[i + 1]))) return;
    kept.push(line);
  });
  return kept;
}

function isContentsTitle(text: string): boolean {
  return text.length <= 8 && sectionName(text) === 'contents' && sectionKind(text) === 'contents';
}

function isLedLine(line: Line): boolean {
  return line.text.length <= LONGEST && LEADERS.test(line.text);
}

function isLed(above: Line | undefined, below: Line | undefined): boolean {
  return [above, below].some((line) => line !== undefined && isLedLine(line) && !/\t[^.．…]*$/.test(line.text));
}

/** What a contents line and the heading it points to have in common. */
function key(text: string): string {
  if (text.length > LONGEST) return text;
  return text.replace(LEADERS, '').replace(PAGE_AT_END, '').replace(/\s/g, '').normalize('NFKC');
}
