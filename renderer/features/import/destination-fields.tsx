import { Select, TextInput } from '@mantine/core';
import { useT } from '../../i18n/index.ts';
import { committeeLabel } from '../../shared/committee-label.ts';
import { useRead } from '../../shared/use-operation.ts';

/** What is asked of each place a paper can go to. */
export type DestinationInput = { to: 'new' | 'existing' | 'library'; name: string; municipality: string; committeeId: string | null };

/** The fields of the place that was chosen: a new committee's name, one there is, or the city whose paper it is. */
export function DestinationFields({ input, onChange }: { input: DestinationInput; onChange: (change: Partial<DestinationInput>) => void }) {
  const t = useT();
  const { data: committees = [] } = useRead('committees.list', {});
  const { to, name, municipality, committeeId } = input;
  if (to === 'existing') {
    return (
      <Select
        data-autofocus
        label={t('import.committee')}
        data={committees.map((committee) => ({ value: committee.id, label: committeeLabel(committee) }))}
        value={committeeId}
        onChange={(value) => onChange({ committeeId: value })}
        allowDeselect={false}
        searchable={committees.length > 8}
      />
    );
  }
  const library = to === 'library';
  return (
    <>
      {library ? null : <TextInput data-autofocus label={t('import.name')} value={name} error={name.trim() === '' ? t('import.nameNeeded') : null} onChange={(event) => onChange({ name: event.currentTarget.value })} />}
      <TextInput
        {...(library ? { 'data-autofocus': true } : {})}
        label={t(library ? 'import.libraryCity' : 'import.municipality')}
        description={t(library ? 'import.libraryCityHint' : 'import.municipalityHint')}
        value={municipality}
        onChange={(event) => onChange({ municipality: event.currentTarget.value })}
      />
    </>
  );
}
