import type { ChangeEvent } from 'react';
import type { z } from 'zod';
import type { Contracts } from '../../../../../areas/contract.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import type { Key, ReplyOf } from '../../api.ts';
import type { ActOf, AskedOf, Begun } from './ask-types.ts';
import { type Drafting, useDraft } from './use-draft.ts';

type Needed<T> = { [N in keyof T]-?: undefined extends T[N] ? never : N }[keyof T];
/** A value to begin with for each name the route must be told, and for those of the others that the form asks. */
type Beginning<T> = { readonly [N in Needed<T>]: Begun<T[N]> } & {
  readonly [N in Exclude<keyof T, Needed<T>>]?: Begun<T[N]>;
};
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

export const shapeOf = (by: Contracts, act: string): z.ZodObject | undefined =>
  (by as Readonly<Record<string, { readonly body?: unknown }>>)[act]?.body as z.ZodObject | undefined;

interface Common {
  readonly label: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly onBlur: () => void;
}
interface Held<V> extends Common {
  readonly value: V;
  readonly onChange: (value: V) => void;
}
interface Written extends Common {
  readonly value: string;
  readonly onChange: (event: Typed) => void;
}
interface Picked extends Common {
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}
interface Counted extends Common {
  readonly value: number | '';
  readonly onChange: (value: string | number) => void;
}
interface Ticked {
  readonly label: string;
  readonly error: string | undefined;
  readonly checked: boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}
/** A form of one route by the names it asks. */
export interface RouteForm<Asked, K extends Key> extends Omit<Drafting<K>, 'values' | 'set'> {
  readonly values: { readonly [N in keyof Asked & string]: Begun<Asked[N]> };
  readonly set: <N extends keyof Asked & string>(name: N, value: Begun<Asked[N]>) => void;
  /** For a field of one or more lines. */
  readonly text: (name: keyof Asked & string, label: string) => Written;
  /** For a field that hands over its value: a choice, a time, somebody. */
  readonly choice: (name: keyof Asked & string, label: string) => Held<string | null>;
  /** For one of however many that the server is asked for. */
  readonly pick: (name: keyof Asked & string, label: string) => Picked;
  readonly list: (name: keyof Asked & string, label: string) => Held<string[]>;
  readonly number: (name: keyof Asked & string, label: string) => Counted;
  readonly yesNo: (name: keyof Asked & string, label: string) => Ticked;
}

/**
 * A form of one route, laid out by its screen: values, checks and words come from the route's contract.
 * @param by the contracts of the thing, imported by the screen and fetched with it
 */
export function useRouteForm<
  const C extends Contracts,
  K extends ActOf<C>,
  const G extends Partial<AskedOf<C, K>> = Record<never, never>,
>(
  by: C,
  act: K,
  options: {
    readonly given?: G;
    readonly begin: Beginning<Omit<AskedOf<C, K>, keyof G>>;
    readonly needed?: readonly (keyof AskedOf<C, K> & string)[];
    readonly done?: (reply: ReplyOf<K>) => void;
    readonly said?: string;
    readonly stale?: readonly Topic[];
  },
): RouteForm<Omit<AskedOf<C, K>, keyof G>, K> {
  type Asked = Omit<AskedOf<C, K>, keyof G>;
  type Name = keyof Asked & string;
  const draft = useDraft(act, shapeOf(by, act), {
    ...options,
    begin: options.begin,
    given: () => options.given ?? {},
  });
  const common = (name: Name, label: string) => ({
    label,
    error: draft.wrong(name),
    required: draft.isRequired(name),
    onBlur: () => draft.leave(name),
  });
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ...draft,
    values: draft.values as { readonly [N in Name]: Begun<Asked[N]> },
    set: <N extends Name>(name: N, value: Begun<Asked[N]>) => draft.set(name, value),
    text: (name: Name, label: string) => ({
      ...common(name, label),
      value: text(draft.valueAt(name)),
      onChange: (event: Typed) => draft.set(name, event.currentTarget.value),
    }),
    choice: (name: Name, label: string) => ({
      ...common(name, label),
      value: text(draft.valueAt(name)) || null,
      onChange: (value: string | null) => draft.set(name, value ?? ''),
    }),
    pick: (name: Name, label: string) => ({
      ...common(name, label),
      value: text(draft.valueAt(name)),
      onChange: (value: string | null) => draft.set(name, value ?? ''),
    }),
    list: (name: Name, label: string) => ({
      ...common(name, label),
      value: (draft.valueAt(name) as string[] | null) ?? [],
      onChange: (value: string[]) => draft.set(name, value),
    }),
    number: (name: Name, label: string) => ({
      ...common(name, label),
      value: (draft.valueAt(name) as number | '' | null) ?? '',
      onChange: (value: string | number) => draft.set(name, typeof value === 'number' ? value : ''),
    }),
    yesNo: (name: Name, label: string) => ({
      label,
      error: draft.wrong(name),
      checked: draft.valueAt(name) === true,
      onChange: (event: ChangeEvent<HTMLInputElement>) => draft.set(name, event.currentTarget.checked),
    }),
  };
}
