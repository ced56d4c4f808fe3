import type { Bilingual } from './language.ts';

/** A field of a form that the console draws from this description. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'secret' | 'switch' | 'choice' | 'mapping' | 'words';
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly required: boolean;
  /** What the form begins with; empty unless told. */
  readonly initial?: string | number | boolean | readonly string[];
  /**
   * Of a secret that is handed over when it is used: the fields that say to whom and how, and, where it goes along with
   * another field only, that one. It stays with the place it was given for.
   */
  readonly sentBy?: { readonly places: readonly string[]; readonly along?: string };
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
}

/** A field as the API hands it to a form: a copy without what is not there. */
export const fieldView = ({ choices, initial, sentBy: _, ...field }: Field) => ({
  ...field,
  ...(initial !== undefined && { initial: typeof initial === 'object' ? [...initial] : initial }),
  ...(choices && { choices: [...choices] }),
});

/** What a form calls its fields. */
export const labelsOf = (fields: readonly Field[]): Readonly<Record<string, Bilingual>> =>
  Object.fromEntries(fields.map(({ name, label }) => [name, label]));

type Values = Readonly<Record<string, unknown>>;

const samePlace = (one: unknown, other: unknown): boolean =>
  String(one ?? '')
    .trim()
    .toLowerCase() ===
  String(other ?? '')
    .trim()
    .toLowerCase();

/**
 * What becomes of secrets that were left empty in a form: they stay, but never travel to another place than the one they
 * were given for, where whoever named it would receive them.
 * @param given with what fields begin with filled in
 * @returns the secrets that stay, and the fields that must be entered again
 */
export function keptSecrets(
  fields: readonly Field[],
  before: Values,
  given: Values,
): { readonly kept: Values; readonly askAgain: readonly string[] } {
  const left = fields.filter(({ kind, name }) => kind === 'secret' && !given[name] && before[name]);
  const moves = ({ sentBy }: Field): boolean =>
    sentBy?.places.some((place) => !samePlace(before[place], given[place])) ?? false;
  const stays = left.filter((field) => !moves(field));
  const needed = left.filter(
    (field) => moves(field) && (field.sentBy?.along === undefined || given[field.sentBy.along]),
  );
  return {
    kept: Object.fromEntries(stays.map(({ name }) => [name, before[name]])),
    askAgain: needed.map(({ name }) => name),
  };
}

export const ENTER_AGAIN: Bilingual = {
  ja: '送信先が変更されるため、再入力してください（保存済みの値は、以前の送信先でのみ使用されます）',
  en: 'Enter this again. The destination has changed, and the saved value is only for the previous one',
};
