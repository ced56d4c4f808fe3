import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { called, Fault } from '../../../kernel/errors.ts';
import { ENTER_AGAIN, keptSecrets, labelsOf } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { record } from '../../record.ts';
import { closeSettings, openSettings } from './channel-secrets.ts';
import { lockChannel, readChannel, writeChannel } from './store.ts';

/**
 * Sets a channel up. A secret that is left empty stays as it was.
 * @param seen what stood there as the writer read it, secrets left out; undefined asks nothing
 * @throws Fault `conflict` when it is another by now
 */
export async function configureChannel(
  ctx: Context,
  channel: string,
  given: Readonly<Record<string, unknown>>,
  seen?: Readonly<Record<string, unknown>>,
): Promise<void> {
  permit(ctx, 'channel.manage');
  const kind = channelKind(channel);
  if (!kind) throw new Fault('not-found');
  const labels = labelsOf(kind.fields);
  await inTransaction(ctx, async (tx) => {
    await lockChannel(tx.sql, ctx.orgId, channel);
    const stored = await readChannel(tx.sql, channel);
    holdToSeen(seen, stored?.settings ?? {});
    const before = stored ? openSettings(ctx.instance.secret, stored) : {};
    // What the shape fills in (a port, an encryption) says where a secret goes as much as what was typed.
    const filled = kind.settings.partial().safeParse(given).data ?? given;
    const typed = kind.fields.filter(({ kind: k }) => k === 'secret').map(({ name }) => [name, given[name]]);
    const { kept, askAgain } = keptSecrets(kind.fields, before, { ...filled, ...Object.fromEntries(typed) });
    if (askAgain.length > 0)
      throw new Fault('invalid', {
        fields: askAgain.map((name) => called({ field: `settings.${name}`, mend: ENTER_AGAIN }, labels)),
      });
    const read = kind.settings.safeParse({ ...given, ...kept });
    if (!read.success)
      throw new Fault('invalid', {
        fields: fieldFaultsOf(read.error, 'settings', ['settings']).map((each) => called(each, labels)),
      });
    await writeChannel(
      tx.sql,
      ctx.orgId,
      channel,
      closeSettings(ctx.instance.secret, kind.fields, read.data),
    );
    record(tx, 'channel.configured', { body: { channel } });
  });
}
