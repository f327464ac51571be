import type { ReadPaper } from './read-paper.ts';

/** A paper that was read and waits to be accepted. */
export type StagedPaper = ReadPaper & { fileName: string; bytes: Uint8Array };

/** Room for four papers of the largest size, or for all the papers of a committee's year. */
const ROOM = 256 * 1024 * 1024;

/**
 * Papers read but not yet accepted, the one used last at the end. Where they take more room than there is, those that were
 * used longest ago are let go; the screen sends such a file again.
 */
export class StagedPapers {
  readonly #papers = new Map<string, StagedPaper>();
  readonly #room: number;

  /** @param room in bytes; the last paper is kept however large it is */
  constructor(room = ROOM) {
    this.#room = room;
  }

  put(paper: StagedPaper): void {
    this.#papers.delete(paper.sha256);
    this.#papers.set(paper.sha256, paper);
    let taken = [...this.#papers.values()].reduce((sum, one) => sum + sizeOf(one), 0);
    for (const [sha256, oldest] of this.#papers) {
      if (taken <= this.#room || sha256 === paper.sha256) return;
      taken -= sizeOf(oldest);
      this.#papers.delete(sha256);
    }
  }

  get(sha256: string): StagedPaper | undefined {
    const paper = this.#papers.get(sha256);
    if (paper === undefined) return undefined;
    this.#papers.delete(sha256);
    this.#papers.set(sha256, paper);
    return paper;
  }
}

/** Bytes a paper takes in memory, about: the file, its text in UTF-16, and some hundred bytes for each thing read in it. */
function sizeOf({ bytes, text, layout, recognised }: StagedPaper): number {
  return bytes.length + 2 * text.length + 200 * ((layout?.lines.length ?? 0) + recognised.records.length + recognised.headings.length + recognised.rest.length);
}
