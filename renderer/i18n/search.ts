import type { Shape } from './shape.ts';

export const ja = {
  placeholder: 'ことば、または操作の名前',
  label: 'さがす・操作する',
  commands: '操作',
  recent: '最近の操作',
  nothing: '「{text}」は見つかりません',
  nothingHint: '一文字からさがせます。言い方を変えるか、短くしてみてください。',
  more: 'ほかにもあります。ことばを足すと、しぼれます。',
  keys: '↑↓ 選ぶ　Enter 開く　Esc 閉じる',
  results: '見つかったもの',
  older: '（差し替え前）',
} as const;

export const en: Shape<typeof ja> = {
  placeholder: 'Words, or the name of a command',
  label: 'Search or run a command',
  commands: 'Commands',
  recent: 'Recent commands',
  nothing: 'Nothing was found for “{text}”',
  nothingHint: 'One character is enough to search. Try other or fewer words.',
  more: 'There is more. Add words to narrow it down.',
  keys: '↑↓ select, Enter open, Esc close',
  results: 'Results',
  older: ' (older version)',
};
