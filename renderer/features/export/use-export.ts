import { useCallback, useState } from 'react';
import type { ReportFormat, ReportForm, ReportOptions } from '../../../electron/contract/reports.ts';
import { invoke } from '../../app/api.ts';
import { suggestedName } from './export-warnings.ts';

/** Where an export stands; `failed` keeps the error for its sentence. */
export type ExportState =
  | { at: 'idle' }
  | { at: 'writing' | 'failed'; format: ReportFormat; error?: unknown }
  | { at: 'written'; format: ReportFormat; path: string; bytes: number };

/** Asks where to save, then writes the report there. One export at a time; a cancelled dialog leaves all as it was. */
export function useExport(which: { committeeId: string; form: ReportForm; options: ReportOptions }, title: string) {
  const [state, setState] = useState<ExportState>({ at: 'idle' });
  const write = useCallback(async (format: ReportFormat) => {
    try {
      const { path } = await invoke('files.chooseSavePath', { suggestedName: suggestedName(title, which.options.paperNumber, format), format });
      if (path === null) return;
      setState({ at: 'writing', format });
      const written = await invoke('reports.export', { ...which, format, path });
      setState({ at: 'written', format, ...written });
    } catch (error) {
      setState({ at: 'failed', format, error });
    }
  }, [which, title]);
  return { state, write };
}
