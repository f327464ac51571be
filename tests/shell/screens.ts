import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Language } from '../../electron/contract/messages.ts';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { libraryContent } from '../../electron/contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { OUTSIDE_ITEMS, TRAY, routes } from '../../renderer/app/routes.ts';
import { setLanguage, translate as t } from '../../renderer/i18n/index.ts';
import { PAPER_LINES, makeCsv, makeDocx, makePdf } from '../support/made-files.ts';
import { ask } from './ask.ts';
import { goTo } from './harness.ts';
import type { RunningApp } from './harness.ts';

const SAMPLE_PAPER = fileURLToPath(new URL('../../electron/services/sample/assets/sample-paper.md', import.meta.url));

/** The app with the sample committee open on it, and where its records are. */
export type Stage = { app: RunningApp; page: Page; committeeId: string; itemId: string; issueId: string; meetingId: string; draftId: string; paperId: string };

/** A screen, or a state of one, and the way there from wherever the window is. */
export type Screen = { name: string; open(stage: Stage): Promise<void> };

/** Opens the sample and finds what the screens show of it. */
export async function setStage(app: RunningApp): Promise<Stage> {
  const { committeeId } = await ask(app, 'committees.openSample', {});
  const [item] = await ask(app, 'items.list', { committeeId });
  const points = await ask(app, 'points.list', { committeeId, itemId: item?.id ?? null });
  const meetings = await ask(app, 'meetings.list', { committeeId });
  const [draft] = await ask(app, 'drafts.list', { committeeId });
  const [paper] = await ask(app, 'papers.list', { committeeId });
  // The richest of each: the issue most is said about, the last meeting that was held.
  const issueId = points.filter(({ kind }) => kind === 'issue').toSorted((a, b) => b.notes - a.notes)[0]?.id ?? '';
  const meetingId = meetings.findLast(({ notes }) => notes > 0)?.id ?? '';
  return { app, page: app.page, committeeId, itemId: item?.id ?? '', issueId, meetingId, draftId: draft?.id ?? '', paperId: paper?.id ?? '' };
}

/** Sets the window's language, and that of the words by which the screens below find their buttons. */
export async function speak(app: RunningApp, language: Language): Promise<void> {
  await ask(app, 'preferences.set', { language });
  setLanguage(language);
  await app.page.reload();
  await app.page.getByRole('main').waitFor();
}

/** Goes to a place anew: dialogs are closed, and no state of the screen that was there stays. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.keyboard.press('Escape');
  for (const place of [routes.settings(), route]) {
    await goTo(page, place);
    await page.waitForFunction((hash) => location.hash === hash, `#${place}`);
    await page.locator('main:not([aria-busy])').waitFor();
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Whether a paper is being looked through: what an earlier screen began is still there. */
const importing = async (page: Page) => await page.getByRole('region', { name: t('import.recognised') }).count() > 0;

/** Gives up what is being looked through, paper by paper. */
async function putAway(page: Page): Promise<void> {
  await visit(page, routes.import());
  while (await importing(page)) {
    await button(page, t('import.discard')).click();
    await page.locator('main').filter({ has: page.getByRole('region', { name: t('import.recognised') }).or(button(page, t('import.choose'))) }).waitFor();
  }
}

async function previewPaper({ page }: Stage): Promise<void> {
  await visit(page, routes.import());
  // another screen's paper may be open still
  if (await importing(page) && await page.getByRole('heading', { name: basename(SAMPLE_PAPER) }).count() > 0) return;
  await previewFiles(page, SAMPLE_PAPER);
}

async function previewFiles(page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await putAway(page);
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.getByRole('region', { name: t('import.recognised') }).waitFor();
}

const file = (name: string, content: Uint8Array | string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** A paper of the sample committee, in the library and replaced by a version that lacks a line. */
async function prepareLibraryAndTray({ app, committeeId, paperId }: Stage): Promise<void> {
  const bytes = new Uint8Array(readFileSync(SAMPLE_PAPER));
  const paper = { fileName: 'sample-paper.md', bytes };
  if ((await ask(app, 'library.papers', {})).length === 0) {
    const read = await ask(app, 'papers.preview', paper);
    await ask(app, 'papers.accept', { sha256: read.sha256, title: read.recognised.title ?? '', label: '', committee: { to: 'library' }, ...libraryContent(rowsFromRecognised(read.recognised), '') });
  }
  if ((await ask(app, 'papers.tray', { committeeId })).length > 0) return;
  const [point] = (await ask(app, 'points.all', { committeeId })).filter((each) => each.kind === 'viewpoint' && each.hasSource);
  const without = new TextDecoder().decode(bytes).split('\n').filter((line) => point === undefined || !line.includes(point.text.slice(0, 12))).join('\n');
  const newer = await ask(app, 'papers.preview', { fileName: 'sample-paper-2.md', bytes: new TextEncoder().encode(without) });
  await ask(app, 'papers.replace', { committeeId, paperId, sha256: newer.sha256, title: newer.recognised.title ?? '', label: '' });
}

const kindPaper = (name: string) => readFileSync(new URL(`../fixtures/kinds/${name}`, import.meta.url));
/** Papers of invented cities that the screens below show: with indicators and actions, and with what was said. */
const PROGRAMME = '14-programme.md';
const MINUTES = '06-minutes.txt';

/** Every word of those papers, cell by cell and with their broken lines joined, so that it can be told from what the app says. */
export const shownPapers = (): string[] => [PROGRAMME, MINUTES].flatMap((name) => {
  const text = kindPaper(name).toString('utf8');
  return [...text.split(/[|\n\t]/), text.replace(/\n/g, '')];
});

/** Takes such a paper into the sample committee, where it is not there yet. @returns its id */
async function takeIn({ app, committeeId }: Stage, name: string): Promise<string> {
  const there = (await ask(app, 'papers.list', { committeeId })).find((paper) => paper.fileName === name);
  if (there) return there.id;
  const read = await ask(app, 'papers.preview', { fileName: name, bytes: new Uint8Array(kindPaper(name)) });
  const preview = rowsFromRecognised(read.recognised);
  const made = await ask(app, 'papers.accept', { sha256: read.sha256, title: read.recognised.title ?? name, label: '', committee: { to: 'existing', committeeId }, rows: acceptedRows(preview.rows), ...acceptedOthers(preview) });
  return made.paperId;
}

/** Shows a paper beside what was made of it, and chooses the first line of those words there. */
async function chooseRecord(stage: Stage, name: string, words: string): Promise<void> {
  await visit(stage.page, routes.papers(stage.committeeId, await takeIn(stage, name)));
  await stage.page.locator('aside [data-row]').filter({ hasText: words }).first().click();
  await stage.page.locator('main [data-active]').first().waitFor();
}

async function chooseIssue({ page, committeeId, itemId, issueId }: Stage): Promise<void> {
  await visit(page, routes.board(committeeId, itemId));
  await page.locator('[data-point]').first().waitFor();
  const filtered = button(page, t('board.showAll'));
  if (await filtered.count() > 0) await filtered.click();
  await page.locator(`[data-point="${issueId}"]`).click();
  await page.locator('aside mark').first().waitFor();
}

async function enterMeeting({ page, committeeId, meetingId }: Stage): Promise<void> {
  await visit(page, routes.meetings(committeeId, meetingId));
  await page.locator('main [data-note]').first().waitFor();
}

async function openDraft({ page, committeeId, draftId }: Stage): Promise<void> {
  await visit(page, routes.draft(committeeId, draftId));
  const sheet = page.getByRole('textbox', { name: t('draft.writing') });
  await sheet.locator('[data-target]').first().waitFor();
  await sheet.locator('p', { has: page.locator('[data-target]') }).first().click();
  await page.getByRole('region', { name: t('draft.clause') }).waitFor();
}

async function openExport({ page, committeeId }: Stage, form: 'working-paper' | 'basic-policy'): Promise<void> {
  await visit(page, routes.export(committeeId));
  await page.getByRole('radio', { name: t(`words.form.${form}`) }).check({ force: true });
  await page.locator('main [aria-busy="false"] iframe').waitFor();
}

async function pressFor(page: Page, key: string, shown: ReturnType<Page['locator']>): Promise<void> {
  await page.keyboard.press(key);
  await shown.waitFor();
}

/** What stands on the shelf before there is any committee. */
export const FIRST_SCREENS: readonly Screen[] = [
  { name: 'shelf-empty', open: async ({ page }) => { await visit(page, routes.shelf()); await button(page, t('shelf.openSample')).waitFor(); } },
  { name: 'library-empty', open: async ({ page }) => { await visit(page, routes.library()); await page.getByRole('heading', { name: t('library.empty') }).waitFor(); } },
];

/** Every screen and every state of one that has parts of its own. */
export const SCREENS: readonly Screen[] = [
  { name: 'shelf', open: async ({ page }) => { await visit(page, routes.shelf()); await page.getByRole('heading', { name: t('shelf.committees') }).waitFor(); } },
  { name: 'shelf-new', open: async ({ page }) => { await visit(page, routes.shelf()); await button(page, t('shelf.newCommittee')).first().click(); await page.getByRole('textbox', { name: t('shelf.name') }).waitFor(); } },
  { name: 'import-choose', open: async ({ page }) => {
    await putAway(page);
    await button(page, t('import.choose')).waitFor();
  } },
  { name: 'import-preview', open: async (stage) => { await previewPaper(stage); await stage.page.locator('[data-row]').nth(3).click(); } },
  { name: 'import-accept', open: async (stage) => { await previewPaper(stage); await pressFor(stage.page, 'Control+Enter', stage.page.getByRole('dialog')); } },
  { name: 'import-kinds', open: async (stage) => { await previewPaper(stage); await stage.page.locator('[data-row]').nth(3).click(); await pressFor(stage.page, 't', stage.page.getByRole('menu')); } },
  { name: 'import-list', open: async ({ page }) => {
    await previewFiles(page, [file('paper 1.docx', makeDocx()), file('paper 2.csv', makeCsv()), file('paper 3.pdf', '%PDF-1.7')]);
    await page.getByText(t('import.state.refused')).waitFor();
  } },
  { name: 'import-accept-all', open: async ({ page }) => {
    // nothing doubtful in either, and neither is of the sample
    const paper = (number: number) => `# ${PAPER_LINES[2]} ${number}\n\n## 1. 審議事項\n\n- (1) 地域における図書館の役割\n\n### (1) 地域における図書館の役割\n\n【課題】\n\n- ① 開館時間が短く、勤め帰りに寄れない\n`;
    await previewFiles(page, [file('paper 6.md', paper(6)), file('paper 7.md', paper(7))]);
    const ready = button(page, t('import.acceptSure', { n: 2 }));
    await ready.waitFor();
    await pressFor(page, 'Control+Shift+Enter', page.getByRole('dialog'));
  } },
  { name: 'import-pages', open: async ({ page }) => {
    await previewFiles(page, [file('paper 4.pdf', makePdf())]);
    await page.locator('canvas[aria-busy=false]').first().waitFor();
    await page.locator('[data-row]').nth(3).click();
  } },
  { name: 'import-text', open: async (stage) => {
    await previewPaper(stage);
    await stage.page.getByText(t('papers.textFace'), { exact: true }).click();
    await stage.page.getByText(t('papers.sheetFace'), { exact: true }).click();
  } },
  { name: 'import-replace', open: async (stage) => {
    await previewFiles(stage.page, [file('paper 5.md', `${readFileSync(SAMPLE_PAPER, 'utf8')}\n- ⑨ 開館時間が短く、勤め帰りに寄れない`)]);
    await pressFor(stage.page, 'Control+Enter', stage.page.getByRole('dialog'));
    await stage.page.getByRole('dialog').getByText(t('import.toReplace'), { exact: true }).click();
    await stage.page.getByRole('dialog').locator('button[type=submit]').click();
    await stage.page.getByRole('grid', { name: t('import.differences') }).waitFor();
  } },
  { name: 'import-figures', open: async ({ page }) => {
    await previewFiles(page, [file('paper 8.md', kindPaper(PROGRAMME))]);
    await page.locator('[data-cell]').nth(1).click();
  } },
  { name: 'import-cell', open: async ({ page }) => {
    await previewFiles(page, [file('paper 8.md', kindPaper(PROGRAMME))]);
    await page.locator('[data-cell]').nth(1).click();
    await pressFor(page, 'Enter', page.getByRole('grid').getByRole('textbox'));
  } },
  { name: 'import-statements', open: async ({ page }) => {
    await previewFiles(page, [file('paper 9.txt', kindPaper(MINUTES))]);
    await page.locator('[data-row]').last().click();
  } },
  { name: 'import-add-lines', open: async ({ page }) => {
    await previewFiles(page, [file('paper 8.md', kindPaper(PROGRAMME))]);
    await page.locator('[data-cell]').nth(1).click();
    await pressFor(page, 'Shift+A', page.getByRole('toolbar', { name: t('papers.addLines') }));
  } },
  { name: 'import-replace-left', open: async (stage) => {
    await takeIn(stage, PROGRAMME);
    const { indicators } = await ask(stage.app, 'excerpts.all', { committeeId: stage.committeeId });
    const [left] = indicators.filter(({ paperId }) => paperId !== null);
    if (left) await ask(stage.app, 'excerpts.remove', { committeeId: stage.committeeId, ids: [left.id] });
    await previewFiles(stage.page, [file('paper 11.md', `${kindPaper(PROGRAMME).toString('utf8')}\n以上\n`)]);
    await pressFor(stage.page, 'Control+Enter', stage.page.getByRole('dialog'));
    await stage.page.getByRole('dialog').getByText(t('import.toReplace'), { exact: true }).click();
    await stage.page.getByRole('dialog').locator('button[type=submit]').click();
    await stage.page.getByRole('grid', { name: t('import.differences') }).getByRole('button', { name: t('import.addAnyway') }).first().click();
  } },
  { name: 'board', open: chooseIssue },
  { name: 'board-edit', open: async (stage) => { await chooseIssue(stage); await pressFor(stage.page, 'Enter', stage.page.getByRole('textbox', { name: t('board.editText') })); } },
  { name: 'board-link', open: async (stage) => { await chooseIssue(stage); await pressFor(stage.page, 'l', stage.page.getByText(t('board.linkingToggle'))); } },
  { name: 'board-cite', open: async (stage) => { await chooseIssue(stage); await pressFor(stage.page, 'c', stage.page.getByRole('dialog').getByRole('listbox')); } },
  { name: 'board-cities', open: async (stage) => { await chooseIssue(stage); await button(stage.page, t('board.cityFilter', { city: t('common.all') })).click(); await stage.page.getByRole('menu').waitFor(); } },
  { name: 'board-item-menu', open: async ({ page, committeeId, itemId }) => {
    await visit(page, routes.board(committeeId, itemId));
    await page.locator('[data-item]').first().hover();
    await button(page, t('board.itemActions', { item: '(1)' })).click();
    await page.getByRole('menu').waitFor();
  } },
  { name: 'board-filtered', open: async (stage) => {
    await chooseIssue(stage);
    await button(stage.page, t('board.cityFilter', { city: t('common.all') })).click();
    await stage.page.getByRole('menuitemradio').nth(1).click();
    await button(stage.page, t('board.showAll')).waitFor();
  } },
  { name: 'board-outside', open: async ({ page, committeeId }) => { await visit(page, routes.board(committeeId, OUTSIDE_ITEMS)); await page.getByRole('heading', { name: t('board.outside') }).waitFor(); } },
  { name: 'meetings', open: async ({ page, committeeId }) => { await visit(page, routes.meetings(committeeId)); await page.locator('[data-row]').first().focus(); await page.getByRole('textbox', { name: t('meeting.name') }).waitFor(); } },
  { name: 'meeting', open: enterMeeting },
  { name: 'meeting-speaker', open: async (stage) => { await enterMeeting(stage); await stage.page.locator('textarea').last().focus(); await pressFor(stage.page, 'Tab', stage.page.getByRole('listbox', { name: t('meeting.speakers') })); } },
  { name: 'meeting-link', open: async (stage) => { await enterMeeting(stage); await stage.page.locator('textarea').last().focus(); await pressFor(stage.page, 'Control+l', stage.page.getByRole('dialog').getByRole('listbox')); } },
  { name: 'meeting-settings', open: async (stage) => { await enterMeeting(stage); await button(stage.page, t('meeting.settings')).click(); await stage.page.getByRole('dialog').waitFor(); } },
  { name: 'meeting-members', open: async (stage) => { await enterMeeting(stage); await button(stage.page, t('meeting.manageMembers')).click(); await stage.page.getByRole('dialog').waitFor(); } },
  { name: 'draft', open: openDraft },
  { name: 'draft-notes', open: async (stage) => { await openDraft(stage); await stage.page.getByRole('tab', { name: t('draft.notes') }).click(); } },
  { name: 'draft-examples', open: async (stage) => { await openDraft(stage); await stage.page.getByRole('tab', { name: t('words.short.example') }).click(); } },
  { name: 'export', open: (stage) => openExport(stage, 'working-paper') },
  { name: 'export-policy', open: (stage) => openExport(stage, 'basic-policy') },
  { name: 'export-date', open: async (stage) => { await openExport(stage, 'basic-policy'); await stage.page.getByRole('combobox', { name: t('export.coverDate') }).click(); await stage.page.getByRole('listbox').waitFor(); } },
  { name: 'papers', open: async ({ page, committeeId }) => { await visit(page, routes.papers(committeeId)); await page.getByRole('heading', { name: t('papers.title') }).first().waitFor(); } },
  { name: 'paper', open: async ({ page, committeeId, paperId }) => { await visit(page, routes.papers(committeeId, paperId)); await page.locator('main [data-key]').first().waitFor(); } },
  { name: 'paper-figures', open: (stage) => chooseRecord(stage, PROGRAMME, '変更②') },
  { name: 'paper-statements', open: (stage) => chooseRecord(stage, MINUTES, '山側の集落') },
  { name: 'paper-statement-edit', open: async (stage) => { await chooseRecord(stage, MINUTES, '山側の集落'); await pressFor(stage.page, 'Enter', stage.page.getByRole('grid').getByRole('textbox')); } },
  { name: 'paper-kinds', open: async (stage) => { await chooseRecord(stage, MINUTES, '山側の集落'); await pressFor(stage.page, 't', stage.page.getByRole('menu')); } },
  { name: 'paper-make-points', open: async (stage) => { await chooseRecord(stage, MINUTES, '山側の集落'); await pressFor(stage.page, 'k', stage.page.getByRole('dialog')); } },
  { name: 'paper-add-lines', open: async (stage) => {
    await chooseRecord(stage, PROGRAMME, '変更②');
    await pressFor(stage.page, 'Shift+A', stage.page.getByRole('toolbar', { name: t('papers.addLines') }));
    await stage.page.keyboard.press('Shift+ArrowDown');
  } },
  { name: 'paper-add-part', open: async (stage) => { await chooseRecord(stage, PROGRAMME, '変更②'); await pressFor(stage.page, 'Shift+C', stage.page.getByRole('dialog').getByRole('textbox').first()); } },
  { name: 'paper-nothing-found', open: async (stage) => {
    await chooseRecord(stage, MINUTES, '山側の集落');
    await stage.page.getByRole('searchbox', { name: t('papers.filter') }).fill('zzz');
    await stage.page.getByText(t('papers.nothingFound')).waitFor();
  } },
  { name: 'papers-tray', open: async (stage) => { await prepareLibraryAndTray(stage); await visit(stage.page, routes.papers(stage.committeeId, TRAY)); await stage.page.locator('[data-waiting]').first().waitFor(); } },
  { name: 'papers-tray-anchor', open: async (stage) => {
    await prepareLibraryAndTray(stage);
    await visit(stage.page, routes.papers(stage.committeeId, TRAY));
    await stage.page.locator('[data-waiting]').first().click();
    await pressFor(stage.page, 'a', stage.page.getByRole('dialog').getByRole('option').first());
  } },
  { name: 'library', open: async (stage) => { await prepareLibraryAndTray(stage); await visit(stage.page, routes.library()); await stage.page.locator('[data-example]').first().click(); await stage.page.locator('[data-active]').first().waitFor(); } },
  { name: 'library-records', open: async (stage) => { await prepareLibraryAndTray(stage); await visit(stage.page, routes.library()); await stage.page.getByText(t('import.recognised'), { exact: true }).click(); await stage.page.locator('aside [data-row]').first().click(); } },
  { name: 'library-committee', open: async (stage) => {
    await prepareLibraryAndTray(stage);
    await visit(stage.page, routes.committeeLibrary(stage.committeeId));
    await stage.page.locator('[data-example]').first().click();
    await pressFor(stage.page, 'c', stage.page.getByRole('dialog').getByRole('option').first());
  } },
  { name: 'board-library', open: async (stage) => { await prepareLibraryAndTray(stage); await chooseIssue(stage); await pressFor(stage.page, 'Shift+E', stage.page.getByRole('dialog').getByRole('option').first()); } },
  { name: 'draft-library', open: async (stage) => {
    await prepareLibraryAndTray(stage);
    await openDraft(stage);
    await stage.page.getByRole('tab', { name: t('words.short.example') }).click();
    await button(stage.page, t('library.pick')).click();
    await stage.page.getByRole('dialog').getByRole('option').first().waitFor();
  } },
  { name: 'palette', open: async (stage) => { await chooseIssue(stage); await pressFor(stage.page, 'Control+k', stage.page.getByRole('dialog').getByRole('option').first()); } },
  { name: 'palette-hits', open: async (stage) => {
    await chooseIssue(stage);
    await pressFor(stage.page, 'Control+k', stage.page.getByRole('dialog').getByRole('combobox'));
    await stage.page.getByRole('dialog').getByRole('combobox').fill('窓口');
    await stage.page.getByRole('dialog').locator('mark').first().waitFor();
  } },
  { name: 'settings', open: async ({ page }) => { await visit(page, routes.settings()); await page.getByRole('textbox', { name: t('settings.author') }).waitFor(); } },
  { name: 'failure', open: async (stage) => {
    await visit(stage.page, routes.settings());
    // The clock of the meeting asks for the hour as it is drawn.
    await stage.page.evaluate(() => {
      const { prototype } = Date;
      const { getHours } = prototype;
      prototype.getHours = () => { throw new Error('no hours'); };
      // Only while the screen is drawn for the first time.
      setTimeout(() => { prototype.getHours = getHours; }, 500);
    });
    await goTo(stage.page, routes.meetings(stage.committeeId, stage.meetingId));
    await stage.page.getByRole('main').getByRole('alert').waitFor();
  } },
  { name: 'nowhere', open: async ({ page }) => { await visit(page, routes.board('removed')); await page.getByText(t('common.notFound')).waitFor(); } },
];

/** @throws Error where no screen has that name */
export function screenNamed(name: string): Screen {
  const screen = SCREENS.find((each) => each.name === name);
  if (!screen) throw new Error(`no screen is named ${name}`);
  return screen;
}
