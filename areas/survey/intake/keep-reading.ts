import type { Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { findPerson, namesBehind } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { ROLES, type Role } from '../../roles.ts';
import { insertReading, wasReadSince } from './reading/index.ts';

const SAME_READING = { minutes: 60 } as const;

/** Who looks, as text: their name and roles as they are today, for whoever asks in ten years. */
export async function keepReading(
  tx: Tx,
  reportId: string,
  version: number,
  what: 'read' | 'download',
): Promise<void> {
  const { ctx } = tx;
  const by = byOf(ctx.actor);
  if (await wasReadSince(tx.sql, { reportId, version, what, by }, ctx.now.subtract(SAME_READING))) return;
  const names = await namesBehind(tx.sql, [by], ctx.language);
  const person = ctx.actor.personId ? await findPerson(tx.sql, ctx.actor.personId) : undefined;
  const roles = person?.roles.filter((role): role is Role => Object.hasOwn(ROLES, role)) ?? [];
  await insertReading(
    tx.sql,
    ctx.orgId,
    {
      id: ctx.newId(),
      reportId,
      version,
      what,
      by,
      name: names[by] ?? person?.name ?? ctx.actor.kind,
      role: roles.map((role) => ROLES[role].name[ctx.language]).join(', '),
      organisation: (await readOrganisation(tx.sql))?.name ?? '',
    },
    ctx.now,
  );
  record(tx, 'survey.report-read', { body: { reportId, version, what } });
}
