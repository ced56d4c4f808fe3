import type { Command } from 'commander';
import { linkAccount } from '../../areas/prepare/contacts/acts.ts';
import { addPerson } from '../../areas/prepare/contacts/add-person.ts';
import { findPerson, listPeople, membershipsOf } from '../../areas/prepare/contacts/index.ts';
import { newPerson } from '../../areas/prepare/contacts/schema.ts';
import { record } from '../../areas/record.ts';
import { ROLE_NAMES } from '../../areas/roles.ts';
import { type House, systemContext } from '../../areas/system-context.ts';
import { type Context, inTransaction, reading } from '../../database/transaction.ts';
import { wallClock } from '../../kernel/clock.ts';
import { permit } from '../../kernel/permit.ts';
import type { Assembly } from '../server/assemble.ts';
import { ensureUser, issueLink } from '../server/auth/accounts.ts';
import { newKey } from '../server/auth/contract.ts';
import { createKey } from '../server/auth/create-key.ts';
import { organisationIds, userOfEmail } from '../server/auth/store.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { withHouse } from './with-database.ts';

interface AddFlags {
  readonly name: string;
  readonly roles: string;
  readonly language: string;
  readonly breakGlass?: boolean;
  readonly organisation?: string;
}

/** Commands of whoever sits at the machine: they need no key, and every one of them is in the ledger. */
async function linkFor(assembly: Assembly, ctx: Context, personId: string): Promise<string> {
  permit(ctx, 'person.manage');
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.sql, personId);
    if (!person) throw new CliError(EXIT.missing, 'no such person');
    const auth = assembly.access.within(tx);
    const userId = await ensureUser(tx, auth, person);
    await linkAccount(tx.sql, personId, userId);
    record(tx, 'person.invited', { body: { personId } });
    return issueLink(auth, ctx, userId);
  });
}

/** The organisation that is meant: the one named, or the only one there is. */
async function organisationMeant(house: House, named: string | undefined): Promise<string> {
  const ids = await organisationIds(house.database);
  const [first, second] = ids;
  if (first === undefined)
    throw new CliError(EXIT.missing, 'there is no organisation yet: start the server once');
  if (named === undefined && second !== undefined)
    throw new CliError(
      EXIT.usage,
      'there are several organisations: say --organisation <id> (sonae organisation list)',
    );
  if (named !== undefined && !ids.includes(named))
    throw new CliError(EXIT.missing, `no organisation ${named}: sonae organisation list names them`);
  return named ?? first;
}
const ORGANISATION = ['--organisation <id>', 'which organisation, where there are several'] as const;

export function userCommands(program: Command): void {
  const user = program.command('user').description('people who sign in (on this machine, without a key)');

  user
    .command('add <email>')
    .description('register a person and print a one-time sign-in link')
    .requiredOption('--name <name>', 'name')
    .option('--roles <roles>', `comma-separated: ${ROLE_NAMES.join(', ')}`, 'responder')
    .option('--language <language>', 'ja or en', 'ja')
    .option('--break-glass', 'a break-glass account: using it pages all administrators')
    .option(...ORGANISATION)
    .action(async (email: string, flags: AddFlags, command: Command) => {
      const { organisation, ...person } = flags;
      const read = newPerson.safeParse({
        ...person,
        email,
        roles: flags.roles.split(','),
        breakGlass: flags.breakGlass ?? false,
      });
      if (!read.success)
        throw new CliError(
          EXIT.usage,
          read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
        );
      const result = await withHouse(async (house, assembly) => {
        const orgId = await organisationMeant(house, organisation);
        const ctx = systemContext(house, orgId, wallClock.now());
        const { id } = await addPerson(ctx, read.data);
        return { id, link: await linkFor(assembly, ctx, id) };
      });
      printResult(result, wantsJson(command));
    });

  user
    .command('link <email>')
    .description('print a one-time sign-in link for a registered person')
    .option(...ORGANISATION)
    .action(async (email: string, flags: { organisation?: string }, command: Command) => {
      const link = await withHouse(async (house, assembly) => {
        const userId = await userOfEmail(house.database, email.toLowerCase());
        const [membership] = userId === undefined ? [] : await membershipsOf(house.database.kysely, userId);
        if (membership)
          return linkFor(
            assembly,
            systemContext(house, membership.orgId, wallClock.now()),
            membership.personId,
          );
        const orgId = await organisationMeant(house, flags.organisation);
        const ctx = systemContext(house, orgId, wallClock.now());
        const people = await reading(ctx, (trx) => listPeople(trx, { search: email, limit: 500 }));
        const person = people.find((p) => p.email.toLowerCase() === email.toLowerCase());
        if (!person)
          throw new CliError(EXIT.missing, `${email} is not registered: sonae user add ${email} --name …`);
        return linkFor(assembly, ctx, person.id);
      });
      printResult({ link }, wantsJson(command));
    });

  user
    .command('list')
    .description('registered people')
    .option(...ORGANISATION)
    .action(async (flags: { organisation?: string }, command: Command) => {
      const people = await withHouse(async (house) => {
        const orgId = await organisationMeant(house, flags.organisation);
        const ctx = systemContext(house, orgId, wallClock.now());
        return reading(ctx, (trx) => listPeople(trx, { limit: 500 }));
      });
      printResult({ people }, wantsJson(command));
    });

  const key = program.command('key').description('API keys (on this machine)');
  key
    .command('create <email>')
    .description('create an API key for a registered person and print it')
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scopes <scopes>', 'comma-separated permissions')
    .option('--days <days>', 'days until it expires', '90')
    .action(
      async (email: string, flags: { name: string; scopes: string; days: string }, command: Command) => {
        const result = await withHouse(async (house, assembly) => {
          const userId = await userOfEmail(house.database, email.toLowerCase());
          const [membership] = userId === undefined ? [] : await membershipsOf(house.database.kysely, userId);
          if (!membership)
            throw new CliError(EXIT.missing, `${email} cannot sign in yet: run sonae user link ${email}`);
          const ctx = systemContext(house, membership.orgId, wallClock.now());
          const read = newKey.safeParse({
            name: flags.name,
            scopes: flags.scopes.split(','),
            days: flags.days,
          });
          if (!read.success)
            throw new CliError(
              EXIT.usage,
              read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
            );
          return createKey(
            { ...ctx, actor: { ...ctx.actor, personId: membership.personId } },
            assembly.access,
            read.data,
          );
        });
        printResult(result, wantsJson(command));
      },
    );
}
