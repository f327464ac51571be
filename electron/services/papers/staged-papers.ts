import type { ReadPaper } from './read-paper.ts';

/** A paper that was read and waits to be accepted. */
export type StagedPaper = ReadPaper & { fileName: string; bytes: Uint8Array };

/** Papers read but not yet accepted, newest last; only so many are kept. */
export class StagedPapers {
  readonly #papers = new Map<string, StagedPaper>();
  readonly #most: number;

  constructor(most = 20) {
    this.#most = most;
  }

  put(paper: StagedPaper): void {
    this.#papers.delete(paper.sha256);
    this.#papers.set(paper.sha256, paper);
    const [oldest] = this.#papers.keys();
    if (this.#papers.size > this.#most && oldest !== undefined) this.#papers.delete(oldest);
  }

  get(sha256: string): StagedPaper | undefined {
    return this.#papers.get(sha256);
  }
}
