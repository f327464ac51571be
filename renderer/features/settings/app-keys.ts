import { railPlaces } from '../../app/frame/rail.tsx';
import type { Translate } from '../../i18n/index.ts';
import { ADD_KEYS } from '../board/point-column.tsx';
import { EXPORT_KEYS } from '../export/export-buttons.tsx';

/** A key, or several that go together (↑ and ↓), and what it does. */
export type KeyLine = readonly [label: string, ...keys: string[]];
export type KeyGroup = { place: string; lines: readonly KeyLine[] };

/**
 * Every key of the app by the screen it works on, in the words of the screens themselves. The screens offer their commands
 * only while they are shown, so this list is written out; the keys that a module gives by name are taken from it.
 */
export function appKeys(t: Translate): readonly KeyGroup[] {
  const as = (kind: string) => t('settings.retypeAs', { kind });
  return [
    {
      place: t('settings.everywhere'),
      lines: [
        [t('common.searchBox'), 'mod+k'],
        [t('common.undo'), 'mod+z'],
        [t('common.redo'), 'mod+shift+z', 'mod+y'],
        ...railPlaces('').map(({ label }, index): KeyLine => [t(label), `mod+${index + 1}`]),
        [t('common.shelf'), 'mod+shift+o'],
        [t('import.open'), 'mod+o'],
        [t('common.settings'), 'mod+,'],
        [t('common.foldLeft'), 'mod+['],
        [t('common.foldRight'), 'mod+]'],
      ],
    },
    {
      place: t('settings.lists'),
      lines: [
        [t('settings.choose'), 'arrowup', 'arrowdown'],
        [t('common.edit'), 'f2'],
        [t('settings.reorder'), 'alt+arrowup', 'alt+arrowdown'],
        [t('common.remove'), 'delete'],
      ],
    },
    { place: t('common.shelf'), lines: [[t('shelf.newCommittee'), 'n']] },
    {
      place: t('words.item'),
      lines: [
        [t('board.add.viewpoint'), ADD_KEYS.viewpoint],
        [t('board.add.issue'), ADD_KEYS.issue],
        [t('board.add.example'), ADD_KEYS.example],
        [t('settings.choose'), 'arrowup', 'arrowdown', 'arrowleft', 'arrowright'],
        [t('settings.chooseMore'), 'shift+arrowup', 'shift+arrowdown'],
        [t('settings.chooseColumn'), 'mod+a'],
        [t('board.editText'), 'enter'],
        [t('settings.reorder'), 'alt+arrowup', 'alt+arrowdown'],
        [t('settings.toColumn'), 'alt+arrowleft', 'alt+arrowright'],
        [t('board.linkIssue'), 'l'],
        [t('board.cite'), 'c'],
        [t('board.writeReason'), 'r'],
        [t('board.moveToItem'), 'm'],
      ],
    },
    {
      place: t('words.meeting'),
      lines: [
        [t('settings.record'), 'enter'],
        [t('meeting.pickSpeaker'), 'tab'],
        [t('settings.noteKind'), 'f2', 'shift+f2'],
        [t('settings.linkNote'), 'mod+l'],
        [t('meeting.keyToNotes'), 'arrowup'],
        [t('meeting.keyNextAgenda'), 'mod+arrowdown'],
        [t('meeting.previousAgenda'), 'mod+arrowup'],
        [t('settings.agendaDone'), 'space'],
      ],
    },
    {
      place: t('words.draft'),
      lines: [
        [t('settings.deeper'), 'tab'],
        [t('settings.shallower'), 'shift+tab'],
        [t('settings.clauseLevel'), 'mod+alt+0', 'mod+alt+5'],
        [t('draft.moveUp'), 'alt+arrowup'],
        [t('draft.moveDown'), 'alt+arrowdown'],
        [t('draft.citeSelected'), 'mod+enter'],
        [t('draft.goToEvidence'), 'mod+e'],
        [t('draft.goToText'), 'mod+shift+e'],
        [t('settings.leaveSheet'), 'escape'],
      ],
    },
    {
      place: t('words.export'),
      lines: [
        [t('export.docx'), EXPORT_KEYS.docx],
        [t('export.pdf'), EXPORT_KEYS.pdf],
        [t('export.md'), EXPORT_KEYS.md],
      ],
    },
    {
      place: t('import.title'),
      lines: [
        [as(t('import.keyViewpoint')), 'v'],
        [as(t('import.keyIssue')), 'k'],
        [as(t('import.keyExample')), 'e'],
        [as(t('import.keyItem')), 'i'],
        [t('import.editText'), 'enter'],
        [t('import.move'), 'm'],
        [t('import.join'), 'j'],
        [t('import.split'), 's'],
        [t('import.cities'), 'c'],
        [t('import.leave'), 'x'],
        [t('import.confirm'), 'y'],
        [t('import.accept'), 'mod+enter'],
      ],
    },
  ];
}
