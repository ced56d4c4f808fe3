import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';

/** Refuses words at a field, each withheld one by name and with its reason. @param from whom it is withheld from, in words */
export const withheldFault = (
  found: readonly { readonly term: string; readonly reason: string }[],
  field: string,
  from: Bilingual = { ja: '', en: '' },
): Fault =>
  new Fault('invalid', {
    // Withheld from several audiences, it is named once.
    fields: [...new Map(found.map((each) => [`${each.term}\n${each.reason}`, each])).values()].map(
      ({ term, reason }) => ({
        field,
        mend: {
          ja: `「${term}」は、${from.ja}公表しない事項です（${reason}）`,
          en: `“${term}” is withheld${from.en} (${reason})`,
        },
      }),
    ),
  });
