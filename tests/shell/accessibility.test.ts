import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakerName } from '../../db/domain/speaker-name.ts';
import { operations } from '../../electron/contract/index.ts';
import { routes } from '../../renderer/app/routes.ts';
import { PAPER_LINES, PAPER_TABLE } from '../support/made-files.ts';
import { ask } from './ask.ts';
import { openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';
import { FIRST_SCREENS, SCREENS, setStage, shownPapers, speak, visit } from './screens.ts';
import type { Screen, Stage } from './screens.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const THEMES = ['light', 'dark'] as const;

let app: RunningApp;
let page: Page;
let stage: Stage;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
});
afterAll(() => app.close());

/** What axe finds on the screen as it stands, a line each: rule, element, and the colours where they are at fault. */
async function faults(): Promise<string[]> {
  // Evaluated above the page's policy, which lets no other script in.
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => {
    // just put there; the export's preview is a paper in a frame that runs no script
    const { axe: inPage } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return inPage.run({ runOnly: rules, resultTypes: ['violations'], iframes: false });
  }, RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => (
    `${id} ${target.join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join(' / ')}`)));
}

async function faultsInBothThemes(): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Chromium may keep a finished one of what is out of view.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
    found.push(...(await faults()).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** Every text a person can see or hear on the screen: text nodes, names, tooltips, placeholders. */
const texts = () => page.evaluate(() => {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentElement?.checkVisibility()) found.add((node.textContent ?? '').trim());
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) found.add(element.getAttribute(name)?.trim() ?? '');
  }
  return [...found];
});

const OPERATION = new RegExp(`(^|[^\\w.])(${Object.keys(operations).map((name) => name.replace('.', '\\.')).join('|')})($|[^\\w.])`);
const MESSAGE_KEY = /^[a-z]+\.[a-zA-Z.-]+$/;
const innerNames = async () => (await texts()).filter((text) => MESSAGE_KEY.test(text) || OPERATION.test(text) || /\{\w+\}|\[object |undefined|NaN/.test(text));

describe('in Japanese', () => {
  const check = (screens: readonly Screen[]) => it.each(screens)('$name has no fault that axe finds in either theme, and shows no name of the program’s own', async ({ open }) => {
    await open(stage);
    expect(await faultsInBothThemes()).toEqual([]);
    expect(await innerNames()).toEqual([]);
  });
  describe('before there is a committee', () => {
    beforeAll(() => { stage = { ...NOWHERE, app, page }; });
    check(FIRST_SCREENS);
  });
  describe('with the sample', () => {
    beforeAll(async () => { stage = await setStage(app); });
    check(SCREENS);
  });
});

const NOWHERE = { committeeId: '', itemId: '', issueId: '', meetingId: '', draftId: '', paperId: '' };

describe('by keyboard', () => {
  beforeAll(() => speak(app, 'ja'));
  const walks = [
    { name: 'the board', route: () => routes.board(stage.committeeId, stage.itemId), takesKeys: true },
    { name: 'a meeting', route: () => routes.meetings(stage.committeeId, stage.meetingId), takesKeys: false },
    { name: 'the draft', route: () => routes.draft(stage.committeeId, stage.draftId), takesKeys: false },
  ];
  it.each(walks)('reaches every pane of $name, and always shows where the focus is', async ({ route, takesKeys }) => {
    await visit(page, route());
    await page.locator('aside').nth(1).waitFor();
    // The board takes the keys once it has its rows: not in the middle of the walk.
    if (takesKeys) await page.waitForFunction(() => document.activeElement?.closest('main'));
    const steps: Step[] = [];
    // Onwards from the top; then from the bottom, for what lies behind a text that takes Tab for itself.
    for (const [start, key] of [['first', 'Tab'], ['last', 'Shift+Tab']] as const) {
      await page.evaluate((which) => {
        const stops = [...document.querySelectorAll<HTMLElement>('button, [href], [tabindex="0"]')].filter((element) => element.checkVisibility() && element.tabIndex >= 0);
        stops.at(which === 'first' ? 0 : -1)?.focus();
      }, start);
      for (let press = 0; press <= 40; press++) {
        if (press > 0) await page.keyboard.press(key);
        const step = await page.evaluate(focusNow);
        if (step.pane === 'none') break;
        steps.push(step);
        if (step.takesTab) break;
      }
    }
    expect(steps.filter(({ visible }) => !visible).map(({ what }) => what)).toEqual([]);
    expect([...new Set(steps.map(({ pane }) => pane))]).toEqual(expect.arrayContaining(['nav', 'left', 'main', 'right', 'foot']));
  });
});

type Step = { pane: string; what: string; visible: boolean; takesTab: boolean };

/** Where the focus is, and whether it can be seen; past the last of the page it is nowhere. */
function focusNow(): Step {
  const focused = document.activeElement ?? document.body;
  if (focused === document.body) return { pane: 'none', what: '', visible: true, takesTab: false };
  const sides = [...document.querySelectorAll('aside')];
  const side = sides.findIndex((aside) => aside.contains(focused));
  const pane = side >= 0 ? (side === 0 ? 'left' : 'right') : (['nav', 'main', 'footer'].find((name) => focused.closest(name)) ?? 'title').replace('footer', 'foot');
  const outlined = (element: Element | null) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  return {
    pane,
    what: `${pane}: ${focused.tagName.toLowerCase()} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 30) ?? ''}`,
    // A text shows its caret; what is large enough to hold rows shows the row.
    visible: outlined(focused) || focused.matches('textarea, [contenteditable="true"]'),
    takesTab: focused.matches('main textarea, [contenteditable="true"]'),
  };
}

describe('in English', () => {
  let isData: (text: string) => boolean;
  beforeAll(async () => {
    isData = await dataOf(stage);
    await speak(app, 'en');
  });
  // what tests bring along is what people wrote, as well
  it.each(SCREENS)('$name says nothing in Japanese but what people wrote', async ({ open }) => {
    await open(stage);
    const japanese = (await texts()).filter((text) => JAPANESE.test(text));
    expect(japanese.filter((text) => !isData(text))).toEqual([]);
    expect(await innerNames()).toEqual([]);
  });
});

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const RUNS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+/gu;

/** Tells what people wrote from what the app says: the words of the store on one hand, the Japanese catalogue on the other. */
async function dataOf({ committeeId }: Stage): Promise<(text: string) => boolean> {
  const ofCommittee = { committeeId };
  const meetings = await ask(app, 'meetings.list', ofCommittee);
  const members = await ask(app, 'members.list', ofCommittee);
  const drafts = await ask(app, 'drafts.list', ofCommittee);
  const papers = await ask(app, 'papers.list', ofCommittee);
  const data: unknown = await Promise.all([
    ask(app, 'committees.list', {}), ask(app, 'items.list', ofCommittee), ask(app, 'points.all', ofCommittee),
    ...meetings.map(({ id }) => ask(app, 'meetings.get', { committeeId, id })),
    ...drafts.map(({ id }) => ask(app, 'drafts.get', { committeeId, id })),
    ...papers.map(({ id }) => ask(app, 'papers.text', { committeeId, paperId: id })),
  ]);
  const written = new Set(['日本語', ...leaves([PAPER_LINES, PAPER_LINES.map((line) => line.split('\u3000')), PAPER_TABLE, '以上', shownPapers()]), ...leaves([data, meetings, drafts, papers, members, members.map((member) => speakerName(member, members))]).flatMap((text) => [text, ...text.split('\n'), ...text.split('\n').map((line) => line.replace(MARKER, ''))])].map((text) => text.trim()));
  const corpus = [...written].join('\n');
  const said = await sentences();
  const isWritten = (text: string) => written.has(text) || (!said.some((sentence) => sentence.test(text)) && (text.match(RUNS) ?? []).every((run) => corpus.includes(run)));
  // the headings of a paper, one within another
  return (text) => text.split(' › ').every(isWritten);
}

/** What stands before the words of a line of a paper: 「## 2. 」「- ① 」. */
const MARKER = /^[#\s\-*・\d０-９.．()（）①-⒇]+/;

const leaves = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []);

/** The Japanese catalogue's sentences where English says it otherwise, with anything in the place of a parameter. */
async function sentences(): Promise<RegExp[]> {
  const folder = new URL('../../renderer/i18n/', import.meta.url);
  const areas = await Promise.all(readdirSync(folder).filter((file) => file !== 'index.ts' && file !== 'shape.ts').map(async (file) => (
    // every area gives its sentences in both languages (i18n/index.ts)
    await import(new URL(file, folder).href) as Record<'ja' | 'en', Record<string, string>>)));
  return areas.flatMap(({ ja, en }) => Object.entries(ja).filter(([key, text]) => JAPANESE.test(text) && en[key] !== text)
    .map(([, text]) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{\w+\}/g, '.+')}$`)));
}
