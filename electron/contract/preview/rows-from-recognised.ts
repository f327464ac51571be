import type { RecognisedPaper } from '../recognised.ts';
import { MEMBER_ROLES, type MemberRole } from '../../../db/domain/words.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import type { Preview, PreviewAction, PreviewIndicator, PreviewMember, PreviewRow } from './preview.ts';

type Kpi = RecognisedPaper['kpis'][number];
type Programme = RecognisedPaper['programme'][number];

/**
 * What was recognised, as rows to correct. A record belongs to the item whose text one of its headings repeats (the
 * innermost such heading; marker and spaces are ignored), as in papers that list their 審議事項 first and then treat each
 * under a heading of the same words. What stands under no such heading is outside the items.
 */
export function rowsFromRecognised(recognised: RecognisedPaper): Preview {
  const items = new Map<string, string>();
  recognised.records.forEach((record, index) => {
    if (record.kind !== 'deliberation_item') return;
    const name = plain(record.text);
    if (!items.has(name)) items.set(name, keyOf(index));
  });
  // the same headings stand above many records
  const itemsOfHeadings = new Map<string, string | undefined>();
  const itemOf = (heading: string) => {
    if (!itemsOfHeadings.has(heading)) itemsOfHeadings.set(heading, items.get(plain(heading)));
    return itemsOfHeadings.get(heading);
  };
  const rows = recognised.records.map((record, index): PreviewRow => {
    const heading = items.size === 0 ? undefined : record.under.findLast((text) => itemOf(text) !== undefined);
    return {
      key: keyOf(index),
      kind: record.kind,
      marker: record.marker ?? '',
      text: record.text,
      cities: record.cities,
      speaker: record.speaker ?? '',
      section: record.under.join('\n'),
      item: record.kind === 'deliberation_item' || heading === undefined ? null : (itemOf(heading) ?? null),
      parent: record.parent === null ? null : keyOf(record.parent),
      ranges: [record.source],
      doubt: record.doubt ?? null,
      left: false,
    };
  });
  return {
    rows,
    meetings: recognised.meetings.map((meeting, index) => ({
      key: `m${index}`, label: meeting.label, dateRaw: meeting.date_raw, start: meeting.start, end: meeting.end,
      precision: meeting.precision, flag: meeting.flag ?? null, topics: meeting.topics, ...(meeting.place === undefined ? {} : { place: meeting.place }), ranges: [meeting.source], existing: null, doubt: meeting.doubt ?? null, left: false,
    })),
    members: recognised.members.map((member, index): PreviewMember => ({
      key: `p${index}`, name: member.name, affiliation: member.affiliation ?? '', field: member.field ?? '', role: roleOf(member.role), ranges: [member.source], existing: null, left: false,
    })),
    indicators: recognised.kpis.map(indicatorOf),
    actions: recognised.programme.map(actionOf),
  };
}

const written = (value: string | number | null): string => (value === null ? '' : String(value));
const figureOf = (figure: Kpi['base']) => (figure === null ? null : { label: figure.label, value: written(figure.value), unit: figure.unit ?? '' });

const indicatorOf = ({ name, marker, base, values, target, note, source, rowSources }: Kpi, index: number): PreviewIndicator => ({
  key: `k${index}`, name, marker: marker ?? '', base: figureOf(base), values: Object.entries(values).map(([label, value]) => ({ label, value: written(value) })),
  target: figureOf(target), note: note ?? '', ranges: rowSources ?? [source].filter((range) => range !== undefined), left: false,
});

const actionOf = ({ item, rows, progress, source, progressSource, rowSources }: Programme, index: number): PreviewAction => ({
  key: `a${index}`, title: item,
  plans: rows.map(({ kind, revision, reason, cells }) => ({ kind, revision: revision ?? '', reason: reason ?? '', cells: Object.entries(cells).map(([year, text]) => ({ year, text })) })),
  progress: progress.map(({ year, kind, status, text, note }) => ({ year, kind, status: status ?? '', text, note: note ?? '' })),
  ranges: rowSources ?? [source, progressSource].filter((range) => range !== undefined), left: false,
});

const keyOf = (index: number) => `r${index}`;

/** A heading or item text without its marker and spaces, full and half width alike. */
function plain(text: string): string {
  const whole = text.normalize('NFKC').replace(/\s+/g, '');
  const bare = (readMarker(text)?.rest ?? '').normalize('NFKC').replace(/\s+/g, '');
  return bare === '' ? whole : bare;
}

/** 「委員長」「◎」… → a role of the committee. */
function roleOf(written: string | null): MemberRole {
  if (written === null) return 'member';
  const role = MEMBER_ROLES.find((known) => known === written);
  if (role) return role;
  if (/副|代理|○/.test(written) && /長|○/.test(written)) return 'vice-chair';
  if (/長|◎/.test(written)) return 'chair';
  return /事務/.test(written) ? 'secretariat' : 'member';
}
