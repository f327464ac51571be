/** A text's next version by chance, whatever it is of: some of its lines changed as offices change them, each known by its number. */
export type NumberedLine = { id: number; text: string };

const WORDS = ['等', '今後の', '令和7年度の', '関係団体', '新たな'];

/** @returns the lines of the new version; new ones have numbers below zero */
export function mutateLines(random: () => number, text: string, share: number): NumberedLine[] {
  const below = (n: number) => Math.floor(random() * n);
  const lines: NumberedLine[] = text.split('\n').map((line, id) => ({ id, text: line }));
  const content = lines.filter((line) => line.text.trim().length > 3 && !/^\s*\|?[-|: ]+$/.test(line.text));
  const chosen = content.map(({ id }) => ({ id, by: random() })).toSorted((a, b) => a.by - b.by).slice(0, Math.round(content.length * share));
  for (const [n, { id }] of chosen.entries()) {
    const at = lines.findIndex((line) => line.id === id);
    const line = lines[at];
    if (line === undefined) continue;
    const edit = random();
    const isTable = /[|\t]/.test(line.text);
    if (edit < 0.55) {
      const from = Math.floor(line.text.length * (0.3 + random() * 0.4));
      const out = Math.min(4, Math.max(1, Math.floor(line.text.length / 10)));
      lines[at] = { id, text: line.text.slice(0, from) + (WORDS[below(WORDS.length)] ?? '') + line.text.slice(from + out) };
    } else if (edit < 0.68) {
      lines.splice(at, 1);
    } else if (edit < 0.8) {
      const lead = /^[\s\u3000]*(?:[-・○●]\s*)?(?:[①-⑳]|[(（][^)）]{1,2}[)）])?/u.exec(line.text)?.[0] ?? '';
      const other = content[below(content.length)]?.text ?? '';
      lines.splice(at, 0, { id: -1 - n, text: isTable ? line.text : lead + Array.from(other.replace(/^[\s#・①-⑳-]+/u, '')).toReversed().join('') });
    } else if (edit < 0.9) {
      const block = lines.splice(at, 1 + below(3));
      lines.splice(below(lines.length), 0, ...block);
    } else if (!isTable && line.text.length > 12) {
      const wrap = 6 + below(line.text.length - 10);
      lines[at] = { id, text: `${line.text.slice(0, wrap)}\n${line.text.slice(wrap)}` };
    }
  }
  return lines;
}

/** Where each line begins and ends in the text they make together. */
export function placesOf(lines: readonly NumberedLine[]): Map<number, { start: number; end: number }> {
  let start = 0;
  return new Map(lines.map(({ id, text }) => {
    const place = { start, end: start + text.length };
    start = place.end + 1;
    return [id, place];
  }));
}
