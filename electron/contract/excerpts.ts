import { z } from 'zod';
import { EXCERPT_KINDS, PLAN_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { Done, Id, Step, Text, command, query } from './operation.ts';
import { AcceptedAction, AcceptedFigure, AcceptedIndicator, Written } from './papers.ts';
import { SourceRange } from './recognised.ts';

/** Where a record of a paper stands; none where it is tied to no paper (any more). */
const Sourced = z.object({ id: Id, paperId: Id.nullable(), ranges: z.array(SourceRange) });

/** What a paper states beside items and points: a measure, an opinion, what somebody said. */
export const Excerpt = Sourced.extend({
  kind: z.enum(EXCERPT_KINDS),
  text: z.string(),
  speaker: z.string(),
  /** The headings it stands under, outermost first, a line each. */
  section: z.string(),
  /** The excerpt it answers or belongs to. */
  parentId: Id.nullable(),
});
export type Excerpt = z.infer<typeof Excerpt>;

/** 年度 of a label: the year its fiscal year begins in (「H26」「26年度」 2014); null where the label tells none. */
const FiscalYear = z.number().int().nullable();

/** 指標, with its values in the paper's order. */
export const Indicator = Sourced.extend({
  name: z.string(),
  marker: z.string(),
  base: AcceptedFigure.nullable(),
  values: z.array(z.object({ id: Id, label: z.string(), value: z.string(), fiscalYear: FiscalYear })),
  target: AcceptedFigure.nullable(),
  note: z.string(),
});
export type Indicator = z.infer<typeof Indicator>;

/** 実施項目, with its plan row by row (as first made, then as revised) and what was done in each year. */
export const Action = Sourced.extend({
  title: z.string(),
  plans: z.array(z.object({
    id: Id, kind: z.enum(PLAN_KINDS), revision: z.string(), reason: z.string(),
    cells: z.array(z.object({ id: Id, year: z.string(), text: z.string(), fiscalYear: FiscalYear })),
  })),
  progress: z.array(z.object({ id: Id, year: z.string(), kind: z.string(), status: z.string(), text: z.string(), note: z.string(), fiscalYear: FiscalYear })),
});
export type Action = z.infer<typeof Action>;

const OfCommittee = z.object({ committeeId: Id });

/** What papers hold beside items, points, meetings and members: to read, to correct, to go on from. */
export const excerpts = {
  /** Everything of that sort, in the order it was taken in; of one paper where `paperId` is given. */
  'excerpts.all': query(
    OfCommittee.extend({ paperId: Id.optional() }),
    z.object({ excerpts: z.array(Excerpt), indicators: z.array(Indicator), actions: z.array(Action) }),
  ),
  'excerpts.update': command(
    OfCommittee.extend({ id: Id, kind: z.enum(EXCERPT_KINDS).optional(), text: Text.optional(), speaker: z.string().trim().max(500).optional(), step: Step }),
    Done,
  ),
  /** Gives excerpts another kind, and with each the lines below it that are of its kind. */
  'excerpts.retype': command(OfCommittee.extend({ ids: z.array(Id).min(1).max(10_000), kind: z.enum(EXCERPT_KINDS) }), Done),
  /** Puts an excerpt before or behind another, whose headings it then stands under; what belongs to it goes with it. */
  'excerpts.move': command(OfCommittee.extend({ id: Id, besideId: Id, side: z.enum(['before', 'behind']) }), Done),
  /** Makes points of excerpts, each tied to the same lines; the excerpts stay. @returns the points, in the order asked for */
  'excerpts.makePoints': command(
    OfCommittee.extend({ ids: z.array(Id).min(1).max(500), kind: z.enum(POINT_KINDS), itemId: Id.nullable(), step: Step }),
    z.object({ ids: z.array(Id) }),
  ),
  'indicators.update': command(
    OfCommittee.extend({
      id: Id, name: Text.optional(), note: Text.optional(), base: AcceptedFigure.nullable().optional(), target: AcceptedFigure.nullable().optional(),
      /** By the values' ids. */
      values: z.array(z.object({ id: Id, value: Written })).max(200).optional(),
      /** Values it does not have yet. */
      addValues: AcceptedIndicator.shape.values.optional(), step: Step,
    }),
    Done,
  ),
  'actions.update': command(
    OfCommittee.extend({
      id: Id, title: Text.optional(),
      plans: z.array(z.object({ id: Id, reason: Text })).max(200).optional(),
      cells: z.array(z.object({ id: Id, text: Text })).max(10_000).optional(),
      progress: z.array(z.object({ id: Id, status: Written.optional(), text: Text.optional() })).max(1000).optional(),
      /** What it does not have yet: rows of its plan, cells of one of its rows, what was done. */
      addPlans: AcceptedAction.shape.plans.optional(),
      addCells: z.array(z.object({ planId: Id, year: Written, text: Text })).max(200).optional(),
      addProgress: AcceptedAction.shape.progress.optional(),
      step: Step,
    }),
    Done,
  ),
  /** Removes excerpts, indicators and actions with all that belongs to them. */
  'excerpts.remove': command(OfCommittee.extend({ ids: z.array(Id).min(1).max(1000), step: Step }), Done),
} as const;
