import type { SearchSchemaInput } from '@tanstack/react-router';

/** What one part of an address's query may be; what it is otherwise stays out of the address. */
export interface Rule<T extends string> {
  readonly otherwise: T;
  readonly may: (given: string) => boolean;
}

export const text: Rule<string> = { otherwise: '', may: (given) => given.length <= 200 };

export const oneOf = <const V extends string>(values: readonly V[], otherwise: V): Rule<V> => ({
  otherwise,
  may: (given) => (values as readonly string[]).includes(given),
});

/**
 * What a list is narrowed by: one of these, or any. A value that is missing or unknown does not compile; the schema that
 * names them is not asked at run time, for it would bring every other schema of its thing into the first load.
 */
export const facet = <V extends string>(values: Readonly<Record<V, true>>): Rule<V | 'any'> => ({
  otherwise: 'any',
  may: (given) => Object.hasOwn(values, given),
});

/** What a screen reads from its address: a word that is unknown there counts as unsaid, for people type addresses. */
export function searchOf<const R extends Readonly<Record<string, Rule<string>>>>(rules: R) {
  type Read = { [N in keyof R]: R[N]['otherwise'] };
  const validateSearch = (given: Partial<Read> & SearchSchemaInput): Read =>
    Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => {
        const value: unknown = given[name as keyof R];
        return [name, typeof value === 'string' && rule.may(value) ? value : rule.otherwise];
      }),
    ) as Read;
  const leaveOutDefaults = <S>({ search, next }: { search: S; next: (search: S) => S }): S =>
    Object.fromEntries(
      Object.entries(next(search) as Record<string, unknown>).filter(
        ([name, value]) => rules[name]?.otherwise !== value,
      ),
    ) as S;
  return { validateSearch, search: { middlewares: [leaveOutDefaults] } };
}
