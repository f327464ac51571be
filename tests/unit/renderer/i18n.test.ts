import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../electron/contract/index.ts';
import { reasonSaid, setLanguage, translate } from '../../../renderer/i18n/index.ts';

const folder = new URL('../../../renderer/i18n/', import.meta.url);
const areas = readdirSync(folder).filter((file) => !['index.ts', 'shape.ts'].includes(file));
type Area = { ja: Record<string, string>; en: Record<string, string> };
const placeholders = (sentence: string | undefined) => new Set((sentence ?? '').match(/\{\w+\}/g));

describe('the catalogue of the interface', () => {
  it.each(areas)('says everything of %s in both languages, with the same facts filled in', async (file) => {
    // the areas are read as what i18n/index.ts requires them to be
    const { ja, en } = (await import(new URL(file, folder).href)) as Area;
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
    for (const key of Object.keys(ja)) {
      expect(ja[key], key).not.toBe('');
      expect(en[key], key).not.toBe('');
      expect(placeholders(en[key]), key).toEqual(placeholders(ja[key]));
    }
  });

  it('names every command that changes a committee, for undo and history', () => {
    const commands = Object.entries(operations).filter(([, { kind, host }]) => kind === 'command' && host === 'worker');
    for (const [name] of commands) expect(reasonSaid(translate, name), name).not.toBe(name);
    expect(reasonSaid(translate, '第3回の決定による')).toBe('第3回の決定による');
  });

  it('fills in facts, and follows the language', () => {
    expect(translate('import.leftOut', { n: 3 })).toBe('取り込まない 3');
    setLanguage('en');
    expect(translate('import.leftOut', { n: 3 })).toBe('Left out 3');
    setLanguage('ja');
  });
});
