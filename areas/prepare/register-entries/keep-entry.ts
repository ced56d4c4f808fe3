import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { called, Fault, type FieldFault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { record } from '../../record.ts';
import { lockEntry, writeEntry } from '../registers/acts.ts';
import { referencesOf } from '../registers/rules.ts';
import { COMMON_FIELDS, type RegisterKind } from '../registers/schema.ts';
import type { BrokenOverride } from '../rosters/schema.ts';
import type { Guarded } from './guard.ts';
import { missingPoints } from './missing-points.ts';
import { backwardSpans, ENDS_BEFORE } from './rules.ts';

/**
 * Writes an entry of a register. The version says what it was written on; 0 is a new one.
 * @throws Fault `conflict` when somebody else has written since, `invalid` with every wrong field
 */
export async function keepEntryOf<K extends RegisterKind>(
  ctx: Context,
  { kind, guard }: Guarded<K>,
  version: number,
  input: unknown,
): Promise<{ version: number; breaks?: BrokenOverride[] }> {
  permit(ctx, 'register.manage');
  const { register, shape, points } = kind;
  const parsed = shape.safeParse(input);
  const words = { ...COMMON_FIELDS, ...kind.fields };
  const refused = (fields: readonly FieldFault[]): Fault =>
    new Fault('invalid', { fields: fields.map((each) => called(each, words)) });
  if (!parsed.success) throw refused(fieldFaultsOf(parsed.error, 'entry'));
  const backward = backwardSpans(parsed.data);
  if (backward.length > 0) throw refused(backward.map((field) => ({ field, mend: ENDS_BEFORE })));
  return inTransaction(ctx, async (tx) => {
    const key = String(parsed.data['key']);
    const before = await lockEntry(tx.sql, register, key);
    if ((before?.version ?? 0) !== version)
      throw new Fault('conflict', {
        detail: before
          ? version === 0
            ? {
                ja: `キー「${key}」はすでに使用されています（第${before.version}版）。既存の項目を変更するか、別のキーを指定してください`,
                en: `An entry “${key}” already exists (version ${before.version}). Open it, or choose another key`,
              }
            : {
                ja: `ほかの利用者が第${before.version}版を保存しました。再読み込みしてから変更してください`,
                en: `Version ${before.version} was saved in the meantime. Reload before making your changes`,
              }
          : { ja: 'この項目は削除されています', en: 'This entry has been removed' },
      });
    const had = before?.entry as typeof parsed.data | undefined;
    const refusal = await guard?.(tx);
    refusal?.refuse(had, parsed.data);
    const entry = kind.kept(had, parsed.data);
    const missing = await missingPoints(tx, referencesOf(points, entry), had && refusal?.stay?.(had));
    if (missing.length > 0) throw refused(missing);
    const next = await writeEntry(tx.sql, {
      orgId: ctx.orgId,
      register,
      key,
      entry,
      at: ctx.now,
      by: byOf(ctx.actor),
    });
    record(tx, 'register.kept', { body: { register, key, version: next } });
    const breaks = (await refusal?.breaks?.(parsed.data)) ?? [];
    return breaks.length > 0 ? { version: next, breaks } : { version: next };
  });
}
