import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { record } from '../../record.ts';
import { idsOfKeys } from '../assets/index.ts';
import { withStaleAnswerDropped } from '../confirmations/rules.ts';
import { findPeople } from '../contacts/index.ts';
import type { Party } from '../parties/schema.ts';
import { REGISTER_NAMES, REGISTERS, type Reference, type RegisterName } from '../register-kinds/words.ts';
import { eraseEntry, holdKeys, lockEntry, writeEntry } from '../registers/acts.ts';
import { readRegister } from '../registers/index.ts';
import { keepPast, rosteredNow } from '../rosters/keep-past.ts';
import type { Leave } from '../rosters/schema.ts';

/** Everything an entry points at must be there, or the call would go nowhere when it matters. */
export async function danglingOf(tx: Tx, references: readonly Reference[]): Promise<FieldFault[]> {
  const of = (to: Reference['to']) => references.filter((each) => each.to === to).map(({ key }) => key);
  const known = new Map<Reference['to'], ReadonlySet<string>>([
    ['person', new Set((await findPeople(tx.sql, of('person'))).map(({ id }) => id))],
    ['asset', new Set((await idsOfKeys(tx.sql, of('asset'))).keys())],
  ]);
  for (const register of REGISTER_NAMES)
    if (of(register).length > 0) known.set(register, new Set(await holdKeys(tx.sql, register, of(register))));
  return references
    .filter(({ to, key }) => !known.get(to)?.has(key))
    .map(({ path, key, to }) => ({
      field: path,
      mend:
        to === 'person'
          ? {
              ja: '登録のない人です。一覧から選んでください',
              en: 'This person is not registered; choose one from the list',
            }
          : { ja: `「${key}」は台帳にありません`, en: `“${key}” is not in the register` },
    }));
}

/** An entry as it is kept: what somebody acknowledged holds only as long as the words do. */
export const asKept = (register: RegisterName, before: unknown, after: unknown): unknown =>
  register === 'parties' ? withStaleAnswerDropped(before as Party | undefined, after as Party) : after;

/**
 * Writes an entry of a register. The version says what it was written on; 0 is a new one.
 * @throws Fault `conflict` when somebody else has written since, `invalid` with every wrong field
 */
export async function keepEntry(
  ctx: Context,
  register: RegisterName,
  version: number,
  input: unknown,
): Promise<{ version: number }> {
  permit(ctx, 'register.manage');
  const { shape, references } = REGISTERS[register];
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw new Fault('invalid', { fields: fieldFaultsOf(parsed.error, 'entry') });
  return inTransaction(ctx, async (tx) => {
    const { key } = parsed.data;
    const before = await lockEntry(tx.sql, register, key);
    if ((before?.version ?? 0) !== version)
      throw new Fault('conflict', {
        detail: before
          ? {
              ja: `この間に第${before.version}版が書かれました。読み込み直してから変更してください`,
              en: `Version ${before.version} was written meanwhile; load it again before you change it`,
            }
          : { ja: 'この項目は削除されています', en: 'This entry was removed' },
      });
    if (register === 'leave')
      keepPast(await rosteredNow(tx), before?.entry as Leave | undefined, parsed.data as Leave);
    const entry = asKept(register, before?.entry, parsed.data);
    const dangling = await danglingOf(tx, references(entry as never));
    if (dangling.length > 0) throw new Fault('invalid', { fields: dangling });
    const next = await writeEntry(tx.sql, {
      orgId: ctx.orgId,
      register,
      key,
      entry,
      at: ctx.now,
      by: ctx.actor.id,
    });
    record(tx, 'register.kept', { body: { register, key, version: next } });
    return { version: next };
  });
}

/** What still points at an entry, by register and key. */
async function pointingAt(tx: Tx, register: RegisterName, key: string): Promise<string[]> {
  const found: string[] = [];
  for (const from of REGISTER_NAMES)
    for (const each of await readRegister(tx.sql, from))
      if (REGISTERS[from].references(each.entry as never).some((to) => to.to === register && to.key === key))
        found.push(each.key);
  return found;
}

/**
 * Takes an entry out; its versions stay.
 * @throws Fault `conflict` while others point at it: a call tree without its roster would call nobody
 */
export async function removeEntry(ctx: Context, register: RegisterName, key: string): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await lockEntry(tx.sql, register, key);
    if (!before) throw new Fault('not-found');
    if (register === 'leave') keepPast(await rosteredNow(tx), before.entry as Leave, undefined);
    const users = await pointingAt(tx, register, key);
    if (users.length > 0)
      throw new Fault('conflict', {
        detail: {
          ja: `次の項目が使っています：${users.join('、')}。先にそちらを変えてください`,
          en: `In use by ${users.join(', ')}: change those first`,
        },
      });
    await eraseEntry(tx.sql, { orgId: ctx.orgId, register, key, at: ctx.now, by: ctx.actor.id });
    record(tx, 'register.removed', { body: { register, key } });
  });
}
