import { readMarker } from '../../../../db/domain/marker.ts';
import type { Entry, LineEntry } from '../entries.ts';
import type { Span } from '../lines.ts';
import { isSpeaker, readSpeaker } from '../speakers.ts';

/** Who speaks on a line of their own, and what is said on the lines below. */
export type Speech = { speaker: string; pieces: Span[] };

/** 「（「異議なし」の声あり）」「（休憩）」: what happens, not what is said. */
export const STAGE_DIRECTION = /^[（(［[].*[）)］\]]$/;

/**
 * Gathers the speeches of minutes: a line that names a speaker takes what stands below it, up to the next speaker, a
 * heading, a table or a stage direction. An agenda item that stands on a line of its own again is the heading of what is
 * said on it.
 */
export function gatherSpeeches(entries: readonly Entry[]): Entry[] {
  const gathered: Entry[] = [];
  const agenda = agendaOf(entries);
  let open: (LineEntry & { speech: Speech }) | null = null;
  let begun = false;
  for (const entry of entries) {
    if (entry.kind === 'table') {
      open = null;
      gathered.push(entry);
      continue;
    }
    const said = speechOf(entry);
    if (said !== null) {
      begun = true;
      open = { ...entry, speech: said };
      gathered.push(open);
    } else if (begun && agenda.has(squeezed(entry.body.text))) {
      open = null;
      gathered.push({ ...entry, line: { ...entry.line, hash: entry.line.hash || HEADING_RANK } });
    } else if (open !== null && !endsSpeech(entry)) {
      open.speech.pieces.push(entry.body);
    } else {
      open = null;
      gathered.push(entry);
    }
  }
  return gathered;
}

/** Below the title and whatever chapters the minutes have. */
const HEADING_RANK = 4;

function speechOf({ line, body, marker }: LineEntry): Speech | null {
  if (line.hash > 0 && marker === null) return null;
  if (isSpeaker(body.text)) return { speaker: bare(body.text), pieces: [] };
  const read = readSpeaker(body.text);
  if (read === null) return null;
  const from = body.text.lastIndexOf(read.text);
  return { speaker: read.speaker, pieces: [{ ...body, text: read.text, start: body.map?.[from] ?? body.start + from, ...(body.map ? { map: body.map.slice(from, from + read.text.length) } : {}) }] };
}

const bare = (speaker: string) => speaker.replace(/^[（(【［[<＜〈](.*)[）)】］\]>＞〉]$/, '$1').replace(/[：:]$/, '').trim();

function endsSpeech({ line, body, marker }: LineEntry): boolean {
  if (line.hash > 0 || STAGE_DIRECTION.test(body.text)) return true;
  return marker !== null && HEADS.has(marker.family) && !body.text.endsWith('。');
}

const HEADS = new Set(['part', 'chapter', 'section', 'roman', 'decimal', 'decimal-paren', 'lenticular', 'double-angle', 'angle', 'square', 'double-circle']);

/** The items of the list of 議題, each with and without its number. */
function agendaOf(entries: readonly Entry[]): Set<string> {
  const items = new Set<string>();
  let inAgenda = false;
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    if (/^(?:議[ 　]*題|議[ 　]*事|次[ 　]*第|案[ 　]*件|審議事項|協議事項|報告事項)$/.test(entry.body.text)) inAgenda = true;
    else if (speechOf(entry) !== null) break;
    else if (inAgenda) items.add(squeezed(entry.body.text));
  }
  return items;
}

const squeezed = (text: string) => (readMarker(text)?.rest ?? text).normalize('NFKC').replace(/\s/g, '');
