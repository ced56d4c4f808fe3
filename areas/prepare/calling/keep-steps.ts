import { Fault } from '../../../kernel/errors.ts';
import { unclearSteps } from './rules.ts';
import type { CallTree } from './schema.ts';

/**
 * The guard of call trees: each step says whom it calls. What was written before this was asked can still be read.
 * @throws in `refuse` Fault `invalid` with each step that names nobody, or both a person and a roster
 */
export async function keepSteps(): Promise<{
  refuse: (before: CallTree | undefined, after: CallTree | undefined) => void;
}> {
  const refuse = (_: CallTree | undefined, after: CallTree | undefined): void => {
    const unclear = after ? unclearSteps(after) : [];
    if (unclear.length > 0)
      throw new Fault('invalid', {
        fields: unclear.map((field) => ({
          field,
          mend: {
            ja: '担当者または当番シフト表のいずれか一方を選択してください',
            en: 'Choose either a person or a roster',
          },
        })),
      });
  };
  return { refuse };
}
