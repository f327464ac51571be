import { readMarker } from '../../../db/domain/marker.ts';
import type { Point } from '../../../electron/contract/board.ts';

/** A point as it is typed: its text, and the cities of its closing bracket. */
export type TypedPoint = { text: string; cities: string[] };

/** The closing brackets in which working papers name the cities of an example: 「…（広島市、川崎市）」. */
const CLOSING = /[（(［[＜<〔]([^（()）［\][＜<＞>〔〕]+)[）)］\]＞>〕]\s*$/;
/** 「ほか」 after the last city says that there are more; it names none. */
const AND_OTHERS = /\s*(?:ほか|他|等|など)$/;
const MUNICIPALITY = /^[^\s、，,・。「」]{1,12}(?:市|区|町|村|都|道|府|県)$/;

/**
 * Takes the cities off the closing bracket of a line, as the papers write them.
 * A bracket is one of cities where every part of it is a municipality's name or one of `known`; any other stays text.
 */
export function splitCities(line: string, known: readonly string[] = []): TypedPoint {
  const text = line.trim();
  const bracket = CLOSING.exec(text);
  if (bracket === null) return { text, cities: [] };
  const cities = (bracket[1] ?? '').replace(/^例[：:]/, '').split(/[、，,・／/]/).map((city) => city.replace(AND_OTHERS, '').trim());
  const allCities = cities.every((city) => MUNICIPALITY.test(city) || known.includes(city));
  return allCities && bracket.index > 0 ? { text: text.slice(0, bracket.index).trimEnd(), cities: [...new Set(cities)] } : { text, cities: [] };
}

/** The line a person edits or copies: the text with its cities in a closing bracket. `splitCities` takes it apart again. */
export function joinCities({ text, cities }: TypedPoint): string {
  return cities.length === 0 ? text : `${text}（${cities.join('、')}）`;
}

/** Points as lines for another document, numbered as on the screen; child lines are indented by a full-width space. */
export function copyText(points: readonly Point[]): string {
  return points
    .map((point) => `${point.parentId === null ? '' : '　'}${point.number}${point.number === '' ? '' : '　'}${joinCities(point)}`)
    .join('\n');
}

/** Pasted text as points, one a line: list markers (①, ・, -, (1)…) come off, cities come off the closing bracket, empty lines fall out. */
export function readPasted(text: string, withCities: boolean): TypedPoint[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .map((line) => readMarker(line)?.rest.trim() ?? line)
    .filter((line) => line !== '')
    .map((line) => (withCities ? splitCities(line) : { text: line, cities: [] }));
}
