import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { findMark } from '../../prepare/organisation-mark/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { findIncident } from '../incidents/index.ts';
import { publishedBy } from './store.ts';

/** Key of the outlet that is our own public page: an organisation that registers it has one. */
export const STATUS_OUTLET = 'status-page';
const DAYS = 30;

export interface PublicStatement {
  readonly id: string;
  /** Statements with the same number are about one thing. */
  readonly incident: string;
  readonly kind: 'start' | 'update' | 'end';
  readonly text: string;
  readonly at: Temporal.Instant;
  readonly nextUpdateAt: Temporal.Instant | null;
}
export interface PublicStatus {
  readonly organisation: string;
  readonly timeZone: string;
  /** Hash of the organisation's mark; undefined where it has none. */
  readonly mark: string | undefined;
  /** The newest first; nothing of drills or restricted incidents. */
  readonly statements: readonly PublicStatement[];
}

/** What anybody may read on the status page; undefined where the organisation has none. Asked as the house itself. */
export async function publicStatus(ctx: Context): Promise<PublicStatus | undefined> {
  permit(ctx, 'incident.read');
  return reading(ctx, async (trx) => {
    const outlet = (await readRegister(trx, OUTLETS)).some(({ key }) => key === STATUS_OUTLET);
    const organisation = await readOrganisation(trx);
    if (!outlet || !organisation) return undefined;
    const sent = await publishedBy(trx, STATUS_OUTLET, ctx.now.subtract({ hours: DAYS * 24 }));
    const hidden = new Set<string>();
    for (const incidentId of new Set(sent.map((each) => each.incidentId))) {
      const incident = await findIncident(trx, incidentId);
      if (!incident || incident.drill || incident.restricted) hidden.add(incidentId);
    }
    return {
      organisation: organisation.name,
      timeZone: organisation.timeZone,
      mark: (await findMark(trx))?.sha256,
      statements: sent
        .filter(({ incidentId, sentAt }) => !hidden.has(incidentId) && sentAt !== null)
        .map(({ id, incidentId, kind, text, sentAt, nextUpdateAt }) => ({
          id,
          incident: incidentId,
          kind,
          text,
          at: sentAt as Temporal.Instant,
          nextUpdateAt,
        })),
    };
  });
}
