import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { type Line, linesOfIncidents } from '../../ledger/index.ts';
import { lastVerified } from '../../prepare/contact-routes/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { headquartersIn } from '../headquarters/index.ts';
import { countOpen, lastOver, listIncidents } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { TIME_KINDS, timesOf } from '../timeline/rules.ts';
import { roomOf } from './room-of.ts';
import { phasesOf } from './rules.ts';
import type { Lane, lanesView } from './schema.ts';

/** A screen shows so many whole; the rest is counted. */
const LANES = 6;
const LOOKED_AT = 100;
/** What a lane is read from; the rest of a long record stays where it is. */
const TOLD: readonly string[] = [
  ...TIME_KINDS,
  'headquarters.set-up',
  'timeline.noted',
  'timeline.corrected',
  'decision.recorded',
];

/** Every open incident in one line of its life: where it stands, what is due next, what was written last. */
export async function readLanes(ctx: Context): Promise<z.input<typeof lanesView>> {
  permit(ctx, 'incident.read');
  return reading(ctx, async (trx) => {
    const open = await listIncidents(trx, { state: 'open', limit: LOOKED_AT });
    const first = open.toSorted(
      (a, b) => Number(a.drill) - Number(b.drill) || b.severity - a.severity || b.number - a.number,
    );
    const shown = first.slice(0, LANES);
    const lines = Map.groupBy(
      await linesOfIncidents(
        trx,
        shown.map(({ id }) => id),
        TOLD,
      ),
      ({ incidentId }) => incidentId,
    );
    const lanes: Lane[] = [];
    for (const incident of shown) lanes.push(await laneOf(ctx, trx, incident, lines.get(incident.id) ?? []));
    return {
      lanes,
      open: await countOpen(trx),
      lastIncident: (await lastOver(trx, false)) ?? null,
      lastDrill: (await lastOver(trx, true)) ?? null,
      lastTest: ctx.actor.permissions.has('roster.read') ? await lastTestIn(trx) : null,
    };
  });
}

async function lastTestIn(trx: Transaction<Tables>): Promise<{ name: string; at: string } | null> {
  const last = await lastVerified(trx);
  if (!last) return null;
  const names = await namesOf(trx, [last.personId]);
  return { name: names[last.personId] ?? '?', at: last.at.toString() };
}

async function laneOf(
  ctx: Context,
  trx: Transaction<Tables>,
  incident: IncidentView,
  lines: readonly Line[],
): Promise<Lane> {
  const { id, number, title, severity, drill, restricted, declaredAt } = incident;
  const headquarters = await headquartersIn(trx, id, lines);
  const setUp = headquarters?.setUpAt ?? undefined;
  const phases = phasesOf({
    state: incident.state,
    known: { ...timesOf(lines), headquarters: setUp && { at: setUp, precision: 'second' } },
    isProposed: headquarters?.state === 'proposed',
  });
  const inside = ctx.actor.permissions.has('room.read');
  return {
    id,
    number,
    title,
    severity,
    drill,
    restricted,
    declaredAt,
    phases,
    room: inside ? await roomOf(trx, id, lines, headquarters) : null,
  };
}
