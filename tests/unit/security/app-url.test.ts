import fc from 'fast-check';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileForUrl, isAppPage, isOwnUrl } from '../../../electron/main/app-url.ts';
import { fromBrowserUrl, toBrowserUrl } from '../../../build/chromium-shell/app-address.ts';

const ROOT = join(sep, 'opt', 'app', 'renderer');

describe('fileForUrl', () => {
  it('serves the page and its files', () => {
    expect(fileForUrl(ROOT, 'app://shingicho/')).toBe(join(ROOT, 'index.html'));
    expect(fileForUrl(ROOT, 'app://shingicho/#/c/1/board')).toBe(join(ROOT, 'index.html'));
    expect(fileForUrl(ROOT, 'app://shingicho/assets/main-abc.js?x=1')).toBe(join(ROOT, 'assets', 'main-abc.js'));
    expect(fileForUrl(ROOT, 'app://shingicho/assets/%E5%AF%A9.svg')).toBe(join(ROOT, 'assets', '審.svg'));
  });

  it.each([
    'app://shingicho/..%2f..%2fetc/passwd',
    'app://shingicho/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    'app://shingicho/..%5c..%5csecret.js',
    'app://shingicho/a%00.js',
    'app://shingicho/%',
    'app://print/index.html',
    'app://elsewhere/index.html',
    'app://shingicho.example/index.html',
    'file:///etc/passwd',
    'https://shingicho/index.html',
  ])('gives no file for %s', (url) => {
    expect(fileForUrl(ROOT, url)).toBeNull();
  });

  it('reads dots that the address itself resolves as a place below its folder', () => {
    expect(fileForUrl(ROOT, 'app://shingicho/%2e%2e/../secret.js')).toBe(join(ROOT, 'secret.js'));
  });

  it('never leaves its folder, whatever the path says', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '%00', '//', 'a.js', '~', 'C:'), fc.string());
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileForUrl(ROOT, `app://shingicho/${pieces.join('')}`);
      expect(file === null || file.startsWith(ROOT + sep)).toBe(true);
      expect(file?.split(sep) ?? []).not.toContain('..');
    }));
  });
});

it('tells the page from printed papers and from everything else', () => {
  expect(isAppPage('app://shingicho/#/x')).toBe(true);
  expect(isAppPage('app://print/1.html')).toBe(false);
  expect(isOwnUrl('app://print/1.html')).toBe(true);
  for (const url of ['app://shingicho.evil/', 'https://example.com/app://shingicho/', 'about:blank', 'data:text/html,x', '']) expect(isOwnUrl(url)).toBe(false);
});

it('gives main back in the shell the address it asked for', () => {
  for (const url of ['app://shingicho/', 'app://shingicho/assets/a.js?x#y', 'app://print/1.html']) expect(fromBrowserUrl(toBrowserUrl(url))).toBe(url);
  for (const url of ['https://example.com/', 'https://a.b.app.invalid.example/', 'about:blank']) expect(fromBrowserUrl(url)).toBe(url);
});
