import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { askWithin } from './ask.ts';
import { partyOf } from './asked-about.ts';
import { sheetDigest } from './rules.ts';

/** Sends a party its shared-understanding sheet, to be acknowledged by a link without an account (C1-L3). */
export async function askSheet(ctx: Context, key: string, language: 'ja' | 'en'): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const party = await partyOf(tx.sql, key);
    if (!party) throw new Fault('not-found');
    const { configuration, importance, duties } = party.sheet;
    if (party.email === '' || `${configuration}${importance}${duties}` === '')
      throw new Fault('conflict', {
        detail: {
          ja: 'メールアドレスと、構成・重要度・役割のいずれかを入力してから送信してください',
          en: 'Enter the email address and the configuration, importance or duties before sending',
        },
      });
    const confirmationId = await askWithin(
      tx,
      {
        kind: 'sheet',
        personId: null,
        subject: key,
        digest: sheetDigest(party),
        name: party.contact || party.name,
        address: party.email,
        channel: 'email',
        language,
      },
      ctx.now,
    );
    record(tx, 'confirmation.asked', { body: { confirmationId, kind: 'sheet', personId: null } });
  });
}
