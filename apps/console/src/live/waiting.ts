import type { ApiError } from '../api.ts';
import { kept } from '../kept-in-browser.ts';

/** Things somebody typed that wait to be sent, in the browser's own memory: it survives a reload while the network is down. */
export interface Waiting<T> {
  /** As it is kept; the same text while nothing changed, for whoever watches it. */
  readonly stored: () => string;
  readonly read: () => T[];
  /** @returns false where the browser keeps nothing: then the words must stay where they were typed */
  readonly write: (waiting: readonly T[]) => boolean;
  /** Told of every change, of other tabs too. */
  readonly subscribe: (listener: () => void) => () => void;
  /** One tab after the other, where the browser can tell them apart; ids keep what is sent twice from standing twice. */
  readonly alone: (act: () => Promise<void>) => Promise<void>;
}

/** @param key under which it is kept; it never changes, for what waits is under it */
export function waitingUnder<T>(key: string): Waiting<T> {
  const listeners = new Set<() => void>();
  const stored = (): string => kept(key) ?? '[]';
  return {
    stored,
    read: () => JSON.parse(stored()) as T[],
    write: (waiting) => {
      try {
        localStorage.setItem(key, JSON.stringify(waiting));
      } catch {
        return false;
      }
      for (const listener of listeners) listener();
      return true;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
    alone: (act) => ('locks' in navigator ? navigator.locks.request(key, act) : act()),
  };
}

/** It was not what was typed that was wrong: it may be sent again as it is. */
export const isLater = ({ status }: ApiError): boolean =>
  status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;
