import { keyLabel } from './keys.ts';
import classes from './kbd.module.css';

/** A key as it is printed on this machine: `<Kbd keys="mod+z" />` → Ctrl Z. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={classes.kbd}>{keyLabel(keys)}</kbd>;
}
