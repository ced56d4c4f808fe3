import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { type Mail, Mailbox } from '../../../test/mailbox.ts';
import { toldReport, value } from '../../../test/told-report.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import type { ReportDraft, Stage } from '../content/schema.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { deadlinesKept } from '../deadlines/schema.ts';
import { judgeReport } from '../intake/judge-report.ts';
import { lookAtReport } from '../intake/look-at-report.ts';
import { verdictGiven } from '../intake/schema.ts';
import { submitThrough } from './come-through.ts';
import { openDoor } from './open-door.ts';
import { doorOpened } from './schema.ts';

let house: TestHouse;
let mailbox: Mailbox;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T01:00:00Z') });
  mailbox = await Mailbox.open();
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

const hours = (count: number) => ({ count, unit: 'hours' as const });

const DEADLINES = [
  { stage: 'first', starts: 'detection', within: hours(24) },
  { stage: 'final', starts: 'notification', within: hours(72), reminders: [hours(24), hours(2)] },
];

/** A report handed in by link under deadlines that remind a day and two hours before the final one. */
async function reported(deadlines: unknown = DEADLINES) {
  const orgId = await house.organisation('国の調査室');
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'survey@example.jp',
  });
  const desk = await house.person(orgId, ['secretariat']);
  const as = () => house.as(orgId, desk, ['secretariat']);
  await keepDeadlines(
    as(),
    deadlinesKept.parse({
      seen: 1,
      deadlines,
    }),
  );
  const { reportId } = await openDoor(as(), doorOpened.parse({ name: '佐藤', email: 'sato@example.jp' }));
  await mailbox.next();
  const [door] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_door WHERE org_id = $1',
    [orgId],
  );
  const id = door?.id ?? '';
  const outside = (): Context => ({
    ...house.system(orgId),
    actor: {
      kind: 'link',
      id,
      personId: undefined,
      permissions: new Set(['confirmation.answer']),
      outside: false,
    },
  });
  const noticed = value({ at: '2026-06-10T09:00:00+09:00' });
  const send = (stage: Stage, told: ReportDraft = {}) =>
    submitThrough(outside(), id, toldReport({ times: { noticed }, ...told }), { seen: 0, stage });
  await send('first');
  return { as, reportId, send };
}

test('who holds the link of a report is reminded before its final report is due, as often as was asked for', async () => {
  const { as, reportId } = await reported();
  house.clock.advance({ hours: 48, minutes: 1 });
  const reminded = await mailbox.next(({ text }) => text.includes('最終報'));
  expect(reminded.to).toBe('sato@example.jp');
  for (const told of ['R-0001', '最終報', '2026年6月13日 10:00']) expect(reminded.text).toContain(told);
  house.clock.advance({ hours: 22 });
  const isReminder = ({ text }: Mail): boolean => text.includes('最終報');
  await mailbox.next((mail) => isReminder(mail) && mail !== reminded);
  house.clock.advance({ hours: 3 });
  expect(await lookAtReport(as(), reportId)).toMatchObject({ overdue: true, dueStage: 'final' });
});

test('what was handed in meanwhile is not asked for again', async () => {
  const { as, reportId, send } = await reported();
  house.clock.advance({ hours: 48, minutes: 1 });
  const isReminder = ({ text }: Mail): boolean => text.includes('最終報');
  await mailbox.next(isReminder);
  await send('final', { outline: value('全台が復旧') });
  house.clock.advance({ hours: 24 });
  // A mail that is asked for later is the next to arrive.
  await openDoor(as(), doorOpened.parse({ name: '鈴木', email: 'suzuki@example.jp' }));
  await mailbox.next(({ to }) => to === 'suzuki@example.jp');
  expect(mailbox.mails.filter(isReminder)).toHaveLength(1);
  expect(await lookAtReport(as(), reportId)).toMatchObject({ overdue: false, dueStage: null });
});

test('after one stage was missed the next is still asked for; of what is not ours nothing is', async () => {
  const { as, reportId } = await reported([
    { stage: 'first', starts: 'detection', within: hours(24) },
    { stage: 'followUp', starts: 'notification', within: hours(24), reminders: [] },
    { stage: 'final', starts: 'notification', within: hours(72), reminders: [hours(24), hours(2)] },
  ]);
  house.clock.advance({ hours: 48, minutes: 1 });
  await mailbox.next(({ text }) => text.includes('最終報'));
  await judgeReport(as(), reportId, verdictGiven.parse({ verdict: 'notOurs', reason: '対象外', seen: 1 }));
  house.clock.advance({ hours: 23 });
  await openDoor(as(), doorOpened.parse({ name: '鈴木', email: 'suzuki@example.jp' }));
  await mailbox.next(({ to }) => to === 'suzuki@example.jp');
  expect(mailbox.mails.filter(({ text }) => text.includes('最終報'))).toHaveLength(1);
});
