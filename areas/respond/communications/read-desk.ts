import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { namesBehind, peopleInRoles } from '../../prepare/contacts/index.ts';
import { isOutside, rolesThatMay } from '../../roles.ts';
import { findIncident, sharedWith } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { outletsNow } from './outlets-now.ts';
import { inOrderOfSending, owedEnds, standingApprovals, withheldIn } from './rules.ts';
import type { deskView } from './schema.ts';
import { approvalsOf, inquiriesOf, statementsOf, withheldOf } from './store.ts';

/** Everything the communications desk works with: what was said to whom, what may not be said, what still owes an end. */
export async function readDesk(ctx: Context, incidentId: string): Promise<z.input<typeof deskView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const incident = await findIncident(trx, incidentId);
    if (!incident) throw new Fault('not-found');
    const statements = await statementsOf(trx, incidentId);
    const withheld = await withheldOf(trx, incidentId);
    const approvals = await approvalsOf(
      trx,
      statements.map(({ id }) => id),
    );
    const inquiries = await inquiriesOf(trx, incidentId);
    const names = await namesBehind(
      trx,
      [
        ...inquiries.flatMap(({ proposedBy }) => proposedBy ?? []),
        ...approvals.map(({ personId }) => personId),
        ...statements.map(({ writtenBy }) => writtenBy),
        ...withheld.flatMap(({ liftAskedBy }) => liftAskedBy ?? []),
      ],
      ctx.language,
    );
    const outlets = await outletsNow(ctx, trx, incidentId);
    const serviceNames = await assetNames(
      trx,
      outlets.flatMap(({ services }) => services),
    );
    return {
      statements: statements.map(({ incidentId: _, ...each }) => ({
        ...each,
        writtenBy: names[each.writtenBy] ?? each.writtenBy,
        approvedBy: standingApprovals(
          each.text,
          approvals.filter(({ statementId }) => statementId === each.id),
        ).map(({ personId }) => ({ id: personId, name: names[personId] ?? '?' })),
        withheld: withheldIn(each.text, each.audience, withheld).length,
        nextUpdateAt: each.nextUpdateAt?.toString() ?? null,
        sentAt: each.sentAt?.toString() ?? null,
      })),
      withheld: withheld.map(({ incidentId: _, also, liftAskedBy, ...item }) => ({
        ...item,
        also: [...also],
        liftAskedBy: liftAskedBy === null ? null : (names[liftAskedBy] ?? '?'),
      })),
      inquiries: inquiries.map(({ incidentId: _, approvedBy: _by, proposedBy, ...each }) => ({
        ...each,
        proposedBy: proposedBy === null ? null : { id: proposedBy, name: names[proposedBy] ?? '?' },
        cameAt: each.cameAt.toString(),
        answeredAt: each.answeredAt?.toString() ?? null,
      })),
      outlets: outlets.map(({ key, name, audiences, services, down }) => ({
        key,
        name,
        audiences,
        services: services.flatMap((service) => {
          const called = serviceNames.get(service);
          return called === undefined ? [] : [{ key: service, name: called }];
        }),
        down,
      })),
      approvers:
        statements.some(({ state }) => state === 'draft') ||
        inquiries.some(({ state }) => state === 'proposed')
          ? await approversOf(trx, incident)
          : [],
      owedEnds: owedEnds(inOrderOfSending(statements)),
    };
  });
}

/** As many names as one reads before telephoning. */
const MOST_APPROVERS = 20;

async function approversOf(
  trx: Transaction<Tables>,
  { id: incidentId, restricted }: IncidentView,
): Promise<{ id: string; name: string }[]> {
  const may = (await peopleInRoles(trx, rolesThatMay('statement.approve'))).filter(
    ({ roles }) => !isOutside(roles),
  );
  const shared = restricted ? new Set(await sharedWith(trx, incidentId)) : undefined;
  return may
    .filter(({ id }) => shared?.has(id) ?? true)
    .slice(0, MOST_APPROVERS)
    .map(({ id, name }) => ({ id, name }));
}
