/** The closed vocabularies of the product (see the words in docs/architecture.md); the screen shows the Japanese term. */

export const POINT_KINDS = ['viewpoint', 'issue', 'example'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** What else a paper states, kept as it says it: neither items nor points of the committee. */
export const EXCERPT_KINDS = [
  'policy_direction', 'measure', 'outcome', 'background', 'purpose', 'opinion', 'response', 'statement', 'decision', 'agenda', 'schedule', 'actor',
] as const;
export type ExcerptKind = (typeof EXCERPT_KINDS)[number];

/** A row of a programme's sheet: the plan as first made (当初計画) or as revised (見直し). */
export const PLAN_KINDS = ['plan', 'revised'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const NOTE_KINDS = ['explanation', 'opinion', 'question', 'answer', 'decision', 'action', 'memo'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const MEMBER_ROLES = ['chair', 'vice-chair', 'member', 'secretariat', 'other'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const ATTENDANCE_STATES = ['present', 'absent', 'late', 'proxy', 'online'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export const AGENDA_STATES = ['open', 'current', 'done'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

export const CLAUSE_KINDS = ['heading', 'paragraph', 'bullet', 'table'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** 素案 → 案 → 最終案: the editions a draft policy goes through. */
export const DRAFT_EDITIONS = ['rough', 'proposal', 'final'] as const;
export type DraftEdition = (typeof DRAFT_EDITIONS)[number];

/** What a municipal paper is, by what it is for: its sections and tables are read accordingly. */
export const PAPER_KINDS = [
  'working-paper', 'action-plan', 'programme-sheet', 'basic-policy', 'summary', 'minutes', 'agenda', 'member-list', 'schedule',
  'public-comment', 'indicators', 'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
