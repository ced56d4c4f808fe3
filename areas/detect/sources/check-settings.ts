import { called, Fault } from '../../../kernel/errors.ts';
import { labelsOf } from '../../../kernel/form.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { sourceKind } from '../../../sources/registry.ts';

/** Settings as the source kind wants them; a fault names each wrong field. */
export function checkSettings(
  kind: string,
  settings: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = sourceKind(kind);
  if (!known) {
    throw new Fault('invalid', {
      fields: [
        {
          field: 'kind',
          mend: { ja: `受信元の種類「${kind}」はありません`, en: `Unknown source type "${kind}"` },
        },
      ],
    });
  }
  const read = known.settings.safeParse(settings);
  if (read.success) return read.data;
  throw new Fault('invalid', {
    fields: fieldFaultsOf(read.error, 'settings', ['settings']).map((each) =>
      called(each, labelsOf(known.fields)),
    ),
  });
}
