import type { DossierDraft } from '../../../db/dossier/draft.ts';
import { POINT_KINDS, type ExcerptKind, type PointKind } from '../../../db/domain/words.ts';
import type { Orm } from '../../../db/open.ts';
import { agendaItems } from '../../../db/queries/agenda.ts';
import { excerptRows, excerptsUnder } from '../../../db/queries/excerpts.ts';
import { itemRows } from '../../../db/queries/items.ts';
import { meetingRows } from '../../../db/queries/meetings.ts';
import { memberRows } from '../../../db/queries/members.ts';
import { placedPoints, pointRows } from '../../../db/queries/placed-points.ts';
import { citiesByPoint } from '../../../db/queries/points.ts';
import { listActions, listIndicators } from '../../../db/queries/programme.ts';
import type { RankedTable } from '../../../db/queries/ranks.ts';
import * as schema from '../../../db/schema/index.ts';
import type { AcceptedRow } from '../../contract/papers.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { SourcedTable } from '../../contract/revision.ts';
import type { Placed } from '../papers/revision/match-records.ts';
import { writeCities } from '../points.ts';
import { fillMeeting, fillMember, meetingFields } from './existing-records.ts';
import type { Incoming } from './incoming.ts';
import { putAction, putIndicator, removeAction, removeIndicator } from './put-programme.ts';
import { actionLine, excerptLine, indicatorLine, meetingLine, memberLine } from './record-lines.ts';

/** The dossier that records are written to. */
export type Writer = { orm: Orm; draft: DossierDraft; dossierId: string };

/** Where a new record goes. */
export type Place = {
  rank: string;
  /** The record of that table that a row's key (or `id:…`) names; null where it names none. */
  idOf: (table: SourcedTable, key: string | null) => string | null;
  /** The meeting whose agenda the paper's agenda is. */
  meetingId: string;
};

/** Something that comes in, and how it is written. */
export type Entry = {
  /** As it is paired with records; its id is the row's key. */
  placed: Placed;
  /** The committee's own record that it is, which is tied to the paper. */
  existing: string | null;
  add: (writer: Writer, id: string, place: Place) => void;
  /** Makes a record that stands say what this says. Its kind, item and place stay: they are the committee's own. */
  retell: (writer: Writer, id: string) => void;
  /** Fills in what the existing record leaves open. */
  fill: (writer: Writer, id: string) => void;
};

/** A record that stands, in one line. */
export type Said = { id: string; kind: PointKind | ExcerptKind | null; itemId: string | null; cities: string[]; says: string };

type Description = {
  schema: RankedTable;
  /** What of a paper's content becomes records of the table. @param hasAgenda whether its agenda is that of one meeting */
  entries: (content: Incoming, hasAgenda: boolean) => Entry[];
  /** The records of `ids` that stand in the dossier, in order. */
  standing: (orm: Orm, dossierId: string, ids: readonly string[]) => Said[];
  /** Writes a text that no entry brings, as it stands in a paper; undefined where one text does not make the record. */
  write?: (draft: DossierDraft, id: string, text: string) => void;
  /** Removes a record with all that belongs to it. */
  remove: (writer: Writer, id: string) => void;
};

const PLAIN = { kind: null, itemId: null, cities: [] };
const nothing = () => undefined;

/** The part of an entry that is the same for all rows of a text. */
const rowEntry = (table: SourcedTable, row: AcceptedRow, kind: string | null, text: string, how: Pick<Entry, 'add' | 'retell'>): Entry =>
  ({ placed: { id: row.key, table, kind, text, ranges: row.ranges }, existing: null, fill: nothing, ...how });

/** The part of an entry that is the same for all things that go by their number in a list. */
const listEntry = (table: SourcedTable, at: number, one: { ranges: readonly SourceRange[]; existing?: string | null }, text: string, name: string, how: Pick<Entry, 'add' | 'retell'> & Partial<Entry>): Entry =>
  ({ placed: { id: `${table} ${at}`, table, kind: null, text, name, ranges: one.ranges }, existing: one.existing ?? null, fill: nothing, ...how });

const isPoint = (row: AcceptedRow): row is AcceptedRow & { kind: PointKind } => POINT_KINDS.some((kind) => kind === row.kind);
const isExcerpt = (row: AcceptedRow): row is AcceptedRow & { kind: ExcerptKind } => row.kind !== 'item' && !isPoint(row);

/** Each table whose records are made of papers: what of a paper becomes such a record, what the record says, how it is written and removed. */
export const SOURCED: Readonly<Record<SourcedTable, Description>> = {
  item: {
    schema: schema.item,
    entries: ({ rows }) => rows.filter(({ kind }) => kind === 'item').map((row) => rowEntry('item', row, null, row.text, {
      add: ({ draft }, id, { rank }) => draft.add('item', id, { title: row.text, rank }),
      retell: ({ draft }, id) => draft.edit('item', id, { title: row.text }),
    })),
    standing: (orm, dossierId, ids) => itemRows(orm, dossierId, ids).map(({ id, title }) => ({ ...PLAIN, id, says: title })),
    write: (draft, id, title) => draft.edit('item', id, { title }),
    // An item's points stay, outside the items.
    remove: ({ orm, draft, dossierId }, id) => {
      draft.remove('item', id);
      for (const point of placedPoints(orm, dossierId)) if (point.itemId === id) draft.edit('point', point.id, { itemId: null });
    },
  },
  point: {
    schema: schema.point,
    entries: ({ rows }) => rows.filter(isPoint).map((row) => rowEntry('point', row, row.kind, row.text, {
      add: ({ draft }, id, { rank, idOf }) => {
        draft.add('point', id, { itemId: idOf('item', row.item), kind: row.kind, text: row.text, parentId: idOf('point', row.parent), reason: '', rank });
        writeCities(draft, id, row.cities);
      },
      retell: ({ draft }, id) => draft.edit('point', id, { text: row.text }),
    })),
    standing: (orm, dossierId, ids) => {
      const cities = citiesByPoint(orm, dossierId, ids);
      return pointRows(orm, dossierId, ids).map(({ id, kind, itemId, text }) => ({ id, kind, itemId, cities: cities.get(id) ?? [], says: text }));
    },
    write: (draft, id, text) => draft.edit('point', id, { text }),
    remove: ({ orm, draft, dossierId }, id) => {
      for (const point of placedPoints(orm, dossierId)) if (point.id === id || point.parentId === id) draft.remove('point', point.id);
    },
  },
  excerpt: {
    schema: schema.excerpt,
    entries: ({ rows }, hasAgenda) => rows.filter(isExcerpt).filter(({ kind }) => !hasAgenda || kind !== 'agenda').map((row) => rowEntry('excerpt', row, row.kind, excerptLine(row), {
      add: ({ draft }, id, { rank, idOf }) =>
        draft.add('excerpt', id, { kind: row.kind, text: row.text, speaker: row.speaker, section: row.section, parentId: idOf('excerpt', row.parent), rank }),
      retell: ({ draft }, id) => draft.edit('excerpt', id, { text: row.text, speaker: row.speaker }),
    })),
    standing: (orm, dossierId, ids) => excerptRows(orm, dossierId, ids).map((one) => ({ ...PLAIN, id: one.id, kind: one.kind, says: excerptLine(one) })),
    write: (draft, id, text) => draft.edit('excerpt', id, { text }),
    remove: ({ orm, draft, dossierId }, id) => {
      for (const one of [id, ...excerptsUnder(orm, dossierId, [id])]) draft.remove('excerpt', one);
    },
  },
  meeting: {
    schema: schema.meeting,
    entries: ({ meetings }) => meetings.map((one, i) => listEntry('meeting', i, one, meetingLine(one), one.label, {
      add: ({ draft }, id, { rank }) => draft.add('meeting', id, {
        ...meetingFields(one), topics: one.topics, place: one.place ?? '', startTime: '', endTime: '', open: true, closedReason: '', observers: null, rank,
      }),
      retell: ({ draft }, id) => draft.edit('meeting', id, { ...meetingFields(one), topics: one.topics }),
      fill: ({ orm, draft, dossierId }, id) => fillMeeting(orm, draft, dossierId, id, one),
    })),
    standing: (orm, dossierId, ids) => meetingRows(orm, dossierId, ids).map((one) => ({ ...PLAIN, id: one.id, says: meetingLine(one) })),
    remove: ({ draft }, id) => draft.remove('meeting', id),
  },
  agendaItem: {
    schema: schema.agendaItem,
    entries: ({ rows }, hasAgenda) => rows.filter(({ kind }) => hasAgenda && kind === 'agenda').map((row) => rowEntry('agendaItem', row, null, row.text, {
      add: ({ draft }, id, { rank, meetingId }) => draft.add('agendaItem', id, { meetingId, title: row.text, minutes: null, state: 'open', rank }),
      retell: ({ draft }, id) => draft.edit('agendaItem', id, { title: row.text }),
    })),
    standing: (orm, dossierId, ids) => agendaItems(orm, dossierId, ids).map(({ id, title }) => ({ ...PLAIN, id, says: title })),
    write: (draft, id, title) => draft.edit('agendaItem', id, { title }),
    remove: ({ draft }, id) => draft.remove('agendaItem', id),
  },
  member: {
    schema: schema.member,
    entries: ({ members }) => members.map((one, i) => listEntry('member', i, one, memberLine(one), one.name, {
      add: ({ draft }, id, { rank }) => draft.add('member', id, { name: one.name, affiliation: one.affiliation, field: one.field, role: one.role, rank }),
      retell: ({ draft }, id) => draft.edit('member', id, { name: one.name, affiliation: one.affiliation, field: one.field, role: one.role }),
      fill: ({ orm, draft, dossierId }, id) => fillMember(orm, draft, dossierId, id, one),
    })),
    standing: (orm, dossierId, ids) => memberRows(orm, dossierId, ids).map((one) => ({ ...PLAIN, id: one.id, says: memberLine(one) })),
    remove: ({ draft }, id) => draft.remove('member', id),
  },
  indicator: {
    schema: schema.indicator,
    entries: ({ indicators }) => indicators.map((one, i) => listEntry('indicator', i, one, indicatorLine(one), one.name, {
      add: ({ draft }, id, { rank }) => putIndicator(draft, id, one, { rank }),
      retell: ({ orm, draft, dossierId }, id) => putIndicator(draft, id, one, { before: listIndicators(orm, dossierId, [id])[0] }),
    })),
    standing: (orm, dossierId, ids) => listIndicators(orm, dossierId, ids).map((one) => ({ ...PLAIN, id: one.id, says: indicatorLine(one) })),
    remove: ({ orm, draft, dossierId }, id) => {
      for (const one of listIndicators(orm, dossierId, [id])) removeIndicator(draft, one);
    },
  },
  action: {
    schema: schema.action,
    entries: ({ actions }) => actions.map((one, i) => listEntry('action', i, one, actionLine(one), one.title, {
      add: ({ draft }, id, { rank }) => putAction(draft, id, one, { rank }),
      retell: ({ orm, draft, dossierId }, id) => putAction(draft, id, one, { before: listActions(orm, dossierId, [id])[0] }),
    })),
    standing: (orm, dossierId, ids) => listActions(orm, dossierId, ids).map((one) => ({ ...PLAIN, id: one.id, says: actionLine(one) })),
    remove: ({ orm, draft, dossierId }, id) => {
      for (const one of listActions(orm, dossierId, [id])) removeAction(draft, one);
    },
  },
};
