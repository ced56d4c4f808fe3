import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { SurveyRoom } from '../../../test/survey-room.ts';
import { value } from '../../../test/told-report.ts';
import type { ReportDraft } from '../content/schema.ts';
import { draftReport, submitReport } from '../intake/draft-report.ts';
import { judgeReport, withdrawReport } from '../intake/judge-report.ts';
import { joinEvent } from '../intake/place-report.ts';
import { newDraft, submission, verdictGiven } from '../intake/schema.ts';
import { lookAtCandidates } from './look-at-sheets.ts';
import { candidatePage } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('candidates are the events of the desk, one for several reports, each with why it is none', async () => {
  const room = await SurveyRoom.open(house);
  const ctx = room.as('secretary');
  const report = async (title: string, submittedAt: string): Promise<string> => {
    const content: ReportDraft = {
      operator: { name: title },
      title,
      sector: value('power'),
      eventType: value('unavailable'),
      times: { noticed: value({ at: '2023-12-01T09:00:00+09:00' }) },
      effect: { sectors: value(['medical']) },
      parties: [
        { id: 'p1', name: 'アカツキ　システムズ', kind: 'supplier' },
        { id: 'p2', name: '利用者', kind: 'customer' },
      ],
    };
    const { id } = await draftReport(ctx, newDraft.parse({ content }));
    await submitReport(ctx, id, submission.parse({ stage: 'first', seen: 0, submittedAt }));
    return id;
  };
  const pass = (id: string) => judgeReport(ctx, id, verdictGiven.parse({ verdict: 'passed', seen: 1 }));
  const last = await report('年末', '2024-12-31T23:59:00+09:00');
  const early = await report('前年末', '2023-12-31T23:59:00+09:00');
  const waiting = await report('審査中', '2024-05-01T09:00:00+09:00');
  const gone = await report('取り下げ', '2024-06-01T09:00:00+09:00');
  const more = await report('続き', '2024-12-31T23:59:30+09:00');
  for (const id of [last, early, gone, more]) await pass(id);
  await withdrawReport(ctx, gone, '対象外と判明');
  const { event_id: eventId = '' } = (await house.clone.query<{ event_id: string }>('SELECT event_id FROM survey_report WHERE id = $1', [last]))[0] ?? {}; // biome-ignore format: one line
  await joinEvent(ctx, more, eventId);
  const params = { id: room.cycleId };
  expect(await callRoute(ctx, 'POST /api/survey/cycles/:id/candidates', { params })).toEqual({ eligible: 1, before: 1, after: 0, notPassed: 1, withdrawn: 1 }); // biome-ignore format: one line
  const { candidates: listed, tally } = await lookAtCandidates(
    room.as('secretary'),
    room.cycleId,
    candidatePage.parse({}),
  );
  expect(listed.map(({ title, out }) => [title, out])).toEqual([['年末', null], ['審査中', 'notPassed'], ['取り下げ', 'withdrawn']]); // biome-ignore format: a table
  expect(tally).toEqual({ eligible: 1, before: 1, after: 0, notPassed: 1, withdrawn: 1 });
  expect(listed[0]).toMatchObject({ eventId, receiptNumber: 'R-0001', sector: 'power' });
  expect(waiting).not.toBe('');
  // What helps to rate it is taken along: whom it reached, who supplied what failed, by the name as search folds it.
  const traits = await house.clone.query(
    "SELECT reached, suppliers = ARRAY[find_fold('ｱｶﾂｷ システムズ')] AS folded FROM survey_candidate WHERE event_id = $1",
    [eventId],
  );
  expect(traits).toEqual([{ reached: ['medical'], folded: true }]);
});
