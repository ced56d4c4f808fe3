import type { Language } from '../../../../kernel/language.ts';
import { FORMS, type FormField, type FormName, RECORD_FIELDS } from './words.ts';

export type Stage = 'first' | 'followUp' | 'final';

/** The form that fits, until somebody chooses another. */
export function fittingForm(regime: string, situation: string | null): FormName {
  if (situation === 'ddos' || situation === 'ransomware') return situation;
  return regime === 'privacy' || situation === 'dataLeak' ? 'privacy' : 'general';
}

export interface Filled {
  readonly key: string;
  readonly name: string;
  /** '' where nobody knows. */
  readonly value: string;
  readonly from: 'record' | 'answer';
  /** It is needed at this stage and empty. */
  readonly missing: boolean;
}

/** Fields of a form by key, in the order of the form: what the record knows first. */
export const fieldsOf = (form: FormName): Readonly<Record<string, FormField>> => ({
  ...RECORD_FIELDS,
  ...FORMS[form].asked,
});

/**
 * A form with everything that is known; an answer of somebody goes before what the record says. Nothing is made up: what
 * nobody knows stays empty, and is named where this stage needs it.
 */
export function fillForm(
  form: FormName,
  stage: Stage,
  record: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>>,
  language: Language,
): Filled[] {
  const final = stage === 'final';
  return Object.entries(fieldsOf(form)).map(([key, { name, needed }]) => {
    const answer = answers[key]?.trim() ?? '';
    const value = answer || (record[key] ?? '');
    return {
      key,
      name: name[language],
      value,
      from: answer !== '' || !(key in RECORD_FIELDS) ? 'answer' : 'record',
      missing: value === '' && (needed === 'first' || (needed === 'final' && final)),
    };
  });
}
