/**
 * `npm run screenshots`: the pictures of the README, taken from the app itself on the sample committee, in the middle of
 * its fourth meeting. The clock stands, so that a picture changes only when a screen does.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build/build.ts';
import type { NoteKind } from '../../db/domain/words.ts';
import { routes } from '../../renderer/app/routes.ts';
import { translate as t } from '../../renderer/i18n/index.ts';
import { ask } from './ask.ts';
import { openApp } from './harness.ts';
import type { RunningApp } from './harness.ts';
import { repackPng } from './repack-png.ts';
import { screenNamed, setStage, speak, visit } from './screens.ts';
import type { Stage } from './screens.ts';

const IMAGES = join(ROOT, 'docs/images');
const DAY = '2026-08-27';
const at = (time: string): Date => new Date(`${DAY}T${time}+09:00`);

type Said = { at: string; who: string; kind: NoteKind; text: string; about?: readonly string[]; due?: string };

/** What is said in the sample's fourth meeting up to now: who by family name, about which points by their numbers. */
const SAID: readonly Said[] = [
  { at: '14:07', who: '事務局', kind: 'explanation', text: '資料5により、区役所と支所の窓口で受けた相談の件数と内訳を説明。' },
  { at: '14:13', who: '西', kind: 'question', text: '支所で受けた相談のうち、区役所へ回したものはどれほどあるか。', about: ['課題①'] },
  { at: '14:15', who: '事務局', kind: 'answer', text: '三割ほどである。その半分は、もう一度区役所へ足を運んでもらっている。', about: ['課題①'] },
  { at: '14:21', who: '原', kind: 'opinion', text: '二度目の足を運ばせないことを、窓口の考え方の初めに置いてほしい。', about: ['視点①'] },
  { at: '14:26', who: '森', kind: 'opinion', text: '専門の相談は画面越しでも足りる。支所に端末を置くほうが、人を置くより早い。', about: ['課題②'] },
  { at: '14:31', who: '石田', kind: 'decision', text: '相談は最初に受けた窓口が終わりまで受け持つことを、方針に書く。', about: ['課題①'] },
  { at: '14:33', who: '事務局', kind: 'action', text: '支所ごとの端末の費用の見込みを示す。', due: '9月10日まで' },
  { at: '14:36', who: '大野', kind: 'opinion', text: '開く時間も併せて考えたい。働く人は平日の昼には来られない。' },
];

async function takePictures(app: RunningApp, setClock: (to: Date) => Promise<void>): Promise<void> {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await ask(app, 'preferences.set', { author: '佐野' });
  await speak(app, 'ja');
  const picture = async (name: string) => {
    await page.mouse.move(720, 5);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
    await writeFile(join(IMAGES, `${name}.png`), repackPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));
    console.log(`docs/images/${name}.png`);
  };
  const show = async (stage: Stage, name: string) => {
    await screenNamed(name).open(stage);
    await picture(name);
  };

  await setClock(at('13:50'));
  const stage = await setStage(app);
  const meetingId = await holdMeeting(stage, setClock);
  await setClock(at('14:38'));
  await page.clock.setFixedTime(at('14:38'));
  await page.reload();
  await page.getByRole('main').waitFor();

  await visit(page, routes.meetings(stage.committeeId, meetingId));
  const entry = page.getByRole('textbox', { name: t('meeting.entryLabel', { speaker: '高木委員', kind: t('words.note.opinion') }) });
  const line = page.locator('main section textarea').last();
  await line.focus();
  await page.keyboard.insertText('高木：');
  await entry.waitFor();
  await page.keyboard.insertText('支所の窓口でも同じ番号が使えるように');
  await picture('meeting');

  await screenNamed('draft').open(stage);
  // The clause that rests on most: its evidence, its history, and the text around it.
  await page.getByRole('button', { name: /要望が届く仕組み/ }).click();
  await page.locator('main p', { has: page.locator('[data-target]') }).filter({ hasText: '番号を付け' }).first().click();
  await page.locator('main p', { hasText: '番号を付け' }).locator('[data-target]').first().click();
  await picture('draft');
  await show(stage, 'export');
  await importPrinted(stage);
  await picture('import');
  await show(stage, 'board');
  await page.emulateMedia({ colorScheme: 'dark' });
  // Drawn anew: a change of theme leaves traces of rounding.
  await page.reload();
  await screenNamed('board').open(stage);
  await picture('board-dark');
}

/** Prints the working paper that is shown as a PDF, and takes it in as another city would: pages beside their records. */
async function importPrinted({ app, page, committeeId, issueId }: Stage): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'shingicho-printed-')), '審議資料.pdf');
  app.answerSaveDialog(path);
  await page.getByRole('button', { name: /^PDF/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('main [aria-busy=true]').length === 0);
  let printed: Buffer<ArrayBuffer> | undefined;
  for (let tries = 0; printed === undefined && tries < 100; tries++) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    printed = await readFile(path).catch(() => undefined);
  }
  if (!printed) throw new Error('the working paper was not printed');
  await visit(page, routes.import());
  await page.locator('input[type=file]').first().setInputFiles({ name: '審議資料.pdf', mimeType: 'application/pdf', buffer: printed });
  await rm(dirname(path), { recursive: true });
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  const issue = (await ask(app, 'points.all', { committeeId })).find(({ id }) => id === issueId);
  await page.locator('[data-row]').filter({ hasText: issue?.text ?? '' }).last().click();
  await page.locator('canvas[aria-busy=false]').nth(1).waitFor();
  await closeNotices(page);
}

/** What was just written has been said: it lies over what is to be seen. */
async function closeNotices(page: Stage['page']): Promise<void> {
  const close = page.locator('.mantine-Notification-closeButton');
  while (await close.count() > 0) {
    await close.first().click();
    await page.waitForTimeout(400);
  }
}


/** Records the fourth meeting of the sample up to its second item; returns its id. */
async function holdMeeting({ app, committeeId }: Stage, setClock: (to: Date) => Promise<void>): Promise<string> {
  const meeting = (await ask(app, 'meetings.list', { committeeId })).find(({ agendaItems, notes }) => agendaItems > 0 && notes === 0);
  const meetingId = meeting?.id ?? '';
  const { agenda } = await ask(app, 'meetings.get', { committeeId, id: meetingId });
  const members = await ask(app, 'members.list', { committeeId });
  const items = await ask(app, 'items.list', { committeeId });
  const points = await ask(app, 'points.list', { committeeId, itemId: items.at(-1)?.id ?? null });
  const [first, second] = agenda;
  await ask(app, 'meetings.update', { committeeId, id: meetingId, dateRaw: 'R8.8.27', place: '本庁舎3階 303会議室', observers: 3 });
  await ask(app, 'agenda.update', { committeeId, id: first?.id ?? '', state: 'done' });
  await ask(app, 'agenda.update', { committeeId, id: second?.id ?? '', state: 'current' });
  for (const [i, { id }] of members.entries()) await ask(app, 'attendance.set', { committeeId, meetingId, memberId: id, state: i === members.length - 1 ? 'absent' : 'present' });
  for (const { at: time, who, kind, text, about = [], due = '' } of SAID) {
    await setClock(at(time));
    const speakerId = members.find(({ name }) => name.startsWith(`${who} `))?.id ?? null;
    const pointIds = points.filter(({ kind: of, number, parentId }) => parentId === null && about.includes(`${t(`words.short.${of}`)}${number}`)).map(({ id }) => id);
    await ask(app, 'notes.add', { committeeId, meetingId, agendaItemId: second?.id ?? null, speakerId, speaker: speakerId === null ? who : '', kind, text, due, pointIds });
  }
  return meetingId;
}

const folder = await mkdtemp(join(tmpdir(), 'shingicho-pictures-'));
const clock = join(folder, 'clock');
const setClock = (to: Date) => writeFile(clock, to.toISOString());
await mkdir(IMAGES, { recursive: true });
await setClock(at('13:30'));
const app = await openApp({ imports: [new URL('./set-clock.ts', import.meta.url).href], env: { TZ: 'Asia/Tokyo', CLOCK: clock } });
try {
  await takePictures(app, setClock);
} finally {
  await app.close();
  await rm(folder, { recursive: true });
}
