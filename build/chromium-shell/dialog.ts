import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';
import { openPage } from './browser.ts';
import { onTestMessage, underTest } from './test-port.ts';

type SaveAnswer = { canceled: boolean; filePath: string };
type MessageOptions = { message: string; buttons?: string[] };

const run = promisify(execFile);
const saveAnswers: (string | null)[] = [];
onTestMessage((message) => { if (message.type === 'answer-save-dialog') saveAnswers.push(message.path); });

/** Ways to ask a person for a path without Electron, by the program that must be there. */
const SAVE_PROGRAMS: { program: string; argumentsFor: (path: string) => string[] }[] = [
  { program: 'zenity', argumentsFor: (path) => ['--file-selection', '--save', '--confirm-overwrite', `--filename=${path}`] },
  { program: 'kdialog', argumentsFor: (path) => ['--getsavefilename', path] },
  { program: 'osascript', argumentsFor: (path) => ['-e', `POSIX path of (choose file name default name "${parse(path).base.replaceAll(/["\\]/g, '')}")`] },
];

export const dialog = {
  /** Asks with the desktop's own save dialog; where the desktop has none, saves in the folder main proposed. */
  async showSaveDialog({ defaultPath }: { defaultPath: string }): Promise<SaveAnswer> {
    if (underTest) return answer(saveAnswers.shift() ?? null);
    for (const { program, argumentsFor } of SAVE_PROGRAMS) {
      try {
        const { stdout } = await run(program, argumentsFor(defaultPath));
        return answer(stdout.trim() || null);
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        if (!isMissing) return answer(null);
      }
    }
    const path = unusedPath(defaultPath);
    await mkdir(dirname(path), { recursive: true });
    await dialog.showMessageBox({ message: `保存先を選ぶ画面がこの環境にないため、次の場所へ保存します。\n${path}` });
    return answer(path);
  },

  /** Shows the message in a page of its own and waits for a button; closing the page is the last button. */
  async showMessageBox({ message, buttons = ['OK'] }: MessageOptions): Promise<{ response: number }> {
    const page = await openPage({ width: 560, height: 320 });
    const response = await page.evaluate(inPage, { message, buttons, style: MESSAGE_STYLE }).catch(() => buttons.length - 1);
    if (!page.isClosed()) await page.close();
    return { response };
  },
};

const answer = (path: string | null): SaveAnswer => ({ canceled: path === null, filePath: path ?? '' });

function unusedPath(wanted: string): string {
  const { dir, name, ext } = parse(wanted);
  for (let number = 2, path = wanted; ; number++) {
    if (!existsSync(path)) return path;
    path = join(dir, `${name} (${number})${ext}`);
  }
}

const MESSAGE_STYLE = `
  body { font: 16px/1.7 "BIZ UDPGothic", "Noto Sans CJK JP", sans-serif; color: #1d1f23; background: #fbfaf7; max-width: 36em; margin: 18vh auto; padding: 0 24px; white-space: pre-wrap }
  button { font: inherit; padding: 6px 20px; margin: 24px 8px 0 0; color: #fff; background: #274a78; border: 0; border-radius: 4px }`;

/** Runs in the message page: shows the message and resolves to the number of the button that is pressed. */
function inPage({ message, buttons, style }: { message: string; buttons: string[]; style: string }): Promise<number> {
  document.documentElement.lang = 'ja';
  document.title = '審議帳';
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  document.body.append(Object.assign(document.createElement('main'), { role: 'alertdialog', textContent: message }));
  return new Promise((resolve) => {
    const made = buttons.map((label, index) => Object.assign(document.createElement('button'), { textContent: label, onclick: () => resolve(index) }));
    document.body.append(...made);
    made[0]?.focus();
  });
}
