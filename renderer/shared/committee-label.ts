import type { CommitteeSummary } from '../../electron/contract/committees.ts';

/** The municipality to show before a committee's name: none where the name opens with it already. */
export function municipalityBefore({ name, municipality }: Pick<CommitteeSummary, 'name' | 'municipality'>): string {
  return name.startsWith(municipality) ? '' : municipality;
}

/** 「みなみ野市　区役所等の在り方検討会」 */
export function committeeLabel(committee: Pick<CommitteeSummary, 'name' | 'municipality'>): string {
  return [municipalityBefore(committee), committee.name].filter((word) => word !== '').join('　');
}
