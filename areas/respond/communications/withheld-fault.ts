import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';

/** Refuses words at a field, each withheld one by name and with its reason. @param from whom it is withheld from, in words */
export const withheldFault = (
  found: readonly { readonly term: string; readonly reason: string }[],
  field: string,
  from: Bilingual = { ja: '', en: '' },
): Fault =>
  new Fault('invalid', {
    fields: found.map(({ term, reason }) => ({
      field,
      mend: {
        ja: `「${term}」は${from.ja}公表しないと決めています（${reason}）`,
        en: `“${term}” is withheld${from.en} (${reason})`,
      },
    })),
  });
