import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../contacts/index.ts';
import { gapsOfCover, gapsOfLayers, loadOf, overlapsOf } from './cover.ts';
import { knownRosters } from './roster-memory.ts';
import { onAt } from './rules.ts';
import type { rosterAhead } from './schema.ts';

const DAYS_SHOWN = 28;
const DAYS_CHECKED = 90;

/** A roster as it will be: four weeks of shifts; gaps, overlaps and how the burden is shared over ninety days. */
export async function lookAhead(ctx: Context, key: string): Promise<z.input<typeof rosterAhead>> {
  permit(ctx, 'roster.read');
  return reading(ctx, async (trx) => {
    const known = (await knownRosters(trx, ctx.orgId, ctx.now)).find(({ roster }) => roster.key === key);
    if (!known) throw new Fault('not-found');
    const { compiled, roster, calendar } = known;
    const shown = ctx.now.add({ hours: DAYS_SHOWN * 24 });
    const checked = ctx.now.add({ hours: DAYS_CHECKED * 24 });
    const later = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
    const shifts = compiled.layers
      .flat()
      .filter(({ start, end }) => later(end, ctx.now) && later(shown, start));
    const loads = loadOf(compiled, ctx.now, checked, calendar.timeZone);
    const overlaps = overlapsOf(compiled, ctx.now, checked);
    const on = onAt(compiled, ctx.now);
    const fallen = compiled.fallen.filter(({ end }) => later(end, ctx.now));
    const names = await namesOf(trx, [
      ...on,
      ...loads.keys(),
      ...shifts.flatMap(({ personId }) => personId ?? []),
      ...[...overlaps, ...fallen].map(({ personId }) => personId),
    ]);
    const local = (at: Temporal.Instant): string =>
      at.toZonedDateTimeISO(calendar.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    const nameOf = (id: string): string => names[id] ?? '?';
    return {
      onNow: on.map(nameOf),
      shifts: shifts.map(({ layer, personId, start, end, day, dayOff, overridden }) => ({
        layer: roster.layers[layer]?.name ?? '',
        person: personId === null ? null : nameOf(personId),
        start: start.toString(),
        end: end.toString(),
        day,
        dayOff,
        overridden,
        swap:
          personId !== null && personId === ctx.actor.personId
            ? { layer, from: local(start), until: local(end) }
            : null,
      })),
      gaps: gapsOfCover(compiled, ctx.now, checked).map(({ from, until }) => ({
        from: from.toString(),
        until: until.toString(),
      })),
      layerGaps: gapsOfLayers(compiled, ctx.now, checked).map(({ layer, kind, from, until }) => ({
        layer: roster.layers[layer]?.name ?? '',
        kind,
        from: from.toString(),
        until: until.toString(),
      })),
      fallen: fallen.map(({ layer, personId, start, end, why }) => ({
        layer: roster.layers[layer]?.name ?? '',
        person: nameOf(personId),
        why,
        from: start.toString(),
        until: end.toString(),
      })),
      overlaps: overlaps.map(({ personId, from, until }) => ({
        person: nameOf(personId),
        from: from.toString(),
        until: until.toString(),
      })),
      loads: [...loads].map(([id, load]) => ({ person: nameOf(id), ...load })),
    };
  });
}
