/** The page asks: (operation name, input) → Result. */
export const INVOKE_CHANNEL = 'shingicho:invoke';
/** Main tells: a change is on disk. */
export const CHANGE_CHANNEL = 'shingicho:change';
