import type { z } from 'zod';
import type { Bilingual } from '../kernel/language.ts';
import type { FactKind } from './fact-kind.ts';

/** How the details of a line are put into words: names stand for ids, words for keys. */
export interface Telling {
  readonly say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;
  readonly person: (id: string) => string;
  readonly system: (key: string) => string;
  /** The time of day, to the minute, on the organisation's clock. */
  readonly clock: (instant: string) => string;
}

type Facts = Readonly<Record<string, FactKind>>;

/** What a line of each kind says besides its kind, people, reason, title and text, which stand in any line that has them. */
export type Details<Own extends Facts> = {
  readonly [K in keyof Own]: (
    body: z.infer<Own[K]['body']>,
    telling: Telling,
  ) => readonly (string | undefined)[];
};

const nothing = (): readonly string[] => [];

/** Kinds that say all in what every line may have: said, so that forgetting one is not the same. */
export const saysNoMore = <const K extends string>(
  ...kinds: readonly K[]
): { readonly [N in K]: typeof nothing } =>
  Object.fromEntries(kinds.map((kind) => [kind, nothing])) as { readonly [N in K]: typeof nothing };
