import type { Bilingual } from './language.ts';

/** A field of a form that the console draws from this description. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'secret' | 'switch' | 'choice' | 'mapping';
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly required: boolean;
  /** What the form begins with; empty unless told. */
  readonly initial?: string | number | boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
}

/** A field as the API hands it to a form: a copy without what is not there. */
export const fieldView = ({ choices, ...field }: Field) => ({
  ...field,
  ...(choices && { choices: [...choices] }),
});
