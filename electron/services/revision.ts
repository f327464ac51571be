import type { Handlers } from './context.ts';
import { comparisonOf, compareVersion } from './revision/compare-version.ts';
import { findVersions } from './revision/find-versions.ts';
import { replacePaper } from './revision/replace-paper.ts';
import { listTray, settleRecord } from './revision/tray.ts';

/** 差し替え: the operations of electron/contract/revision.ts. */
export const revisionHandlers = {
  'papers.versions': findVersions,
  'papers.compareVersion': async (context, input) => comparisonOf(await compareVersion(context, input)),
  'papers.replace': replacePaper,
  'papers.tray': (context, { committeeId }) => listTray(context, committeeId),
  'papers.settle': (context, input) => {
    settleRecord(context, input);
    return {};
  },
} satisfies Partial<Handlers>;
