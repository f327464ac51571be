import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../../renderer/editor/autosave.ts';
import { applyChanges, type ClauseChanges } from '../../../renderer/editor/diff-clauses.ts';
import type { EditorClause } from '../../../renderer/editor/editor-clause.ts';
import { clause } from './clause-arbitraries.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store in memory that takes its time, and can be told to refuse. */
function fixture(start: EditorClause[]) {
  let onDisk = start;
  let now = start;
  let inFlight = 0;
  const sent: ClauseChanges[] = [];
  const refusing = { on: false };
  const autosave = createAutosave({
    initial: start,
    read: () => now,
    save: async (changes) => {
      inFlight += 1;
      expect(inFlight).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      inFlight -= 1;
      if (refusing.on) throw new Error('disk full');
      sent.push(changes);
      onDisk = applyChanges(onDisk, changes);
    },
  });
  return {
    autosave, sent, refusing,
    write: (text: string) => {
      now = [clause(`p0 ${text}`, 'a')];
      autosave.touch();
    },
    onDisk: () => onDisk,
    now: () => now,
  };
}

describe('autosave', () => {
  it('has every key on disk within a second, however long the typing goes on', async () => {
    const { write, onDisk } = fixture([clause('p0 ', 'a')]);
    let longest = 0;
    let text = '';
    for (let i = 0; i < 100; i += 1) {
      text += 'あ';
      write(text);
      await vi.advanceTimersByTimeAsync(70);
      const [saved] = onDisk();
      const savedText = saved?.content.form === 'runs' && saved.content.runs[0]?.t === 'text' ? saved.content.runs[0].text : '';
      longest = Math.max(longest, (text.length - savedText.length) * 70);
    }
    expect(longest).toBeLessThan(1_000);
  });

  it('never has two saves on the way and sends nothing twice', async () => {
    const { autosave, write, sent, onDisk, now } = fixture([clause('p0 ', 'a')]);
    write('一');
    void autosave.flush();
    write('一二');
    void autosave.flush();
    void autosave.flush();
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(2);
    expect(onDisk()).toEqual(now());
    expect(autosave.state.get()).toEqual({ at: 'saved' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('says when saving was refused, keeps what was written, and saves it by itself once it can', async () => {
    const { autosave, write, refusing, onDisk, now } = fixture([clause('p0 ', 'a')]);
    refusing.on = true;
    write('一');
    await vi.advanceTimersByTimeAsync(900);
    expect(autosave.state.get().at).toBe('failed');
    write('一二');
    refusing.on = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onDisk()).toEqual(now());
    expect(autosave.state.get()).toEqual({ at: 'saved' });
  });
});
