import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../contacts/index.ts';
import { gapsOfCover } from './cover.ts';
import { whoIsOn } from './index.ts';
import { knownRosters } from './roster-memory.ts';
import type { onCallView } from './schema.ts';

const HOURS_BEFORE = 4;
const HOURS_AFTER = 20;
const DAYS_CHECKED = 30;
/** More would be no picture. */
const ROSTERS = 4;

/** Who is on around now, and where the next thirty days have nobody. */
export async function readOnCall(ctx: Context): Promise<z.input<typeof onCallView>> {
  permit(ctx, 'roster.read');
  return reading(ctx, async (trx) => {
    const from = ctx.now.subtract({ hours: HOURS_BEFORE });
    const until = ctx.now.add({ hours: HOURS_AFTER });
    const checked = ctx.now.add({ hours: DAYS_CHECKED * 24 });
    const known = (await knownRosters(trx, ctx.orgId, ctx.now)).slice(0, ROSTERS);
    const later = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
    const around = known.map(({ roster, compiled }) => ({
      roster,
      compiled,
      layers: compiled.layers.map((shifts) =>
        shifts.filter(({ start, end }) => later(end, from) && later(until, start)),
      ),
    }));
    const names = await namesOf(
      trx,
      around.flatMap(({ layers }) => layers.flat().flatMap(({ personId }) => personId ?? [])),
    );
    return {
      from: from.toString(),
      until: until.toString(),
      rosters: around.map(({ roster, compiled, layers }) => ({
        key: roster.key,
        name: roster.name,
        layers: layers.map((shifts, place) => ({
          name: roster.layers[place]?.name ?? '',
          shifts: shifts.map(({ personId, start, end }) => ({
            person: personId === null ? null : (names[personId] ?? '?'),
            start: start.toString(),
            end: end.toString(),
          })),
        })),
        gaps: gapsOfCover(compiled, ctx.now, checked).map((gap) => ({
          from: gap.from.toString(),
          until: gap.until.toString(),
        })),
      })),
      duty: (await whoIsOn(trx)).map(({ id, name }) => ({ id, name })),
    };
  });
}
