import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, call, type InputOf } from '../../api.ts';
import { useConnected } from '../../live/live.tsx';
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
const listeners = new Set<() => void>();

/** The browser's own memory: it survives a reload while the network is down. */
function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '[]';
  } catch {
    return '[]';
  }
}
const read = (): WaitingLine[] => JSON.parse(stored()) as WaitingLine[];

/** @returns false where the browser keeps nothing: then the words must stay where they were typed */
function write(waiting: readonly WaitingLine[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(waiting));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
};

export const keepLine = (waiting: WaitingLine): boolean => write([...read(), waiting]);
export const dropLine = (clientId: string): void => {
  write(read().filter(({ line }) => line.clientId !== clientId));
};
const refuse = (clientId: string, refused: string): boolean =>
  write(read().map((each) => (each.line.clientId === clientId ? { ...each, refused } : each)));

/** It was not the line that was wrong: it may be sent again as it is. */
const isLater = ({ status }: ApiError): boolean =>
  status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;

/** One tab after the other, where the browser can tell them apart; the ids keep what is sent twice from standing twice. */
const alone = (act: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(KEY, act) : act();

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
