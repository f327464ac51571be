import type { AppCommand } from '../app/commands.ts';
import { Kbd } from './kbd.tsx';
import classes from './tool-button.module.css';

/** A command as a small button with its key. */
export function ToolButton({ tool, ref, ...rest }: { tool: AppCommand & { pressed?: boolean }; ref?: React.Ref<HTMLButtonElement> } & React.ComponentProps<'button'>) {
  return (
    <button {...rest} ref={ref} type="button" className={`quiet ${classes.tool}`} aria-pressed={tool.pressed} disabled={tool.disabled} onClick={tool.run}>
      {tool.label} {tool.keys ? <Kbd keys={tool.keys} /> : null}
    </button>
  );
}
