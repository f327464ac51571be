import type { Block, TextBlock } from './block-types.ts';

/**
 * Who made the paper, below its last text: 「企画部政策課」「担当：福祉課　電話 000-0000」「まちなみ保全課（電話番号　代表から内線2211）」.
 * @param left how many blocks of the paper are left, itself included.
 */
export function isColophon({ marker, text: printed, line }: TextBlock & Block, left: number): boolean {
  const text = printed.replace(/^[（(]([^（()）]+)[）)]$/, '$1').replace(/[（(](?:電話|内線|TEL)[^（()）]*[）)]$/, '');
  // 「【担当】保育課」 is said of a measure.
  if (printed.startsWith('【') || marker !== null || line.bullet || line.gap === 0 || left > 3 || text.length > 60) return false;
  return /(?:TEL|電話|℡|FAX)[ 　:：]*[(（]?[0-9０-９]/i.test(text) || /^(?:会議録|議事録)?署名(?:人|委員|者)[ 　：:]/.test(text) || /^(?:担当|所管|作成|問合せ先?)(?:課|部署|係)?[：:]/.test(text) || /^(?:[^\s　。、]{2,12}[ 　]){0,3}[^\s　。、]{2,20}(?:部|局|課|室|係)$/.test(text);
}
