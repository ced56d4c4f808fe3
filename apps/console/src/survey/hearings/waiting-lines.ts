import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, call, type InputOf } from '../../api.ts';
import { useConnected } from '../../live/live.tsx';
import { isLater, waitingUnder } from '../../live/waiting.ts';
import { lookAgain } from '../../queries.ts';

export type TypedLine = InputOf<'POST /api/survey/hearings/:id/lines'>['body'] & {
  readonly clientId: string;
};
export interface WaitingLine {
  readonly hearingId: string;
  readonly personId: string;
  readonly line: TypedLine;
  /** Why the server would not have it; such a one is not sent again by itself. */
  readonly refused?: string;
}

const KEY = 'sonae.waiting-minutes';
const RETRY_MS = 15_000;
const { stored, read, write, subscribe, alone } = waitingUnder<WaitingLine>(KEY);

export const keepLine = (waiting: WaitingLine): boolean => write([...read(), waiting]);
export const dropLine = (clientId: string): void => {
  write(read().filter(({ line }) => line.clientId !== clientId));
};
const refuse = (clientId: string, refused: string): boolean =>
  write(read().map((each) => (each.line.clientId === clientId ? { ...each, refused } : each)));

/**
 * Lines this person typed that the server does not have yet. Every line goes by here, so that none is lost: it is kept first
 * and sent then, in the order in which they were typed.
 */
export function useWaitingLines(hearingId: string, personId: string) {
  const client = useQueryClient();
  const connected = useConnected();
  const [failed, setFailed] = useState(false);
  const text = useSyncExternalStore(subscribe, stored);
  const waiting = (JSON.parse(text) as WaitingLine[]).filter(
    (each) => each.hearingId === hearingId && each.personId === personId,
  );
  const flush = useCallback(
    (again = false) =>
      alone(async () => {
        for (const { hearingId: id, personId: whose, line, refused } of read()) {
          if (whose !== personId || (refused !== undefined && !again)) continue;
          try {
            await call('POST /api/survey/hearings/:id/lines', { params: { id }, body: line });
            dropLine(line.clientId);
            setFailed(false);
          } catch (error) {
            if (!(error instanceof ApiError)) throw error;
            if (isLater(error)) {
              setFailed(true);
              break;
            }
            refuse(line.clientId, error.whole);
          }
        }
        lookAgain(client, ['survey-hearings']);
      }),
    [client, personId],
  );
  useEffect(() => {
    if (connected && personId && read().length > 0) void flush();
  }, [connected, personId, flush]);
  const isLeft = waiting.some(({ refused }) => refused === undefined);
  useEffect(() => {
    if (!isLeft) return undefined;
    // The stream may not notice a short break: the browser tells, and else it is tried again.
    const again = (): void => void flush();
    window.addEventListener('online', again);
    const every = setInterval(again, RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(every);
    };
  }, [isLeft, flush]);
  return { waiting, flush, connected: connected && !(isLeft && failed) };
}
