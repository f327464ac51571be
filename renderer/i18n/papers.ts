import type { Shape } from './shape.ts';

export const ja = {
  title: '資料',
  empty: 'この検討会の資料はまだありません',
  emptyHint: '資料を取り込むと、ここで本文と、そこから作った視点・課題・取組を見比べられます。',
  characters: '{n}字',
  imported: '取り込み {when}',
  records: 'この資料から {n}件',
  text: '資料の本文',
  line: '{n}行',
} as const;

export const en: Shape<typeof ja> = {
  title: 'Papers',
  empty: 'This committee has no papers yet',
  emptyHint: 'Import a paper to read it here beside the viewpoints, issues and examples made of it.',
  characters: '{n} characters',
  imported: 'Imported {when}',
  records: '{n} made of this paper',
  text: 'Text of the paper',
  line: 'line {n}',
};
