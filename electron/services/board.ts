import { evidenceHandlers } from './evidence.ts';
import { itemHandlers } from './items.ts';
import { linkHandlers } from './links.ts';
import { pointHandlers } from './points.ts';

/** 審議事項: the operations of electron/contract/board.ts. */
export const boardHandlers = { ...itemHandlers, ...pointHandlers, ...linkHandlers, ...evidenceHandlers };
