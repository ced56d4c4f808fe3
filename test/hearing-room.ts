import { randomUUID } from 'node:crypto';
import type { ReportDraft } from '../areas/survey/content/schema.ts';
import { planHearing } from '../areas/survey/hearings/plan-hearing.ts';
import { newHearing, newLine } from '../areas/survey/hearings/schema.ts';
import { turnHearing } from '../areas/survey/hearings/turn-hearing.ts';
import { writeLine } from '../areas/survey/hearings/write-minutes.ts';
import { draftReport, submitReport } from '../areas/survey/intake/draft-report.ts';
import { lookAtReport } from '../areas/survey/intake/look-at-report.ts';
import { joinEvent } from '../areas/survey/intake/place-report.ts';
import { newDraft, submission } from '../areas/survey/intake/schema.ts';
import type { Context } from '../database/transaction.ts';
import type { TestHouse } from './house.ts';
import { value } from './told-report.ts';

/** Devices of sites that stop, as an operator reports it. */
export const STOPPED: ReportDraft = {
  operator: { name: '東西電力' },
  sector: value('power'),
  eventType: value('unavailable'),
  title: '拠点機器の停止',
  outline: value('拠点の機器の多くが停止した'),
  times: {
    noticed: value({ at: '2026-01-05T09:02:00+09:00' }),
    restored: value({ at: '2026-01-05T15:00:00+09:00', precision: 'about' as const }),
  },
  causeText: value({ text: '再試行の間隔が短かった', certainty: 'presumed' as const }),
  effect: { machines: value({ low: 300, high: 300 }) },
  steps: [
    {
      id: 's1',
      text: '中継サーバー2号を切り離した',
      by: 'システム部門',
      time: value({ at: '2026-01-05T09:24:00+09:00', precision: 'about' as const }),
      outcome: 'partly',
    },
  ],
  parties: [
    { id: 'p1', name: 'システム部門', kind: 'department' },
    { id: 'p2', name: '運用支援会社', kind: 'contractor', part: '監視を受託' },
  ],
  systems: [{ id: 'y1', name: '中継サーバー2号' }],
};

/** A surveying body with a report received, or more of them that tell of one event. */
export async function surveyed(house: TestHouse, reports: readonly ReportDraft[] = [STOPPED]) {
  const orgId = await house.organisation('調査機関');
  const person = await house.person(orgId, ['secretariat']);
  const ctx = house.as(orgId, person, ['secretariat']);
  let eventId = '';
  for (const content of reports) {
    const { id } = await draftReport(ctx, newDraft.parse({ content }));
    await submitReport(ctx, id, submission.parse({ stage: 'first', seen: 0 }));
    if (eventId) await joinEvent(ctx, id, eventId);
    else eventId = (await lookAtReport(ctx, id)).eventId ?? '';
  }
  return { orgId, ctx, eventId, responder: house.as(orgId, person, ['responder']) };
}

export const hearingOf = (eventId: string, more: object = {}) =>
  newHearing.parse({
    eventId,
    startsAt: '2026-12-10T14:00:00+09:00',
    endsAt: '2026-12-10T15:30:00+09:00',
    mode: 'visit',
    place: '本社 会議室3',
    attendees: [
      { side: 'operator', role: 'システム部長', name: '山田', email: 'yamada@example.jp' },
      { side: 'secretariat', role: '事務局' },
    ],
    ...more,
  });
export const lineSaid = (more: object = {}) =>
  newLine.parse({
    clientId: randomUUID(),
    at: '2026-01-10T14:30:00+09:00',
    speaker: 'システム部長',
    text: '切り離しは本部長の判断',
    ...more,
  });

/** A hearing that was opened, in which so much was said. */
export async function heard(ctx: Context, eventId: string, lines: readonly object[] = [{}], complete = true) {
  const { id } = await planHearing(ctx, hearingOf(eventId));
  await turnHearing(ctx, id, 'open');
  for (const line of lines) await writeLine(ctx, id, lineSaid(line));
  if (complete) await turnHearing(ctx, id, 'complete');
  return id;
}
