import { useEffect, useMemo, useRef, useState } from 'react';
import type { AgendaItem } from '../../../electron/contract/meetings.ts';
import { takeUp } from './agenda-line.ts';

type States = Readonly<Record<string, AgendaItem['state']>>;
const overlaid = (agenda: readonly AgendaItem[], states: States) => agenda.map((item) => ({ ...item, state: states[item.id] ?? item.state }));

/**
 * The agenda with the states a person just gave it, before they are read back: the next note must stand under the item
 * that was taken up, and a second step must start from the first.
 */
export function useAgendaStates(onDisk: readonly AgendaItem[]) {
  const [ahead, setAhead] = useState<States>({});
  const shown = useMemo(() => overlaid(onDisk, ahead), [onDisk, ahead]);
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    setAhead((now) => (onDisk.some((item) => now[item.id] !== undefined && now[item.id] !== item.state) || Object.keys(now).length === 0 ? now : {}));
  }, [onDisk]);
  return {
    shown,
    current: () => latest.current.find((item) => item.state === 'current')?.id ?? null,
    /** Takes an item up and gives the states that change by it. */
    takeUp: (id: string) => {
      const steps = takeUp(latest.current, id);
      const states = Object.fromEntries(steps.map((step) => [step.id, step.state]));
      latest.current = overlaid(latest.current, states);
      setAhead((now) => ({ ...now, ...states }));
      return steps;
    },
  };
}
