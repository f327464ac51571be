import { MeetingRoom } from './meeting-room.tsx';
import { MeetingsList } from './meetings-list.tsx';

/** 日程と会議: the list of meetings, or the one that is held. */
export default function MeetingsScreen({ committeeId, meetingId }: { committeeId: string; meetingId: string | null }) {
  return meetingId === null ? <MeetingsList committeeId={committeeId} /> : <MeetingRoom key={meetingId} committeeId={committeeId} meetingId={meetingId} />;
}
