import type { Progress } from './files/paper-text.ts';
import type { AnswerTo, Task } from './paper-reader.ts';
import { readPaper } from './read-paper.ts';
import { recognisePaper } from './recognise-paper.ts';
import { matchVersions } from './revision/match-versions.ts';

/** Does a task of a paper reader here and now. @throws AppError as readPaper does */
export async function runTask(task: Task, progress: Progress = () => {}): Promise<AnswerTo<Task>> {
  if (task.do === 'match') return matchVersions(task, progress);
  const asKind = task.kind === undefined ? {} : { kind: task.kind };
  if (task.do === 'read') return readPaper(task.fileName, task.bytes, { progress, ...asKind });
  return recognisePaper(task.text, { furniture: task.furniture, alive: () => progress(0, 0), ...asKind });
}
