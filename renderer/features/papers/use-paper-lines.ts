import { useChosenLines, type ChosenLines } from '../../shared/use-chosen-lines.ts';
import { useRead } from '../../shared/use-operation.ts';

const NONE: readonly never[] = [];

/** Choosing lines of a paper that was taken in. */
export function usePaperLines(committeeId: string, paperId: string | undefined): ChosenLines {
  const { data } = useRead('papers.text', { committeeId, paperId: paperId ?? '' }, { enabled: paperId !== undefined });
  const read = data?.paper.id === paperId ? data : undefined;
  return useChosenLines(read?.text, read?.passages ?? NONE);
}
