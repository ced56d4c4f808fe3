import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncidents } from '../../ledger/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { readZone } from '../../prepare/parties/index.ts';
import { isAtNight, quantileOf, spansOf, TELLING, weekOf, weeksOf } from './rules.ts';
import { MEASURES, type MetricsFilter, type metricsView } from './schema.ts';
import {
  answersSince,
  declaredSince,
  type MeasuredIncident,
  type MeasuredPage,
  pagesSince,
  signalsSince,
} from './store.ts';

const MOST_MEASURED = 500;
const PEOPLE = 20;
const SEVERITIES = [0, 1, 2, 3, 4];

/** How quickly incidents were noticed and handled, how much of what comes in is noise, and who bears it. */
export async function readMetrics(
  ctx: Context,
  { days }: MetricsFilter,
): Promise<z.input<typeof metricsView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const timeZone = await readZone(trx);
    const today = ctx.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const since = today
      .subtract({ days: days - 1 })
      .toZonedDateTime(timeZone)
      .toInstant();
    const all = await declaredSince(trx, since);
    const real = all.filter(({ drill }) => !drill);
    const measured = real.slice(0, MOST_MEASURED);
    const pages = await pagesSince(trx, since);
    const lines = Map.groupBy(
      await linesOfIncidents(
        trx,
        measured.map(({ id }) => id),
        TELLING,
      ),
      ({ incidentId }) => incidentId,
    );
    const firstAnswers = firstAnswersOf(pages);
    const spans = measured.map(({ id }) => spansOf(lines.get(id) ?? [], firstAnswers.get(id)));
    const people = peopleOf(await answersSince(trx, since), timeZone);
    const names = await namesOf(
      trx,
      people.map(({ id }) => id),
    );
    return {
      from: since.toString(),
      until: ctx.now.toString(),
      incidents: real.length,
      drills: all.length - real.length,
      measured: measured.length,
      times: MEASURES.map((measure) => {
        const known = spans.flatMap((each) => each[measure] ?? []);
        return {
          measure,
          known: known.length,
          medianSeconds: quantileOf(known, 0.5),
          ninetiethSeconds: quantileOf(known, 0.9),
        };
      }),
      bySeverity: SEVERITIES.map((severity) => ({
        severity,
        incidents: real.filter((each) => each.severity === severity).length,
      })),
      weeks: countByWeek(weeksOf(today, days), real, pages, timeZone),
      signals: await signalsSince(trx, since),
      pages: {
        started: pages.length,
        answered: pages.filter(({ answeredAt }) => answeredAt !== null).length,
        unanswered: pages.filter(({ state }) => state === 'exhausted').length,
      },
      people: people.map((each) => ({ ...each, name: names[each.id] ?? '?' })),
    };
  });
}

/** When the first page of each incident was answered. */
function firstAnswersOf(pages: readonly MeasuredPage[]): ReadonlyMap<string, Temporal.Instant> {
  const first = new Map<string, Temporal.Instant>();
  for (const { incidentId, answeredAt } of pages) {
    if (incidentId === null || answeredAt === null) continue;
    const before = first.get(incidentId);
    if (!before || Temporal.Instant.compare(answeredAt, before) < 0) first.set(incidentId, answeredAt);
  }
  return first;
}

function peopleOf(
  answers: readonly { readonly personId: string; readonly at: Temporal.Instant }[],
  timeZone: string,
): { id: string; answered: number; atNight: number }[] {
  return [...Map.groupBy(answers, ({ personId }) => personId)]
    .map(([id, own]) => ({
      id,
      answered: own.length,
      atNight: own.filter(({ at }) => isAtNight(at, timeZone)).length,
    }))
    .sort((a, b) => b.answered - a.answered || b.atNight - a.atNight)
    .slice(0, PEOPLE);
}

function countByWeek(
  weeks: readonly string[],
  incidents: readonly MeasuredIncident[],
  pages: readonly MeasuredPage[],
  timeZone: string,
): { day: string; incidents: number; pages: number }[] {
  const counts = weeks.map((day) => ({ day, incidents: 0, pages: 0 }));
  const add = (at: Temporal.Instant, what: 'incidents' | 'pages'): void => {
    const place = weekOf(weeks, at.toZonedDateTimeISO(timeZone).toPlainDate().toString());
    const week = place === undefined ? undefined : counts[place];
    if (week) week[what] += 1;
  };
  for (const { declaredAt } of incidents) add(declaredAt, 'incidents');
  for (const { startedAt } of pages) add(startedAt, 'pages');
  return counts;
}
