import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../api.ts';
import { lookAgain } from '../../../queries.ts';
import { tellAfter } from '../../../ui/toast/after-act.ts';
import { keepNote, sendTyped, type Waiting } from '../waiting-notes.ts';

/** Sends a note; where the server cannot be reached it is kept, with the time it was typed, and sent when it can. */
export function useSending(done: () => void) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const client = useQueryClient();
  const run = async ({ note, ...rest }: Waiting): Promise<void> => {
    const typedAt = new Date().toISOString();
    setPending(true);
    setError(undefined);
    try {
      await sendTyped({ ...rest, note });
      if (!rest.task && !rest.decision)
        void tellAfter(client, 'POST /api/respond/incidents/:id/timeline', {
          params: { id: rest.incidentId },
          body: note,
        });
      if (rest.task)
        void tellAfter(client, 'POST /api/respond/incidents/:id/tasks', {
          params: { id: rest.incidentId },
          body: { ...rest.task, clientId: note.clientId },
        });
      if (rest.task || rest.decision) lookAgain(client, ['timeline', 'room']);
      done();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      // Perhaps it arrived and only the answer was lost: its id makes it one entry all the same.
      const kept =
        (problem.status === 0 || problem.status >= 502) && keepNote({ ...rest, note: { ...note, typedAt } });
      if (kept) done();
      else setError(problem);
    } finally {
      setPending(false);
    }
  };
  return {
    run,
    pending,
    failed: error && error.fields.length === 0 ? error.message : undefined,
    wrong: (field: string) => error?.fields.find((each) => each.field === field)?.mend,
    clear: () => setError(undefined),
  };
}
