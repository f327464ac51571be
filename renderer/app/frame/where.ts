import { useEffect } from 'react';
import { createStore, useStore } from '../../shared/store.ts';

const title = createStore('');
const foot = createStore('');

function useShown(store: typeof title, text: string) {
  useEffect(() => {
    store.set(text);
    return () => store.set('');
  }, [store, text]);
}

/** Says in the title row where the person is: 「審議事項(1)　区役所と本庁の役割分担」. */
export const useWhere = (text: string) => useShown(title, text);

/** Says in the foot line which meeting is open: 「第3回検討会　H26.8.8」. */
export const useFootNote = (text: string) => useShown(foot, text);

/** What the title row and the foot line show of it. */
export const useTitle = () => useStore(title);
export const useFoot = () => useStore(foot);
