import type { IssueState } from '../../electron/contract/board.ts';
import { useT } from '../i18n/index.ts';
import classes from './state-mark.module.css';

const SHAPES: Record<IssueState, string> = { open: '○', answered: '●', reasoned: '△' };

/** The state of an issue as a shape and a word: ○ 未対応, ● 第2章1(1), △ 理由を記録. `label` is the clause that answers. */
export function StateMark({ state, label }: { state: IssueState; label?: string }) {
  const t = useT();
  return (
    <span className={classes.mark} data-state={state}>
      <span aria-hidden>{SHAPES[state]}</span> {label || t(`words.state.${state}`)}
    </span>
  );
}
