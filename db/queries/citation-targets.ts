import type { PointKind } from '../domain/words.ts';
import type { Orm } from '../open.ts';
import { meetingRows } from './meetings.ts';
import { speakersOf } from './members.ts';
import { noteRows } from './notes.ts';
import { placedPoints } from './placed-points.ts';
import { citiesByPoint } from './points.ts';
import { lastWords } from './removed-records.ts';
import { noteLabel, shortLabel } from './short-label.ts';

/** What a citation shows: its short form, and the text behind it. */
export type CitationTarget = {
  id: string;
  kind: PointKind | 'note';
  label: string;
  text: string;
  cities: string[];
  itemId: string | null;
  exists: boolean;
};

/**
 * What can be cited: every point and note in order, or those of `ids`. Of a removed one its last words are given, with
 * `exists` false; ids the dossier never had are left out.
 */
export function citationTargets(orm: Orm, dossierId: string, ids?: readonly string[]): CitationTarget[] {
  const wanted = ids === undefined ? undefined : new Set(ids);
  if (wanted?.size === 0) return [];
  const isWanted = ({ id }: { id: string }) => wanted === undefined || wanted.has(id);
  const cities = citiesByPoint(orm, dossierId);
  const points = placedPoints(orm, dossierId).filter(isWanted).map((one): CitationTarget => ({
    id: one.id, kind: one.kind, label: shortLabel(one.kind, one.placeNumber), text: one.text, cities: cities.get(one.id) ?? [], itemId: one.itemId, exists: true,
  }));
  const notes = noteRows(orm, dossierId).filter(isWanted).map((one): CitationTarget => ({
    id: one.id, kind: 'note', label: noteLabel(one.speaker, one.kind, one.meetingLabel), text: one.text, cities: [], itemId: null, exists: true,
  }));
  const found = new Set([...points, ...notes].map(({ id }) => id));
  const missing = [...(wanted ?? [])].filter((id) => !found.has(id));
  return [...points, ...notes, ...(missing.length === 0 ? [] : removedTargets(orm, dossierId, missing, cities))];
}

function removedTargets(orm: Orm, dossierId: string, ids: readonly string[], cities: ReadonlyMap<string, string[]>): CitationTarget[] {
  const points = [...lastWords(orm, dossierId, 'point', ids)].map(([id, { kind, text, itemId }]): CitationTarget => (
    { id, kind, label: shortLabel(kind, ''), text, cities: cities.get(id) ?? [], itemId, exists: false }));
  const meetings = new Map(meetingRows(orm, dossierId).map(({ id, label }) => [id, label]));
  const speakerOf = speakersOf(orm, dossierId);
  const notes = [...lastWords(orm, dossierId, 'note', ids)].map(([id, note]): CitationTarget => (
    { id, kind: 'note', label: noteLabel(speakerOf(note).speaker, note.kind, meetings.get(note.meetingId) ?? ''), text: note.text, cities: [], itemId: null, exists: false }));
  return [...points, ...notes];
}
