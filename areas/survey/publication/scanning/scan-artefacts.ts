import { Fault } from '../../../../kernel/errors.ts';
import { inWorker } from '../../../../kernel/in-worker.ts';
import type { Entity } from '../../anonymise/entities/schema.ts';
import type { Leak } from '../../anonymise/scanning/scan.ts';
import { filled } from '../../anonymise/words.ts';
import type { StandingPoint } from '../schema.ts';
import { NOT_READ, ON_PAGE, SCAN_TOO_LONG, STILL_TELLS } from '../words.ts';

const WORKER = new URL('./scan-worker.ts', import.meta.url);
const LIMITS = { longestMs: 10 * 60_000, mostMemoryMb: 2_048 };
/** So many are named; what they come from is the same. */
const MOST = 100;

export interface ToScan {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly entities: readonly Entity[];
}
interface Scanned {
  readonly leaks: readonly Leak[];
  readonly unread: readonly { readonly name: string; readonly why: string }[];
}

const tooLong = (): Fault => new Fault('too-large', { detail: SCAN_TOO_LONG });

const leakPoint = ({ path: file, page, place, text }: Leak): StandingPoint => {
  const where = page === null ? { ja: place, en: place } : filled(ON_PAGE, { page, place });
  const values = { file, text: text.replace(/\s+/g, ' ') };
  return {
    kind: 'leak',
    caseId: null,
    field: file,
    mend: {
      ja: filled(STILL_TELLS, { ...values, where: where.ja }).ja,
      en: filled(STILL_TELLS, { ...values, where: where.en }).en,
    },
  };
};

/**
 * What finished files tell of any of the entities, read by another reader than the one that wrote them, on a thread of its own;
 * what cannot be read is not clean.
 */
export async function scanArtefacts(what: ToScan): Promise<StandingPoint[]> {
  if (what.entities.length === 0) return [];
  const { leaks, unread } = await inWorker<Scanned>(
    WORKER,
    { files: what.files.map(({ name, bytes }) => ({ name, bytes })), entities: what.entities },
    LIMITS,
    tooLong,
  );
  return [
    ...leaks.slice(0, MOST).map(leakPoint),
    ...unread.map(
      ({ name, why }): StandingPoint => ({
        kind: 'leak',
        caseId: null,
        field: name,
        mend: filled(NOT_READ, { file: name, why }),
      }),
    ),
  ];
}
