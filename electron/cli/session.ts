import { openStore } from '../../db/dossier/store.ts';
import type { InputOf, OutputOf, Result, WorkerOperation } from '../contract/index.ts';
import { AppError } from '../contract/errors.ts';
import { dispatch } from '../services/dispatch.ts';
import type { Services } from '../services/context.ts';
import { StagedPapers } from '../services/papers/staged-papers.ts';
import { openReader } from './paper-reader.ts';

/** The services over one store, called as the app calls them; a refusal is thrown as AppError. */
export type Session = { call<N extends WorkerOperation>(name: N, input: InputOf<N>): Promise<OutputOf<N>> };

const CALLER = { author: '', device: 'command-line' };

export type SessionParts = {
  /** Prints a page to PDF; left out where no PDF is wanted. */
  print?: Services['print'];
  /** Papers that were read before the store was opened. */
  staged?: StagedPapers;
};

/**
 * Opens the store at `path` for as long as `work` runs.
 * @throws AppError, StoreError as the services and the store refuse
 */
export async function withSession<T>(path: string, work: (session: Session) => Promise<T>, { print, staged = new StagedPapers() }: SessionParts = {}): Promise<T> {
  const store = openStore(path);
  const services: Services = {
    store,
    reader: openReader(),
    staged,
    now: () => new Date(),
    print: print ?? (() => Promise.resolve<Result<Uint8Array>>({ ok: false, code: 'print-unavailable', detail: {} })),
  };
  try {
    return await work({
      call: async (name, input) => {
        const result = await dispatch(services, name, input, CALLER);
        if (!result.ok) throw new AppError(result.code, result.detail);
        return result.value;
      },
    });
  } finally {
    services.reader.close();
    store.close();
  }
}

/**
 * The committee of that name, or the only one there is.
 * @throws AppError not-found where the name is of none, committee-ambiguous where it is left out and there are several
 */
export async function findCommittee(session: Session, name: string | null): Promise<OutputOf<'committees.get'>> {
  const all = await session.call('committees.list', {});
  const named = name === null ? all : all.filter((committee) => committee.name === name);
  const [found, another] = named;
  if (found === undefined) throw new AppError(name === null ? 'nothing-to-report' : 'not-found');
  if (another !== undefined) throw new AppError('committee-ambiguous', { names: named.map((committee) => committee.name).join('、') });
  return found;
}
