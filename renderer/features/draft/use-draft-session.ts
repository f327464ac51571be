import { useEffect, useRef, useState } from 'react';
import { ApiError, invoke, onChange } from '../../app/api.ts';
import type { CitationLabels } from '../../editor/citation-node.ts';
import { openDraft, type DraftSession } from '../../editor/draft-session.ts';
import { showRefusal } from '../../shared/use-operation.ts';
import type { Store } from '../../shared/store.ts';

export type EditorActions = { onChoose: (targetId: string) => void; onCite: () => void; onLeave: () => void };

const isGone = (refusal: unknown): boolean => refusal instanceof ApiError && refusal.code === 'not-found';

/** Drafts whose last keys are still on their way to the store: they are read again only after that. */
const closing = new Map<string, Promise<void>>();

/**
 * The draft open for writing, null while it is being read. It saves by itself, at the latest when the window loses the
 * focus or closes, and takes in what changes elsewhere (undo in the title row, a citation made on the board).
 */
export function useDraftSession({ committeeId, draftId, labels, actions }: {
  committeeId: string;
  draftId: string;
  labels: Store<CitationLabels>;
  actions: EditorActions;
}): { session: DraftSession | null; error: unknown } {
  const [opened, setOpened] = useState<{ session: DraftSession | null; error: unknown }>({ session: null, error: null });
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const input = { committeeId, id: draftId };
    let session: DraftSession | null = null;
    let over = false;
    const open = async () => {
      await closing.get(draftId);
      const { clauses } = await invoke('drafts.get', input);
      if (over) return;
      session = openDraft({
        read: async () => (await invoke('drafts.get', input)).clauses,
        save: (changes) => invoke('clauses.apply', { committeeId, draftId, ...changes }),
        isFinal: isGone,
      }, clauses, {
        labels,
        onChoose: (targetId) => latest.current.onChoose(targetId),
        onCite: () => latest.current.onCite(),
        onLeave: () => latest.current.onLeave(),
      });
      setOpened({ session, error: null });
    };
    open().catch((error: unknown) => setOpened({ session: null, error }));

    const stopListening = onChange(({ committeeId: changed, origin }) => {
      // a draft that is gone is left by the screen, which says so by itself
      if (changed === committeeId && origin !== 'clauses.apply') session?.pull().catch((refusal: unknown) => isGone(refusal) || showRefusal(refusal));
    });
    const flush = () => void session?.autosave.flush();
    const events = ['blur', 'pagehide', 'beforeunload'] as const;
    for (const name of events) window.addEventListener(name, flush);
    document.addEventListener('visibilitychange', flush);

    return () => {
      over = true;
      stopListening();
      for (const name of events) window.removeEventListener(name, flush);
      document.removeEventListener('visibilitychange', flush);
      if (session) {
        const closed = session.close().finally(() => {
          if (closing.get(draftId) === closed) closing.delete(draftId);
        });
        closing.set(draftId, closed);
      }
    };
  }, [committeeId, draftId, labels]);

  return opened;
}
