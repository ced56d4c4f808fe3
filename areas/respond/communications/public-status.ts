import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findMark } from '../../prepare/organisation-mark/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { findIncident } from '../incidents/index.ts';
import { daysOf, type ServiceState, statesOf, type Told } from './status/rules.ts';
import { publishedBy } from './store.ts';

/** Key of the outlet that is our own public page: an organisation that registers it has one. */
export const STATUS_OUTLET = 'status-page';
/** So many days are told of, today among them. */
export const STATUS_DAYS = 90;

export interface PublicStatement extends Told {
  readonly id: string;
  readonly text: string;
  readonly nextUpdateAt: Temporal.Instant | null;
}
export interface PublicService {
  readonly key: string;
  readonly name: string;
  readonly state: ServiceState;
  /** The worst that was told of it on each day, the last of them today. */
  readonly days: readonly ('normal' | 'affected' | 'stopped')[];
}
export interface PublicStatus {
  readonly organisation: string;
  readonly timeZone: string;
  /** When it was looked at. */
  readonly asOf: Temporal.Instant;
  /** Those the organisation shows there, in its order. */
  readonly services: readonly PublicService[];
  /** Hash of the organisation's mark; undefined where it has none. */
  readonly mark: string | undefined;
  /** The newest first; nothing of drills or restricted incidents. */
  readonly statements: readonly PublicStatement[];
}

/** What anybody may read on the status page; undefined where the organisation has none. Asked as the house itself. */
export async function publicStatus(ctx: Context): Promise<PublicStatus | undefined> {
  permit(ctx, 'incident.read');
  return reading(ctx, async (trx) => {
    const outlet = (await readRegister(trx, OUTLETS)).find(({ key }) => key === STATUS_OUTLET);
    const organisation = await readOrganisation(trx);
    if (!outlet || !organisation) return undefined;
    const sent = await publishedBy(trx, STATUS_OUTLET, ctx.now.subtract({ hours: STATUS_DAYS * 24 }));
    const hidden = new Set<string>();
    for (const incidentId of new Set(sent.map((each) => each.incidentId))) {
      const incident = await findIncident(trx, incidentId);
      if (!incident || incident.drill || incident.restricted) hidden.add(incidentId);
    }
    const { timeZone } = organisation;
    const shown = outlet.entry.services;
    const statements = sent
      .filter(({ incidentId, sentAt }) => !hidden.has(incidentId) && sentAt !== null)
      .map(({ id, incidentId, kind, text, services, sentAt, nextUpdateAt }) => ({
        id,
        incident: incidentId,
        kind,
        text,
        // What is shown no more is told of no more.
        services: services.filter(({ service }) => shown.includes(service)),
        at: sentAt as Temporal.Instant,
        nextUpdateAt,
      }));
    return {
      organisation: organisation.name,
      timeZone,
      mark: (await findMark(trx))?.sha256,
      asOf: ctx.now,
      services: servicesOf(statements, shown, await assetNames(trx, shown), {
        date: ctx.now.toZonedDateTimeISO(timeZone).toPlainDate(),
        timeZone,
      }),
      statements,
    };
  });
}

function servicesOf(
  statements: readonly PublicStatement[],
  shown: readonly string[],
  names: ReadonlyMap<string, string>,
  today: Parameters<typeof daysOf>[2],
): PublicService[] {
  const states = statesOf(statements, shown);
  return shown.flatMap((key) => {
    const name = names.get(key);
    return name === undefined
      ? []
      : [
          {
            key,
            name,
            state: states.get(key) ?? 'normal',
            days: daysOf(statements, key, today, STATUS_DAYS),
          },
        ];
  });
}
