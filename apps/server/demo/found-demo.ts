import fs from 'node:fs';
import { addHeartbeat } from '../../../areas/detect/monitors/add-heartbeat.ts';
import { takeBeat } from '../../../areas/detect/monitors/take-beat.ts';
import { openCase } from '../../../areas/learn/cases/open-case.ts';
import { readCase } from '../../../areas/learn/cases/read-case.ts';
import { turnCase } from '../../../areas/learn/cases/turn-case.ts';
import { renewPack } from '../../../areas/prepare/pack/renew-pack.ts';
import { foundOrganisationWithLedger } from '../../../areas/prepare/parties/found-organisation.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import { type Context, together } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Language } from '../../../kernel/language.ts';
import { CONGESTION_AT, CONGESTION_DAYS_AGO, congestion } from './content/congestion.ts';
import { DRILL_AT, DRILL_DAYS_AGO, drill } from './content/drill.ts';
import { NAME, PEOPLE, speakIn, ZONE } from './content/organisation.ts';
import { CONGESTION, SILENT_SCREENS } from './content/reviews.ts';
import { SILENT_AT, SILENT_DAYS_AGO, silentScreens } from './content/silent-screens.ts';
import { hearADay } from './hear-signals.ts';
import { playIncident } from './play-incident.ts';
import { playPumpStop } from './play-pump-stop.ts';
import { reviewCase } from './review-case.ts';
import { keepRegisters, letPeopleIn, publishPlans } from './set-up.ts';
import { settle } from './settle.ts';
import { Story } from './story.ts';
import { introduce, prepareOwnReport } from './survey/introduce.ts';
import { layBody } from './survey/lay-body.ts';

/** So long it has been at work. */
const AGE = { hours: 24 * 364 } as const;
const DAY = 24;
/**
 * A water utility and a body that surveys operators, neither of which exists, marked as a demonstration wherever they show,
 * as a transaction of its own.
 * @returns the utility's id
 */
export async function foundDemo(house: House, clock: Clock, language: Language = 'ja'): Promise<string> {
  const id = house.newId();
  await together(systemContext(house, id, clock.now()), (ctx) => layDemo(ctx, language));
  return id;
}

/**
 * Both, told by the acts that everybody uses, at their own times. They take nobody's time afterwards: what fell due on the
 * way is over, and only what is still to come is left to wait for.
 * @param ctx of the utility that is to be, within the transaction it becomes true with
 * @returns the body's id
 */
export async function layDemo(ctx: Context, language: Language): Promise<{ bodyId: string }> {
  const bodyId = ctx.newId();
  const { story: utility, incidentId } = await layUtility(ctx, language);
  const body = await layBody({ ...ctx, orgId: bodyId }, language);
  const at = utility.before({ hours: 20 * DAY });
  const peerId = await introduce(utility, body, at);
  await prepareOwnReport(utility, 'kawakami', { incidentId, peerId, at });
  return { bodyId };
}

/** @returns its story, and the incident it looked back on last */
async function layUtility(
  ctx: Context,
  language: Language,
): Promise<{ readonly story: Story; readonly incidentId: string }> {
  const story = new Story(ctx, language, PEOPLE);
  const founded = story.before(AGE);
  await foundOrganisationWithLedger(story.system(founded), {
    id: ctx.orgId,
    name: speakIn(language)(NAME),
    timeZone: ZONE,
    demo: true,
  });
  await letPeopleIn(story, founded);
  await keepRegisters(story, founded.add({ hours: 3 * DAY }));
  await publishPlans(story, founded.add({ hours: 10 * DAY }));
  const { sourceId, heartbeatId } = await listen(story, founded.add({ hours: 12 * DAY }));
  await shelveCases(story, founded.add({ hours: 20 * DAY }));
  const incidentId = await lookBack(story);
  // The backup of last night came through.
  await takeBeat(story.system(story.before({ hours: 7 })), heartbeatId);
  await hearADay(story, sourceId);
  await playPumpStop(story, sourceId);
  await renewPack(story.system(story.start));
  await settle(story);
  return { story, incidentId };
}

/** Two incidents with their cases, an exercise, and how ready it was each month. @returns the later incident */
async function lookBack(story: Story): Promise<string> {
  const reviewed = [
    [story.timeOf(-CONGESTION_DAYS_AGO, CONGESTION_AT), congestion(story.say), CONGESTION],
    [story.timeOf(-SILENT_DAYS_AGO, SILENT_AT), silentScreens(story.say), SILENT_SCREENS],
  ] as const;
  let latest = '';
  for (const [began, incident, review] of reviewed) {
    latest = await playIncident(story, began, incident);
    await reviewCase(story, latest, began.add({ hours: 8 * DAY }), review);
  }
  await story.due(story.before({ hours: 31 * DAY }), 'note-readiness', {});
  await playIncident(story, story.timeOf(-DRILL_DAYS_AGO, DRILL_AT), drill(story.say));
  return latest;
}

/** What sends, what is expected to be sent, and what becomes an incident by itself. */
async function listen(
  story: Story,
  at: Temporal.Instant,
): Promise<{ sourceId: string; heartbeatId: string }> {
  const { say } = story;
  const source = await story.kept(
    at,
    '',
    'POST /api/detect/sources',
    { kind: 'alertmanager', name: say('設備監視', 'Plant monitoring') },
    undefined,
  );
  const { id: heartbeatId } = await addHeartbeat(story.system(at), {
    name: say('夜間バックアップ', 'Nightly backup'),
    everySeconds: 86_400,
    graceSeconds: 3_600,
  });
  const critical = { field: '@severity', operator: 'is' as const, values: ['critical'] };
  const pump = { field: 'alertname', operator: 'is' as const, values: ['PumpStopped'] };
  await story.kept(
    at,
    '',
    'POST /api/respond/rules',
    {
      name: say('ポンプの停止', 'A pump stops'),
      matchers: [critical, pump],
      groupBy: ['service'],
      severity: 3,
      situation: 'other',
    },
    undefined,
  );
  await story.kept(
    at,
    '',
    'POST /api/respond/rules',
    {
      name: say('重大なシグナル', 'Critical signals'),
      matchers: [critical],
      groupBy: ['service'],
      severity: 3,
    },
    undefined,
  );
  return { sourceId: source.id, heartbeatId };
}

const CASES = new URL('../../../cases/', import.meta.url);

/** The nine published cases stand in the library from the first day. */
async function shelveCases(story: Story, at: Temporal.Instant): Promise<void> {
  const files = fs.readdirSync(CASES).filter((file) => file.endsWith('.yaml'));
  for (const file of files.sort().reverse()) {
    const { id } = await openCase(story.system(at), readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));
    await turnCase(story.system(at), id, 'submit', 1);
    await turnCase(story.system(at), id, 'approve', 1);
  }
}
