import { plainText } from '../../../db/domain/clause-content.ts';
import type { ReportSource } from '../../../electron/services/reports/report-source.ts';

/** Text without spaces, line ends and note marks: what formats may set differently. */
export const bare = (text: string): string => text.replace(/[\s　]+/g, '').replace(/※\d+(?!に同じ)/g, '');

/** What the draft says, clause by clause, from the source itself. */
export function clauseTexts({ draft }: ReportSource): string[] {
  return (draft?.clauses ?? []).map((clause) => bare((clause.kind === 'bullet' ? '・' : clause.number) + plainText(clause.content))).filter((text) => text !== '');
}

/** What the committee's points say, in the order of the working paper. */
export function pointTexts({ items, points }: ReportSource): string[] {
  return items.flatMap((item) =>
    (['viewpoint', 'issue', 'example'] as const).flatMap((kind) =>
      points
        .filter((point) => point.itemId === item.id && point.kind === kind)
        .map((point) => bare(`${point.number}${point.text}${point.cities.length > 0 ? `（${point.cities.join('・')}）` : ''}`)),
    ),
  );
}

/** How often a text stands in another. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** The parts that do not stand in the text after the part before them. */
export function outOfOrder(text: string, parts: readonly string[]): string[] {
  let from = 0;
  return parts.filter((part) => {
    const at = text.indexOf(part, from);
    if (at >= 0) from = at + part.length;
    return at < 0;
  });
}
