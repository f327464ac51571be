import type { Language } from '../../electron/contract/messages.ts';
import { createStore, useStore } from '../shared/store.ts';
import * as board from './board.ts';
import * as common from './common.ts';
import * as draft from './draft.ts';
import * as exporting from './export.ts';
import * as history from './history.ts';
import * as importing from './import.ts';
import * as library from './library.ts';
import * as meeting from './meeting.ts';
import * as papers from './papers.ts';
import * as search from './search.ts';
import * as settings from './settings.ts';
import * as shelf from './shelf.ts';
import * as words from './words.ts';

const areas = { common, words, shelf, import: importing, papers, library, board, meeting, draft, export: exporting, search, settings, history };

type Areas = typeof areas;
type Area = keyof Areas;
type KeysOf<A extends Area> = keyof Areas[A]['ja'] & string;

/** 「area.key」: every sentence of the catalogue. */
export type MessageKey = { [A in Area]: `${A}.${KeysOf<A>}` }[Area];

type SentenceOf<K> = K extends `${infer A}.${infer R}` ? (A extends Area ? (R extends KeysOf<A> ? Areas[A]['ja'][R] : never) : never) : never;
type ParamsIn<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | ParamsIn<Rest> : never;
type Args<K> = [ParamsIn<SentenceOf<K>>] extends [never] ? [] : [params: Record<ParamsIn<SentenceOf<K>>, string | number>];

/** The sentence for a key, with its `{name}`s filled in; keys and names are checked by the compiler. */
export type Translate = <K extends MessageKey>(key: K, ...args: Args<K>) => string;

const language = createStore<Language>('ja');
/** The interface's language outside components, and how it is set (by the preferences alone). */
export const currentLanguage = language.get;
export const setLanguage = (next: Language) => language.set(next);

const translators: Record<Language, Translate> = { ja: translator('ja'), en: translator('en') };

function translator(into: Language): Translate {
  return (key, ...args) => {
    const dot = key.indexOf('.');
    const catalogue: Record<string, Record<Language, Readonly<Record<string, string>>>> = areas;
    const sentence = catalogue[key.slice(0, dot)]?.[into][key.slice(dot + 1)] ?? key;
    const params: Readonly<Record<string, string | number>> = args[0] ?? {};
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}

/** Outside components: the sentence in the language of now. */
export const translate: Translate = (key, ...args) => translators[language.get()](key, ...args);

/** `t('board.addIssue', { n: 3 })` in the interface's language. */
export function useT(): Translate {
  return translators[useStore(language)];
}

/** The interface's language, for dates and sorting. */
export function useLanguage(): Language {
  return useStore(language);
}

/** What a step of the history did. Its reason is the command that made it, or the words a person gave. */
export function reasonSaid(t: Translate, reason: string): string {
  return isCommand(reason) ? t(`history.${reason}`) : reason;
}

const isCommand = (reason: string): reason is keyof typeof history.ja => Object.hasOwn(history.ja, reason);
