import type { Page } from 'playwright-core';

/**
 * Types as a Japanese input method does: the reading is composed, then confirmed as kanji by an Enter that the page sees
 * as part of the composition (key code 229).
 */
export async function composeText(page: Page, reading: string, kanji: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let end = 1; end <= reading.length; end++) {
    await session.send('Input.imeSetComposition', { text: reading.slice(0, end), selectionStart: end, selectionEnd: end });
  }
  await session.send('Input.imeSetComposition', { text: kanji, selectionStart: kanji.length, selectionEnd: kanji.length });
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: kanji });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 });
  await session.detach();
}
