import type { MemberRole } from '../../../db/domain/words.ts';
import type { Member } from '../../contract/meetings.ts';
import { cellOf, runsOf, type Block, type Cell } from './model.ts';
import { coverageOfIssue, type ReportSource } from './report-source.ts';
import { tableOf } from './table-grid.ts';

const ROLE_NAMES: Record<MemberRole, string> = { chair: '会長', 'vice-chair': '副会長', member: '委員', secretariat: '事務局', other: '' };

/** 資料編: 委員構成, 開催経過 and 課題対応表, each where there is something in it, numbered 資料1 on. */
export function compileAnnex(source: ReportSource): Block[] {
  const parts: [string, Block[]][] = [
    ['委員構成', memberTable(source.members)],
    ['開催経過', meetingTable(source)],
    ['課題対応表', coverageTable(source)],
  ];
  const filled = parts.filter(([, blocks]) => blocks.length > 0);
  if (filled.length === 0) return [];
  return [
    { kind: 'heading', id: 'annex', level: 1, number: '', runs: runsOf('資料編'), newPage: true },
    ...filled.flatMap(([name, blocks], i): Block[] => [
      { kind: 'heading', id: `annex-${i + 1}`, level: 2, number: `資料${i + 1}`, runs: runsOf(name), newPage: false },
      ...blocks,
    ]),
  ];
}

const headerRow = (names: readonly string[]): Cell[] => names.map((name) => cellOf(name, { header: true, centred: true }));

/** The members without the secretariat; a column that is empty for everybody is left out. */
function memberTable(members: readonly Member[]): Block[] {
  const people = members.filter((member) => member.role !== 'secretariat');
  if (people.length === 0) return [];
  const columns = [
    { name: '氏名', width: 22, text: (member: Member) => member.name },
    { name: '所属・役職', width: 42, text: (member: Member) => member.affiliation },
    { name: '分野', width: 20, text: (member: Member) => member.field },
    { name: '備考', width: 14, text: (member: Member) => (member.role === 'member' ? '' : ROLE_NAMES[member.role]) },
  ].filter(({ text }) => people.some((member) => text(member) !== ''));
  const rows = people.map((member) => columns.map(({ text }) => cellOf(text(member))));
  return [tableOf([headerRow(columns.map(({ name }) => name)), ...rows], { widths: columns.map(({ width }) => width) })];
}

function meetingTable({ meetings }: ReportSource): Block[] {
  if (meetings.length === 0) return [];
  const rows = meetings.map((meeting) => [cellOf(meeting.label), cellOf(meeting.dateRaw), cellOf(meeting.topics)]);
  return [tableOf([headerRow(['会議', '開催日', '主な内容']), ...rows], { widths: [24, 22, 54] })];
}

/** Every issue with the clause that answers it, the reason none does, or 未対応; their numbers stand above the table. */
function coverageTable(source: ReportSource): Block[] {
  const issues = source.points.filter((point) => point.kind === 'issue' && point.parentId === null);
  if (issues.length === 0) return [];
  const rows = [null, ...source.items].flatMap((item): Cell[][] => {
    const own = issues.filter((issue) => issue.itemId === (item?.id ?? null));
    if (own.length === 0) return [];
    const name = item === null ? '審議事項の外' : `${item.number} ${item.title}`;
    return [
      [cellOf(name, { header: true, colspan: 3 })],
      ...own.map((issue) => {
        const { state, text } = coverageOfIssue(source, issue);
        const answer = state === 'reasoned' ? `条項を設けない理由：${text}` : text;
        return [cellOf(issue.number, { centred: true }), cellOf(issue.text), cellOf(answer)];
      }),
    ];
  });
  const counted = (state: 'open' | 'answered' | 'reasoned') => issues.filter((issue) => issue.state === state).length;
  const summary = `課題${issues.length}件のうち、条項で対応したもの${counted('answered')}件、理由を付して条項を設けないもの${counted('reasoned')}件、未対応${counted('open')}件`;
  return [
    { kind: 'paragraph', look: 'text', marker: '', indent: 0, hang: 1, runs: runsOf(`${summary}。`), keepWithNext: true },
    tableOf([headerRow(['番号', '課題', '対応する条項等']), ...rows], { widths: [8, 56, 36] }),
  ];
}
