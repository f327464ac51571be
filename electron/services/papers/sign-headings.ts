import { readCities } from './cities.ts';
import type { Entry, LineEntry } from './entries.ts';
import { BARE_PHRASE, POINTS, SIGN_PHRASE, type Scene } from './heading-scene.ts';
import { isTime } from './kinds/schedule.ts';
import { isInList, isNamedHeading, isSibling, isSubList, opensBelow } from './line-context.ts';
import type { Open } from './outline.ts';
import { isTheme } from './plain-headings.ts';
import { sectionKind } from './vocabulary.ts';

/** Signs that are bullets first. */
const WHITE_SIGNS = /[○〇◯◇△▽☆]/;

/** Whether a short phrase behind a sign (■, ◆, ●) heads what is below it, and is no item of a list. */
export function isSignHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { marker, body, line } = entry;
  if (marker && isTheme(body.text)) return line.gap > 0 && next.line.gap > 0;
  if (isTime(body.text)) return next.kind === 'table' || next.marker === null && next.line.indent > line.indent;
  if (!marker || body.text.length > SIGN_PHRASE || /[：:]|など$/.test(body.text) || readCities(body.text, false) !== null) return false;
  const kind = sectionKind(body.text);
  if (isSibling(entry, next) || (kind === null && body.text.endsWith('等'))) return false;
  const section = scene.stack.at(-1)?.section ?? null;
  // The last item of a list, above the next section.
  if (next.kind === 'line' && closesOpen(next, scene.stack) && (isInList(entry, scene) || section !== null)) return false;
  if (isInList(entry, scene) && next.kind === 'line' && next.marker !== null && scene.stack.some((open) => open.sign === next.marker?.raw)) return false;
  if (section !== null && POINTS.has(section) && isInList(entry, scene)) return false;
  // 「● 津波避難施設の整備」 in a section that is nothing but 主な取組 is a measure, whose parts are set in below it.
  if (kind !== section && scene.stack.at(-1)?.named === true && section === 'measure' && next.kind === 'line' && next.marker !== null && !isNamedHeading(next) && next.line.indent > line.indent) return false;
  const alike = scene.stack.find((open) => open.sign === marker.raw);
  if (alike) return (alike.section !== null && kind !== null && body.text.length <= BARE_PHRASE) || opensBelow(entry, next);
  if (section !== null && POINTS.has(section) && !isSubList(next)) return false;
  if (WHITE_SIGNS.test(marker.raw) && kind === null) return isSubList(next) && next.kind === 'line' && next.line.indent > line.indent;
  return opensBelow(entry, next);
}

/** A heading with no more # than one that is open begins the next section, and holds nothing of the line above it. */
function closesOpen({ line: { hash } }: LineEntry, stack: readonly Open[]): boolean {
  return hash > 0 && stack.some((open) => open.hash >= hash);
}
