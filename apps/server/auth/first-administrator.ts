import { z } from 'zod';
import { admitAdministrator } from '../../../areas/prepare/contacts/admit-person.ts';
import { readOrganisation } from '../../../areas/prepare/parties/index.ts';
import { whoIsOn } from '../../../areas/prepare/rosters/index.ts';
import { setDutyWithin } from '../../../areas/prepare/rosters/set-duty.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import { inTransaction, reading, together } from '../../../database/transaction.ts';
import { mailAddress } from '../../../kernel/addresses.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { NAME } from '../demo/content/organisation.ts';
import { layAnew } from '../demo/lay-anew.ts';
import { checkPassword, ensureUser, setPassword } from './accounts.ts';
import type { AuthAccess } from './auth-access.ts';
import { anybodyRegistered, keepSetupLink, organisationIds, useSetupLink } from './store.ts';

const SETUP_HOURS = 72;

const NOT_BY_PASSWORD = {
  ja: '最初の管理者はパスワードでサインインします。「@」の前の「.」が連続・先頭・末尾にあるアドレスや、社内専用ドメインのアドレスは使用できません。別のアドレスを入力してください（このアドレスは、後で連絡手段に登録できます）',
  en: 'The first administrator signs in with a password. Addresses with unusual dots before the @ or a single-name domain cannot be used. Enter another address (you can add this one as a contact route later)',
};

/** The sign-in library takes fewer addresses than mail does; whoever could never come in again is told so before. */
const signInAddress = mailAddress.superRefine((email, found) => {
  if (mailAddress.safeParse(email).success && !z.email().safeParse(email).success)
    found.addIssue({ code: 'custom', params: { mend: NOT_BY_PASSWORD } });
});

export const firstAdministrator = z.object({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(100),
  email: signInAddress,
  password: z.string().max(200),
  language: z.enum(['ja', 'en']).default('ja'),
});

const setupHash = (token: string): string => hashOf(token).toString('base64url');

/** While nobody is registered: the link with which the first administrator registers. Undefined afterwards. */
export async function setupLink(house: House, clock: Clock): Promise<string | undefined> {
  if (await anybodyRegistered(house.database)) return undefined;
  const token = newSecret('');
  await keepSetupLink(house.database, setupHash(token), clock.now().add({ hours: SETUP_HOURS }));
  return `${house.instance.baseUrl}/setup#${token}`;
}

/**
 * Registers the first administrator; in the demonstration they are also the first on duty, so that it pages them, and it is
 * told in their language.
 */
export async function registerFirstAdministrator(
  house: House,
  clock: Clock,
  access: AuthAccess,
  input: z.output<typeof firstAdministrator>,
): Promise<void> {
  const [orgId] = await organisationIds(house.database);
  if (orgId === undefined) throw new Fault('unavailable');
  const ctx = systemContext(house, orgId, clock.now());
  permit(ctx, 'person.manage');
  const organisation = await reading(ctx, readOrganisation);
  const about = [input.name, input.email, organisation?.name ?? ''];
  checkPassword(input.password, about);
  await together(ctx, async (within) => {
    const userId = await inTransaction(within, async (tx) => {
      if (await anybodyRegistered({ kysely: tx.sql })) throw new Fault('gone');
      if (!(await useSetupLink({ kysely: tx.sql }, setupHash(input.token), ctx.now))) throw new Fault('gone');
      const auth = access.within(tx);
      const id = await ensureUser(tx, auth, input);
      await setPassword(auth, id, input.password, about);
      return id;
    });
    const { language } = input;
    // Nobody has seen it yet: it is told in the language of whoever is the first to.
    const isForeign = organisation?.demo && organisation.name !== NAME[language];
    const laid = isForeign ? (await layAnew(within, language)).utility : within;
    await inTransaction(laid, async (tx) => {
      const id = ctx.newId();
      await admitAdministrator(tx, id, input, userId);
      const others = organisation?.demo ? (await whoIsOn(tx.sql)).map((person) => person.id) : [];
      await setDutyWithin(tx, [id, ...others]);
      // They come to look at all of the demonstration; nobody but them is registered yet.
      for (const other of await organisationIds({ kysely: tx.sql }))
        if (other !== tx.ctx.orgId)
          await admitAdministrator(await tx.actFor(other), ctx.newId(), input, userId);
    });
  });
}
