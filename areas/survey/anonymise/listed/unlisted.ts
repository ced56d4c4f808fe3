import type { Entity } from '../entities/schema.ts';
import { Finder } from '../finding/finder.ts';
import { foldName } from '../folding/fold-text.ts';
import type { EntityOrigin } from './schema.ts';

export type Candidate = Entity & { readonly origin: EntityOrigin };

const writtenOf = ({ names, aliases }: Pick<Entity, 'names' | 'aliases'>): string[] => [...names, ...aliases];

/** Which entity of a list has one of these names. */
export function sameNamed<T extends Entity>(
  { names, aliases }: Pick<Entity, 'names' | 'aliases'>,
  listed: readonly T[],
): { readonly name: string; readonly of: T } | undefined {
  for (const name of [...names, ...aliases])
    for (const of of listed)
      if (writtenOf(of).some((other) => foldName(other) === foldName(name))) return { name, of };
  return undefined;
}

const pairsOf = (folded: string): string[] =>
  Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2));

/**
 * Of very many names those a text speaks of in any form. A form has letters of its name, so that what shares none with the text
 * is not tried.
 */
export function spokenOf<T extends Entity>(entities: readonly T[], text: string): T[] {
  const pairs = new Set(pairsOf(foldName(text)));
  const likely = entities.filter((each) =>
    writtenOf(each).some((name) => pairsOf(foldName(name)).some((pair) => pairs.has(pair))),
  );
  const found = new Set(new Finder(likely).find(text).map(({ entity }) => entity));
  return likely.filter((each) => found.has(each));
}

/** Whether a label tells of what is on the list. */
export const isTelling = ({ label }: Pick<Entity, 'label'>, listed: readonly Entity[]): boolean =>
  label !== undefined && new Finder(listed).find(`${label.ja}\n${label.en}`).length > 0;
