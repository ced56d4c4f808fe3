import type { UndoWanted } from '../../../../../areas/respond/undo/schema.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import type { InputOf, Key } from '../../api.ts';
import { TOAST } from './words.ts';

/** An entry of a register that was removed; brought back it is another version of itself. */
export interface Restoring {
  readonly register: InputOf<'POST /api/prepare/registers/:register/:entry/restore'>['params']['register'];
  readonly entry: string;
}
export type Back = UndoWanted | Restoring;
export const isRestoring = (back: Back): back is Restoring => 'entry' in back;

/** What is said after an act, and how it is taken back. */
interface After<K extends Key> {
  readonly said: Bilingual;
  /** What of it went out and stays, where something did. */
  readonly stays?: (input: InputOf<K>) => Bilingual | undefined;
  /** Absent where everything of it went out: the words say that it cannot be undone. */
  readonly undo?: (input: InputOf<K>) => Back | undefined;
}

type Table = { readonly [K in Key]?: After<K> };

/** Acts after which people look for a way back, and acts that have none. */
const ACTS: Table = {
  'POST /api/respond/incidents/:id/tasks': {
    said: TOAST.taskOpened,
    stays: ({ body }) => (body.personId ? TOAST.told : undefined),
    undo: ({ params, body }) =>
      body.clientId === undefined ? undefined : { deed: 'taskOpened', of: params.id, which: body.clientId },
  },
  'POST /api/respond/tasks/:id/end': {
    said: TOAST.taskEnded,
    undo: ({ params }) => ({ deed: 'taskEnded', of: params.id, which: '' }),
  },
  'PUT /api/respond/tasks/:id/person': {
    said: TOAST.taskAssigned,
    stays: ({ body }) => (body.personId ? TOAST.told : undefined),
    undo: ({ params }) => ({ deed: 'taskAssigned', of: params.id, which: '' }),
  },
  'PUT /api/respond/incidents/:id/roles': {
    said: TOAST.roleAssigned,
    stays: () => TOAST.called,
    undo: ({ params, body }) => ({ deed: 'roleAssigned', of: params.id, which: body.role }),
  },
  'PUT /api/respond/incidents/:id': {
    said: TOAST.incidentChanged,
    undo: ({ params }) => ({ deed: 'incidentChanged', of: params.id, which: '' }),
  },
  'POST /api/respond/incidents/:id/timeline': {
    said: TOAST.noteAdded,
    stays: ({ body }) => (body.mentions ? TOAST.mentioned : undefined),
    undo: ({ params, body }) =>
      body.clientId === undefined ? undefined : { deed: 'noteAdded', of: params.id, which: body.clientId },
  },
  'DELETE /api/prepare/registers/:register/:entry': {
    said: TOAST.entryRemoved,
    stays: ({ params }) => (params.register === 'plans' ? TOAST.unpublished : undefined),
    undo: ({ params: { register, entry } }) => ({ register, entry }),
  },
  'POST /api/respond/statements/:id/send': { said: TOAST.statementSent },
  'POST /api/respond/statements/:id/individuals': { said: TOAST.individualsTold },
  'POST /api/respond/briefs/:id/send': { said: TOAST.briefSent },
  'POST /api/respond/incidents/:id/page': { said: TOAST.paged },
};

/** What an undoing changes, for every screen that shows it. */
export const UNDO_STALE: readonly Topic[] = [
  'room',
  'timeline',
  'incident',
  'incidents',
  'tasks',
  'registers',
  'rosters-ahead',
  'calls',
];

export interface Told {
  readonly said: Bilingual;
  readonly stays: Bilingual | undefined;
  readonly undo: Back | undefined;
}

/** What is to be said after an act of this kind; undefined where nothing is. */
export function toldAfter<K extends Key>(key: K, input: InputOf<K>): Told | undefined {
  const after = ACTS[key] as After<K> | undefined;
  return after && { said: after.said, stays: after.stays?.(input), undo: after.undo?.(input) };
}
