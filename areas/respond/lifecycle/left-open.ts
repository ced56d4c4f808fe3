import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { inquiriesOf } from '../communications/index.ts';
import { failedOf, findIncident } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { machinesLeft } from '../recovery/index.ts';
import { regimesNow } from '../regimes/index.ts';
import { owedNow, reportsOf, seemOwedIn } from '../reports/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { isPlannedReport, keepsOpen } from '../tasks/rules.ts';
import { obstaclesTo } from './closing.ts';
import type { Left } from './rules.ts';
import { LEFT, type LeftName, type leftOpen } from './schema.ts';

/** What seems owed is called by its regime's key; all else that may be left has a name of its own. */
export const isRegime = (name: string): boolean => !(LEFT as readonly string[]).includes(name);

/** Reports that seem owed and have not begun, by key and name. */
async function owedNamed(
  trx: Transaction<Tables>,
  incident: IncidentView,
): Promise<{ readonly regime: string; readonly name: Bilingual }[]> {
  const owed = await owedNow(trx, incident);
  const names = new Map((await regimesNow(trx)).map(({ regime, name }) => [regime, name] as const));
  return owed.map((regime) => ({ regime, name: names.get(regime) ?? { ja: regime, en: regime } }));
}

/** So many are named; the rest is counted. */
const MOST_NAMED = 5;
const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join('、')} …（${names.length}）`
    : names.join('、');

/** What would stay as it is, each to be settled first or left with a reason (Y34). */
export async function whatIsLeft(
  trx: Transaction<Tables>,
  incident: IncidentView,
  turning: 'resolve' | 'close',
  now: Temporal.Instant,
): Promise<Left[]> {
  const back = await notBack(trx, incident.id);
  if (turning === 'resolve') return back;
  const tasks = (await openTasksOf(trx, incident.id)).filter((task) => !keepsOpen(task));
  const planned = tasks.filter(isPlannedReport).map(({ title }) => title);
  const overdue = tasks
    .filter((task) => !isPlannedReport(task) && task.dueAt && Temporal.Instant.compare(task.dueAt, now) <= 0)
    .map(({ title }) => title);
  const unanswered = (await inquiriesOf(trx, incident.id))
    .filter(({ state }) => state !== 'answered')
    .map(({ question }) => shorten(question, 80));
  return [
    ...back,
    ...listed('overdueTasks', overdue, { ja: '期限を超過したタスク', en: 'Overdue tasks' }),
    ...listed('plannedReports', planned, { ja: '計画の報告', en: 'Planned reports' }),
    ...listed('inquiries', unanswered, { ja: '未回答の問い合わせ', en: 'Unanswered inquiries' }),
    ...(await owedNamed(trx, incident)).map(({ regime, name }) => ({
      name: regime,
      what: {
        ja: `必要と見込まれる報告が未着手です：${name.ja}`,
        en: `A report that may be required has not been started: ${name.en}`,
      },
    })),
  ];
}

async function notBack(trx: Transaction<Tables>, incidentId: string): Promise<Left[]> {
  const machines = await machinesLeft(trx, incidentId);
  const failed = await failedOf(trx, incidentId);
  const names = await assetNames(trx, failed);
  const systems = failed.map((key) => names.get(key) ?? key);
  return [
    ...(machines === 0
      ? []
      : [
          {
            name: 'machines' as const,
            what: {
              ja: `未復旧の機器が${machines}台あります`,
              en: `Machines not restored: ${machines}`,
            },
          },
        ]),
    ...listed('systems', systems, { ja: '影響が残るシステム', en: 'Systems still affected' }),
  ];
}

const listed = (name: LeftName, items: readonly string[], heading: Left['what']): Left[] =>
  items.length === 0
    ? []
    : [{ name, what: { ja: `${heading.ja}：${named(items)}`, en: `${heading.en}: ${named(items)}` } }];

/**
 * What is not back and what seems owed of one incident, and is nobody's in the one it would go on as: merged, it would be
 * gone without a reason.
 */
export async function lostByMerging(
  trx: Transaction<Tables>,
  from: IncidentView,
  into: IncidentView,
): Promise<FieldFault[]> {
  const failing = new Set(await failedOf(trx, into.id));
  const lost = (await failedOf(trx, from.id)).filter((asset) => !failing.has(asset));
  const names = await assetNames(trx, lost);
  // Where it seems owed in the other one too, whoever answered there knew what makes it so.
  const begun = (await reportsOf(trx, into.id)).filter(({ state }) => state !== 'notNeeded');
  const there = new Set([...(await seemOwedIn(trx, into)), ...begun.map(({ regime }) => regime)]);
  const machines = await machinesLeft(trx, from.id);
  return [
    ...(await owedNamed(trx, from))
      .filter(({ regime }) => !there.has(regime))
      .map(({ regime, name }) => ({
        field: `reports.${regime}`,
        mend: {
          ja: `必要と見込まれる報告が未着手です。いずれかのインシデントで開始するか、不要な理由を記録してください：${name.ja}`,
          en: `A report that may be required has not been started. Start it in one of the incidents, or record why it is not required: ${name.en}`,
        },
      })),
    ...lost.map((asset) => ({
      field: `systems.${asset}`,
      mend: {
        ja: `影響が残るシステムを統合先にも記録するか、先に復旧を記録してください：${names.get(asset) ?? asset}`,
        en: `A system is still affected. Mark it in the other incident too, or as restored: ${names.get(asset) ?? asset}`,
      },
    })),
    ...(machines === 0
      ? []
      : [
          {
            field: 'machines',
            mend: {
              ja: `未復旧の機器が${machines}台あります。復旧後に統合するか、もう一方をこのインシデントに統合してください`,
              en: `Machines not restored: ${machines}. Restore them first, or merge the other incident into this one`,
            },
          },
        ]),
  ];
}

/** The same for whoever is about to resolve or close it, before they are refused. */
export async function readLeftOpen(ctx: Context, incidentId: string): Promise<z.input<typeof leftOpen>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const incident = await findIncident(trx, incidentId);
    if (!incident) throw new Fault('not-found');
    const said = (left: readonly Left[]) =>
      left.map(({ name, what }) => ({ name, what: what[ctx.language] }));
    return {
      resolve: incident.state === 'open' ? said(await whatIsLeft(trx, incident, 'resolve', ctx.now)) : [],
      close: incident.state === 'resolved' ? said(await whatIsLeft(trx, incident, 'close', ctx.now)) : [],
      owed:
        incident.state === 'resolved'
          ? (await obstaclesTo(trx, incidentId, ctx.now)).map(({ field, mend }) => ({
              field,
              what: mend[ctx.language],
            }))
          : [],
    };
  });
}
