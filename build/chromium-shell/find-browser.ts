import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']].flatMap((base) =>
    base ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')] : []),
};

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: the next candidate may be.
    return false;
  }
}

/** The Chromium to drive: CHROMIUM_PATH, one on PATH, one installed in its usual place, Playwright's own; or null. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => onPath.map((folder) => join(folder, name))),
    ...(INSTALLED[process.platform] ?? []),
    chromium.executablePath(),
  ];
  return candidates.find(isExecutable) ?? null;
}

/** Chromium refuses its own sandbox to root; everybody else keeps it. */
export const canSandbox = (): boolean => process.getuid?.() !== 0;

/** Whether a window can be shown at all. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Switches for every Chromium the project starts: no traffic of its own, no name resolved, nothing asked of the person. */
export const QUIET_ARGUMENTS: readonly string[] = [
  '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability', '--disable-sync',
  '--disable-quic', '--no-pings', '--no-first-run', '--no-default-browser-check', '--deny-permission-prompts',
  '--hide-crash-restore-bubble', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];
