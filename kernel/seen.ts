import type { z } from 'zod';
import { Fault } from './errors.ts';
import { canonicalJson } from './text.ts';

/** What a route takes that writes over something; who calls within the house need not have read it. */
export type Rewrite<S extends z.ZodType<{ readonly seen: unknown }>> = Omit<z.output<S>, 'seen'> &
  Partial<Pick<z.output<S>, 'seen'>>;

/**
 * Holds a writer to what they had before them, so that nobody overwrites what they never saw. What stands there has to be
 * locked.
 * @param seen as it was read; undefined asks nothing, for whoever writes from within the house
 * @throws Fault `conflict` when it is another by now
 */
export function holdToSeen<T>(seen: T | undefined, now: T): void {
  if (seen === undefined || canonicalJson(seen) === canonicalJson(now)) return;
  throw new Fault('conflict', {
    detail: {
      ja: 'ほかの利用者が変更しました。再読み込みしてから変更してください',
      en: 'Someone else changed this in the meantime. Reload before making your changes',
    },
  });
}
