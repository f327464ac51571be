/**
 * A test that started the app with a Node ipc channel talks to the shell through it; without that channel, as for
 * every person, none of this exists and Chromium is not shared.
 */
export type FromTest = { type: 'answer-save-dialog'; path: string | null } | { type: 'report-requests' };
export type ToTest = { type: 'browser'; endpoint: string } | { type: 'requests'; urls: string[] };

export const underTest = process.send !== undefined;

export function tellTest(message: ToTest): void {
  process.send?.(message);
}

export function onTestMessage(listener: (message: FromTest) => void): void {
  if (underTest) process.on('message', (message: FromTest) => listener(message));
}
