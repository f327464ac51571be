import { resolveCity } from '../../../db/domain/resolve-city.ts';
import type { RecognisedRecord } from '../../contract/recognised.ts';

/**
 * Marks where a paper names a city that nobody knows, or one of several of that name. Each name is doubted once, where it
 * comes first: a person who has looked at it there has looked at it everywhere. A record doubted for another reason stays so.
 * @param municipality whose paper it is: 「北区」 is its own ward, if it has one.
 */
export function doubtCities(records: readonly RecognisedRecord[], municipality: string | null): void {
  const asked = new Set<string>();
  for (const record of records) {
    for (const city of record.cities) {
      if (asked.has(city)) continue;
      asked.add(city);
      const { doubt } = resolveCity(city, municipality);
      if (doubt !== null) record.doubt ??= doubt;
    }
  }
}
