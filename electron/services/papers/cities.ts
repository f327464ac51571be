import { readCityBracket } from '../../../db/domain/cities.ts';

const LONGEST_BRACKET = 400;

/**
 * The cities an example names: in the bracket that closes it, or, in a section of examples, in front (【みなと市】…,
 * みなと市：…).
 * @returns the text without that bracket and the cities; null where none is named.
 */
export function readCities(text: string, isExample: boolean): { text: string; cities: string[] } | null {
  const closing = readClosing(text);
  if (closing || !isExample) return closing;
  const opening = /^[【〔［[（(＜<]([^】〕］\]）)＞>]{2,40})[】〕］\]）)＞>][ 　]*(?=\S)/.exec(text)
    ?? /^([^\s　：:。、（(]{2,12})(?:[：:][ 　]*|[ 　]+)(?=\S)/.exec(text);
  if (!opening || !isCityNames(opening[1] ?? '')) return readSubjects(text);
  return { text: text.slice(opening[0].length), cities: readCityBracket(`（${opening[1]}）`)?.cities ?? [] };
}

/** 「みなと市では、…」 and 「みなと市及び東浜市では、…」 stay whole: the cities are part of the sentence. */
function readSubjects(text: string): { text: string; cities: string[] } | null {
  const names = /^([^\s　。（(]{2,30}?)(?:では|においては|は)[、，]?/.exec(text)?.[1]?.replace(/及び|並びに|(?<=[市区町村])[やと]/g, '、') ?? '';
  return names !== '' && isCityNames(names) ? { text, cities: readCityBracket(`（${names}）`)?.cities ?? [] } : null;
}

/** A closing bracket stands at the end; of a long text only that much is looked at. */
function readClosing(text: string): { text: string; cities: string[] } | null {
  const head = text.slice(0, -LONGEST_BRACKET);
  const closing = readCityBracket(text.slice(-LONGEST_BRACKET));
  return closing && { text: head + closing.text, cities: closing.cities };
}

/** True for a text that is nothing but names of cities. */
export function isCityNames(text: string): boolean {
  return text.length <= 40 && readCityBracket(`（${text}）`)?.text === '';
}
