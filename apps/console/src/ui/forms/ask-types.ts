import type { Contracts } from '../../../../../areas/contract.ts';
import type { Taken } from '../../../../../kernel/shape.ts';
import type { Key } from '../../api.ts';

type Part<C, K extends keyof C, P extends 'params' | 'body'> = C[K] extends { readonly [Q in P]: infer S }
  ? Taken<S>
  : unknown;
/** A route of a thing's contracts that the client knows too. */
export type ActOf<C extends Contracts> = keyof C & Key;
/** Everything a route is told by name: what stands in its address and its body. */
export type AskedOf<C, K extends keyof C> = Part<C, K, 'params'> & Part<C, K, 'body'>;

/** A value as its field holds it while one types: an empty one is '' or null. */
export type Begun<V> = V | '' | null;
/** What a form begins with, by the names of the route. */
export type BeginOf<T> = { readonly [N in keyof T]?: Begun<T[N]> };

interface Labelled<V> {
  readonly label: string;
  /** Said below the label. */
  readonly help?: string;
  readonly begin?: Begun<V> | undefined;
  /** Must be filled in here, though the route also takes it empty. */
  readonly needed?: boolean;
}
export interface Choice<V = string> {
  readonly value: V;
  readonly label: string;
}
type Plain<V> = Exclude<V, null | undefined>;

type TextField<V> =
  | (Labelled<V> & {
      readonly kind: 'text';
      /** Texts that may stand in it as they are. */
      readonly ready?: readonly string[];
    })
  | (Labelled<V> & { readonly kind: 'line' | 'time' | 'day' | 'asset' | 'party' })
  | (Labelled<V> & {
      readonly kind: 'person';
      /** Of the one it begins with, where that is known. */
      readonly beginName?: string | null | undefined;
    })
  | (Labelled<V> & { readonly kind: 'choice'; readonly choices: readonly Choice[] });

/** How a value of the route may be asked for; any other way does not compile. */
export type AskField<V> = unknown extends V
  ? // A number that the route also reads from an address.
    Labelled<number> & { readonly kind: 'number' }
  : [Plain<V>] extends [boolean]
    ? Labelled<V> & { readonly kind: 'yesNo' }
    : [Plain<V>] extends [number]
      ?
          | (Labelled<V> & { readonly kind: 'number' })
          | (Labelled<V> & { readonly kind: 'choice'; readonly choices: readonly Choice<Plain<V> | null>[] })
      : [Plain<V>] extends [readonly string[]]
        ?
            | (Labelled<V> & { readonly kind: 'keys' | 'lines' | 'people' })
            | (Labelled<V> & { readonly kind: 'choices'; readonly choices: readonly Choice[] })
        : [Plain<V>] extends [string]
          ? string extends Plain<V>
            ? TextField<V>
            :
                | (Labelled<V> & { readonly kind: 'choice'; readonly choices: readonly Choice<Plain<V>>[] })
                | (Labelled<V> & { readonly kind: 'tick'; readonly ticked: Plain<V> })
          : [Plain<V>] extends [object]
            ? {
                readonly kind: 'group';
                readonly fields: AskFields<Plain<V>>;
                /** The whole is told only once this one of its fields is filled in. */
                readonly by?: keyof Plain<V> & string;
              }
            : never;

type Needed<T> = { [N in keyof T]-?: undefined extends T[N] ? never : N }[keyof T];
/** The fields of a form by the names of its route, in the order they are shown; one that must be told cannot be left out. */
export type AskFields<T> = { readonly [N in Needed<T>]: AskField<T[N]> } & {
  readonly [N in Exclude<keyof T, Needed<T>>]?: AskField<T[N]> | false | undefined;
};

/** The same as the form draws it: what may be asked how was settled when it was written. */
export interface DrawnField {
  readonly kind:
    | 'line'
    | 'text'
    | 'number'
    | 'choice'
    | 'choices'
    | 'yesNo'
    | 'tick'
    | 'time'
    | 'day'
    | 'asset'
    | 'party'
    | 'person'
    | 'keys'
    | 'lines'
    | 'people'
    | 'group';
  readonly label: string;
  readonly help?: string;
  readonly begin?: unknown;
  readonly beginName?: string | null;
  readonly needed?: boolean;
  readonly choices?: readonly Choice<string | number | null>[];
  readonly ready?: readonly string[];
  readonly ticked?: string;
  readonly fields?: Readonly<Record<string, DrawnField | false | undefined>>;
  readonly by?: string;
}
