import type { z } from 'zod';
import { Fault, type FieldFault } from './errors.ts';
import { canonicalJson } from './text.ts';

/** What a route takes that writes over something; who calls within the house need not have read it. */
export type Rewrite<S extends z.ZodType<{ readonly seen: unknown }>> = Omit<z.output<S>, 'seen'> &
  Partial<Pick<z.output<S>, 'seen'>>;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Without what stands around texts: a form takes it away from what was read before it sends it back, and the record may
 * have it, for not all of it came by a form.
 */
function bare(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(bare);
  return isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, bare(each)]))
    : value;
}
const same = (seen: unknown, now: unknown): boolean => canonicalJson(bare(seen)) === canonicalJson(bare(now));

/** What somebody else changed, field by field, where what was read has fields. */
function changedIn(seen: unknown, now: unknown): FieldFault[] {
  if (!isFields(seen) || !isFields(now)) return [];
  return [...new Set([...Object.keys(seen), ...Object.keys(now)])]
    .filter((field) => !same(seen[field] ?? null, now[field] ?? null))
    .map((field) => ({
      field,
      mend: {
        ja: 'ほかの利用者が変更しました。現在の内容を確認してください',
        en: 'Someone else changed this. Check what it is now',
      },
    }));
}

/**
 * Holds a writer to what they had before them, so that nobody overwrites what they never saw. What stands there has to be
 * locked.
 * @param seen as it was read; undefined asks nothing, for whoever writes from within the house
 * @throws Fault `conflict` when it is another by now, naming each field that is
 */
export function holdToSeen<T>(seen: T | undefined, now: T): void {
  if (seen === undefined || same(seen, now)) return;
  const fields = changedIn(seen, now);
  throw new Fault('conflict', {
    ...(fields.length > 0 && { fields }),
    detail: {
      ja: 'ほかの利用者が変更しました。再読み込みしてから変更してください',
      en: 'Someone else changed this in the meantime. Reload before making your changes',
    },
  });
}
