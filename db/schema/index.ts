export * from './log.ts';
export * from './committees.ts';
export * from './board.ts';
export * from './papers.ts';
export * from './meetings.ts';
export * from './drafts.ts';
export * from './search.ts';
