import { ClauseContent, plainText } from '../domain/clause-content.ts';
import type { AnyRecord, TableName } from './shape.ts';

const fields = (...names: string[]) => (record: AnyRecord) =>
  names.map((name) => record[name]).filter((value) => typeof value === 'string' && value !== '').join('\n');

const BODY: Partial<Record<TableName, (record: AnyRecord) => string>> = {
  item: fields('title'),
  point: fields('text', 'reason'),
  excerpt: fields('text'),
  indicator: fields('name', 'baseValue', 'targetValue', 'note'),
  indicatorValue: fields('value'),
  action: fields('title'),
  actionPlan: fields('reason'),
  actionCell: fields('text'),
  actionProgress: fields('status', 'text', 'note'),
  meeting: fields('label', 'dateRaw', 'topics', 'place'),
  agendaItem: fields('title'),
  note: fields('text'),
  member: fields('name', 'affiliation', 'field'),
  clause: (record) => plainText(ClauseContent.parse(JSON.parse(String(record['content'])))),
};

/** The text by which a record can be found; empty for tables that are not searched. */
export function searchableText(table: TableName, record: AnyRecord): string {
  return BODY[table]?.(record) ?? '';
}
