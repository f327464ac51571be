import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatOf, writeFileWhole } from '../../../electron/services/reports/write-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-file-'));
const small = join(folder, 'small');
mkdirSync(small);
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', [small]);
  rmSync(folder, { recursive: true, force: true });
});

const refused = (code: string) => expect.objectContaining({ name: 'AppError', code });

describe('writing a report to a file', () => {
  it('replaces the file that is there and leaves nothing else behind', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const path = join(own, '報告.docx');
    writeFileSync(path, 'old');
    await writeFileWhole(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(own)).toEqual(['報告.docx']);
  });

  it('says so where the folder is not there', async () => {
    await expect(writeFileWhole(join(folder, 'none', 'a.pdf'), Buffer.from('x'))).rejects.toEqual(refused('file-not-writable'));
  });

  it('says so where the place is taken by a folder, and leaves no piece behind', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    mkdirSync(join(own, 'a.pdf'));
    await expect(writeFileWhole(join(own, 'a.pdf'), Buffer.from('x'))).rejects.toEqual(refused('file-not-writable'));
    expect(readdirSync(own)).toEqual(['a.pdf']);
  });

  it('says so where the system lets nobody write', async () => {
    await expect(writeFileWhole(process.platform === 'win32' ? 'Z:\\none\\a.pdf' : '/proc/a.pdf', Buffer.from('x'))).rejects.toEqual(refused('file-not-writable'));
  });

  it.skipIf(!mounted)('keeps the old file whole where the disk is full', async () => {
    const path = join(small, 'a.docx');
    writeFileSync(path, 'old');
    await expect(writeFileWhole(path, Buffer.alloc(256 * 1024))).rejects.toEqual(refused('disk-full'));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(small)).toEqual(['a.docx']);
  });
});

describe('the format a file name asks for', () => {
  it('is told by its ending, in either case', () => {
    expect(['a.docx', 'b.PDF', 'c.d.md'].map(formatOf)).toEqual(['docx', 'pdf', 'md']);
  });

  it.each(['a.xlsx', 'a', 'docx', '.md/a'])('is unknown for %s', (path) => {
    expect(() => formatOf(path)).toThrow(refused('unknown-export-format'));
  });
});
