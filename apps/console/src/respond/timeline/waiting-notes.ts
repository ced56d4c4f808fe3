import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ApiError, call, type InputOf } from '../../api.ts';
import { useConnected } from '../../live/live.tsx';
import { isLater, waitingUnder } from '../../live/waiting.ts';
import { lookAgain } from '../../queries.ts';

type Note = InputOf<'POST /api/respond/incidents/:id/timeline'>['body'] & { readonly clientId: string };
type Task = InputOf<'POST /api/respond/incidents/:id/tasks'>['body'];
type Decision = InputOf<'POST /api/respond/incidents/:id/decisions'>['body'];

export interface Waiting {
  readonly incidentId: string;
  readonly personId: string;
  /** What was typed, with its own id and time. */
  readonly note: Note;
  /** It is a task or a decision, and goes out as one. */
  readonly task?: Task;
  readonly decision?: Decision;
  /** Why the server would not have it; such a one is not sent again by itself. */
  readonly refused?: string;
}

const KEY = 'sonae.waiting-notes';
const { stored, read, write, subscribe, alone } = waitingUnder<Waiting>(KEY);

/** Keeps a note that could not be sent. @returns false where it could not be kept either */
export const keepNote = (waiting: Waiting): boolean => write([...read(), waiting]);
export const dropNote = (clientId: string): void => {
  write(read().filter(({ note }) => note.clientId !== clientId));
};

/** Sends what somebody typed as what it is. */
export async function sendTyped({ incidentId, note, task, decision }: Waiting): Promise<void> {
  const params = { id: incidentId };
  const { clientId, typedAt } = note;
  const own = { clientId, ...(typedAt && { typedAt }) };
  if (task) await call('POST /api/respond/incidents/:id/tasks', { params, body: { ...task, ...own } });
  else if (decision)
    await call('POST /api/respond/incidents/:id/decisions', { params, body: { ...decision, ...own } });
  else await call('POST /api/respond/incidents/:id/timeline', { params, body: note });
}

/**
 * Notes of this person that wait for the connection, and the way to send them: in the order in which they were typed, each
 * with the time it was typed. One that arrives twice is one entry, by its own id.
 */
export function useWaitingNotes(
  incidentId: string,
  personId: string,
): { waiting: readonly Waiting[]; flush: () => Promise<void> } {
  const client = useQueryClient();
  const connected = useConnected();
  const text = useSyncExternalStore(subscribe, stored);
  const waiting = (JSON.parse(text) as Waiting[]).filter(
    (each) => each.incidentId === incidentId && each.personId === personId,
  );
  const flush = useCallback(
    () =>
      // Two tabs of one browser send one after the other.
      alone(async () => {
        for (const each of read()) {
          if (each.personId !== personId || each.refused !== undefined) continue;
          try {
            await sendTyped(each);
            dropNote(each.note.clientId);
          } catch (error) {
            if (!(error instanceof ApiError)) throw error;
            // Not reached, no time for us now, or signed out meanwhile: later.
            if (isLater(error)) break;
            write(
              read().map((one) =>
                one.note.clientId === each.note.clientId ? { ...one, refused: error.whole } : one,
              ),
            );
          }
        }
        lookAgain(client, ['timeline', 'room']);
      }),
    [client, personId],
  );
  useEffect(() => {
    if (connected && personId && read().length > 0) void flush();
  }, [connected, personId, flush]);
  return { waiting, flush };
}
