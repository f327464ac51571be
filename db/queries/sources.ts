import { eq } from 'drizzle-orm';
import type { Connection, Orm } from '../open.ts';
import { source } from '../schema/index.ts';
import { indexTokens } from '../search-text.ts';

/** A source paper as it is kept: its bytes, its text, and what they are named by. */
export type Source = { sha256: string; fileName: string; encoding: string; bytes: Uint8Array; text: string };

/** Keeps a source paper and makes each of its lines findable; one that is kept already is left alone. */
export function insertSource({ sqlite }: Pick<Connection, 'sqlite'>, { sha256, fileName, encoding, bytes, text }: Source): void {
  const { changes } = sqlite
    .prepare('INSERT OR IGNORE INTO source (sha256, file_name, encoding, bytes, text, characters) VALUES (?, ?, ?, ?, ?, ?)')
    .run(sha256, fileName, encoding, bytes, text, text.length);
  if (changes === 0) return;
  const lowest = Number(sqlite.prepare('SELECT min(0, coalesce(min(rowid), 0)) FROM search_doc').pluck().get());
  const addLine = sqlite.prepare("INSERT INTO search_doc (rowid, dossier_id, table_name, record_id, offset, line, body) VALUES (?, NULL, 'source', ?, ?, ?, ?)");
  const index = sqlite.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)');
  let rowid = lowest;
  let offset = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const body = line.trim();
    if (body !== '') {
      rowid -= 1;
      addLine.run(rowid, sha256, offset + line.indexOf(body), i + 1, body);
      index.run(rowid, indexTokens(body));
    }
    offset += line.length + 1;
  }
}

/** The text of a source paper; undefined where there is none of that name. */
export function sourceText(orm: Orm, sha256: string): string | undefined {
  return orm.select({ text: source.text }).from(source).where(eq(source.sha256, sha256)).get()?.text;
}
