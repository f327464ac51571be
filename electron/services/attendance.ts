import type { Handlers } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';

export const attendanceHandlers = {
  'attendance.set': (context, { committeeId, meetingId, memberId, state }) => {
    requireRecords(context, committeeId, ['meeting', meetingId], ['member', memberId]);
    const id = `${meetingId}/${memberId}`;
    changeDossier(context, committeeId, (draft) => {
      if (state === null) draft.remove('attendance', id);
      else draft.add('attendance', id, { meetingId, memberId, state });
    });
    return {};
  },
} satisfies Partial<Handlers>;
