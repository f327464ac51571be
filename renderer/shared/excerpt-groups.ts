import type { RecordKind } from '../../electron/contract/recognised.ts';

type Grouped = { key: string; kind: RecordKind; section: string; parent: string | null };

/** An excerpt in its group: `child` where it stands behind the one it answers or belongs to. */
export type ExcerptRow<T> = { one: T; child: boolean };
/** Rows that follow one another under the same headings (outermost first, a line each). */
export type ExcerptRun<T> = {
  /** Stays the same whichever of its rows is first. */
  key: string;
  section: string;
  rows: ExcerptRow<T>[];
};
/** Excerpts of one kind; the answers to them stand among them, whatever kind they are of. */
export type ExcerptGroup<T> = { kind: RecordKind; count: number; runs: ExcerptRun<T>[] };

/** Excerpts by kind, in the order in which a paper brings the kinds, and by heading; answers behind what they answer. */
export function groupExcerpts<T extends Grouped>(all: readonly T[]): ExcerptGroup<T>[] {
  const keys = new Set(all.map(({ key }) => key));
  const ownerOf = ({ key, parent }: T) => (parent !== null && parent !== key && keys.has(parent) ? parent : null);
  const children = Map.groupBy(all.filter((one) => ownerOf(one) !== null), ownerOf);
  const behind = (owner: T, seen: ReadonlySet<string>): T[] =>
    (children.get(owner.key) ?? []).flatMap((child) => (seen.has(child.key) ? [] : [child, ...behind(child, new Set([...seen, child.key]))]));
  const owners = all.filter((one) => ownerOf(one) === null);
  return [...Map.groupBy(owners, ({ kind }) => kind)].map(([kind, own]) => {
    const runs: ExcerptRun<T>[] = [];
    for (const owner of own) {
      const rows = [{ one: owner, child: false }, ...behind(owner, new Set([owner.key])).map((one) => ({ one, child: true }))];
      const last = runs.at(-1);
      if (last?.section === owner.section) last.rows.push(...rows);
      else runs.push({ key: `${runs.filter(({ section }) => section === owner.section).length} ${owner.section}`, section: owner.section, rows });
    }
    return { kind, count: own.length, runs };
  });
}

/** All of a group's rows, one after another. */
export const rowsOf = <T,>({ runs }: ExcerptGroup<T>): T[] => runs.flatMap(({ rows }) => rows.map(({ one }) => one));

/** 「第4章 › 1 › 変更の区域について」; empty where the whole group stands under the same headings, which says nothing. */
export function sectionSaid<T>({ runs }: ExcerptGroup<T>, section: string): string {
  return runs.length < 2 ? '' : section.split('\n').filter((heading) => heading !== '').join(' › ');
}
