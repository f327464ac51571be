import { startTransition, useEffect, useState } from 'react';

/**
 * How many of a long list's parts to draw: `step` at once, the others in the time nobody needs, so that a paper of a
 * thousand lines opens within a frame and is whole a moment later.
 * @param needed as many are drawn at any rate, such as those up to the part that is selected.
 */
export function useGradually(total: number, needed: number, step: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const waiting = requestIdleCallback(() => startTransition(() => setDrawn((now) => now + step)), { timeout: 250 });
    return () => cancelIdleCallback(waiting);
  }, [drawn, total, step]);
  return Math.min(total, Math.max(drawn, needed));
}
