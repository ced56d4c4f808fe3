import type { Database } from '../../../database/pool.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { Recent } from '../../../kernel/recent.ts';
import { lastSeq } from '../../ledger/index.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findMark } from '../../prepare/organisation-mark/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { findIncident } from '../incidents/index.ts';
import { STATUS_OUTLET } from './schema.ts';
import { daysOf, type ServiceState, statesOf, type Told } from './status/rules.ts';
import { publishedBy, publishedNames } from './store.ts';

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

/** More are not shown; how services are follows from all of them. */
const MOST_SHOWN = 500;
/** So many organisations' pages are known; the others are read when they are asked for. */
const MOST_KNOWN = 200;

/** What the page is drawn from, and how far the record was when it was read: what changes it is recorded. */
interface Ground {
  readonly seq: number;
  readonly day: string;
  readonly read: Promise<(Omit<PublicStatus, 'asOf' | 'services'> & Shown) | undefined>;
}
interface Shown {
  readonly shown: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}
const known = new WeakMap<Database, Recent<string, Ground>>();

/**
 * What anybody may read on the status page; undefined where the organisation has none. Asked as the house itself. However
 * many look, it is read once for what was recorded.
 */
export async function publicStatus(ctx: Context): Promise<PublicStatus | undefined> {
  permit(ctx, 'incident.read');
  const grounds = known.get(ctx.database) ?? new Recent<string, Ground>(MOST_KNOWN);
  known.set(ctx.database, grounds);
  // Looked at first: what is recorded while it is read has it read again.
  const seq = await reading(ctx, lastSeq);
  const day = ctx.now.toString().slice(0, 10);
  const before = grounds.get(ctx.orgId);
  const ground = before?.seq === seq && before.day === day ? before : { seq, day, read: readGround(ctx) };
  grounds.set(ctx.orgId, ground);
  // What failed is asked for again.
  ground.read.catch(() => grounds.get(ctx.orgId) === ground && grounds.delete(ctx.orgId));
  const found = await ground.read;
  if (!found) return undefined;
  const { shown, names, statements, ...status } = found;
  return {
    ...status,
    asOf: ctx.now,
    services: servicesOf(statements, shown, names, {
      date: ctx.now.toZonedDateTimeISO(status.timeZone).toPlainDate(),
      timeZone: status.timeZone,
    }),
    statements: statements.slice(0, MOST_SHOWN),
  };
}

const readGround = (ctx: Context): Ground['read'] =>
  reading(ctx, async (trx) => {
    const outlet = (await readRegister(trx, OUTLETS)).find(({ key }) => key === STATUS_OUTLET);
    const organisation = await readOrganisation(trx);
    if (!outlet || !organisation) return undefined;
    const sent = await publishedBy(trx, STATUS_OUTLET, ctx.now.subtract({ hours: STATUS_DAYS * 24 }));
    const hidden = new Set<string>();
    for (const incidentId of new Set(sent.map((each) => each.incidentId))) {
      const incident = await findIncident(trx, incidentId);
      if (!incident || incident.drill || incident.restricted) hidden.add(incidentId);
    }
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
      timeZone: organisation.timeZone,
      mark: (await findMark(trx))?.sha256,
      shown,
      // Until its name is published, which is a moment after it was said to be shown, it is as in the register.
      names: new Map([...(await assetNames(trx, shown)), ...(await publishedNames(trx))]),
      statements,
    };
  });

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
