import type { FactBody, FactName } from '../../../../../areas/facts.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';

/** How the details of a line are put into words: names stand for ids, words for keys. */
export interface Telling {
  readonly say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;
  readonly person: (id: string) => string;
  readonly system: (key: string) => string;
}

/** What a line of each kind says besides its kind, people, reason, title and text, which stand in any line that has them. */
export type Details<Own extends FactName> = {
  readonly [K in Own]: (body: FactBody<K>, telling: Telling) => readonly (string | undefined)[];
};

const nothing = (): readonly string[] => [];

/** Kinds that say all in what every line may have: said, so that forgetting one is not the same. */
export const saysNoMore = <const K extends FactName>(
  ...kinds: readonly K[]
): { readonly [N in K]: typeof nothing } =>
  Object.fromEntries(kinds.map((kind) => [kind, nothing])) as { readonly [N in K]: typeof nothing };
