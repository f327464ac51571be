import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { eq, inArray } from 'drizzle-orm';
import { sketchBytes, sketchFrom, sketchOf } from '../domain/likeness.ts';
import type { Connection, Orm } from '../open.ts';
import { source } from '../schema/index.ts';
import { indexTokens } from '../search-text.ts';

/** A source paper as it is kept: its bytes, its text, and what they are named by. `form`: what is known of its pages, as JSON. */
export type Source = { sha256: string; fileName: string; encoding: string; bytes: Uint8Array; text: string; form?: string | null };

/** Keeps a source paper and makes each of its lines findable; one that is kept already is left alone. */
export function insertSource({ sqlite }: Pick<Connection, 'sqlite'>, { sha256, fileName, encoding, bytes, text, form = null }: Source): void {
  const { changes } = sqlite
    .prepare('INSERT OR IGNORE INTO source (sha256, file_name, encoding, bytes, text, characters, form, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(sha256, fileName, encoding, bytes, text, text.length, form === null ? null : deflateRawSync(form), sketchBytes(sketchOf(text)));
  if (changes === 0) return;
  const lowest = Number(sqlite.prepare('SELECT min(0, coalesce(min(rowid), 0)) FROM search_doc').pluck().get());
  const addLine = sqlite.prepare("INSERT INTO search_doc (rowid, dossier_id, table_name, record_id, offset, line, body) VALUES (?, NULL, 'source', ?, ?, ?, ?)");
  const index = sqlite.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)');
  const lines: { offset: number; line: number; body: string }[] = [];
  let offset = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const body = line.trim();
    if (body !== '') lines.push({ offset: offset + line.indexOf(body), line: i + 1, body });
    offset += line.length + 1;
  }
  // The last line first: FTS5 writes out what it has gathered whenever a rowid is not above the one before.
  for (const [i, { offset: at, line, body }] of lines.toReversed().entries()) {
    const rowid = lowest - lines.length + i;
    addLine.run(rowid, sha256, at, line, body);
    index.run(rowid, indexTokens(body));
  }
}

/** The text of a source paper; undefined where there is none of that name. */
export function sourceText(orm: Orm, sha256: string): string | undefined {
  return orm.select({ text: source.text }).from(source).where(eq(source.sha256, sha256)).get()?.text;
}

/** A source paper's own file; undefined where there is none of that name. */
export function sourceFile(orm: Orm, sha256: string): { fileName: string; bytes: Uint8Array } | undefined {
  return orm.select({ fileName: source.fileName, bytes: source.bytes }).from(source).where(eq(source.sha256, sha256)).get();
}

/** What is known of a source paper's pages, as JSON; null where nothing is, undefined where there is no such paper. */
export function sourceForm(orm: Orm, sha256: string): string | null | undefined {
  const found = orm.select({ form: source.form }).from(source).where(eq(source.sha256, sha256)).get();
  if (found === undefined) return undefined;
  return found.form === null ? null : inflateRawSync(found.form).toString('utf8');
}

/** The sketches of source papers, by sha256; those of papers kept by an older version are made from their text. */
export function sourceSketches(orm: Orm, sha256s: readonly string[]): Map<string, Uint32Array> {
  const rows = orm.select({ sha256: source.sha256, sketch: source.sketch }).from(source).where(inArray(source.sha256, [...sha256s])).all();
  return new Map(rows.map(({ sha256, sketch }) => [sha256, sketch === null ? sketchOf(sourceText(orm, sha256) ?? '') : sketchFrom(sketch)]));
}
