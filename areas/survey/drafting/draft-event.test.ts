import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { heard, surveyed } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import { findCase } from '../../learn/cases/index.ts';
import { agreeCooperation } from '../hearings/turn-hearing.ts';
import { draftEvent, lookAtDraft } from './draft-event.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** Puts an event into the set of a survey whose selection stands, as choosing it would. */
async function choose(orgId: string, eventId: string, state = 'hearing'): Promise<void> {
  const cycle = `'${orgId}', '${eventId}'`;
  await house.clone.query(`
    INSERT INTO sonae.survey_cycle (org_id, id, version, fiscal_year, window_from, window_until, purpose, plan_name, plan_decided_by, state, changed_at)
      VALUES (${cycle}, 1, 2025, '2025-04-01', '2026-03-31', '', '', '', '${state}', now());
    INSERT INTO sonae.survey_candidate (org_id, cycle_id, event_id, receipt_number, title, causes, submitted_at)
      VALUES (${cycle}, '${eventId}', 'R-0001', '', '{}', now());
    INSERT INTO sonae.survey_pick VALUES (${cycle}, '${eventId}', '', '', now())`);
}
const agreed = { by: '情報システム部長', at: '2026-01-08T10:00:00Z', note: '' };

test('nothing is drafted before an event was chosen, heard in full, and its operator agreed to cooperate', async () => {
  const { ctx, orgId, eventId, responder } = await surveyed(house);
  const refused = (lacks: string) =>
    expect(lookAtDraft(ctx, eventId)).resolves.toMatchObject({ lacks, caseId: null });
  const draft = () => draftEvent(ctx, eventId);
  await refused('selection');
  await expect(draft()).rejects.toMatchObject({ code: 'conflict' });
  await choose(orgId, eventId);
  await refused('hearing');
  await expect(draft()).rejects.toMatchObject({ code: 'conflict' });
  const id = await heard(ctx, eventId, [
    { question: 'times.occurred', text: '発生は8時50分頃とみられる', certainty: 'presumed' },
    { text: '書き留めただけの発言' },
  ]);
  await refused('cooperation');
  await expect(draft()).rejects.toMatchObject({ code: 'conflict' });
  await agreeCooperation(ctx, id, agreed);
  await expect(draftEvent(responder, eventId)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, draft);
  expect(await race(house.clone, [orgId], draft, draft)).toEqual({ won: 1, lost: ['conflict'] });
  const { caseId, lacks } = await lookAtDraft(ctx, eventId);
  expect(lacks).toBe('drafted');
  const opened = await reading(ctx, (trx) => findCase(trx, caseId ?? ''));
  expect(opened).toMatchObject({
    state: 'draft',
    version: 1,
    document: { id: 'event-1', title: { ja: '拠点機器の停止' } },
  });
  const [said] = opened?.document.sections.detection.filter(({ text }) => text.ja.includes('8時50分')) ?? [];
  expect(said).toMatchObject({ text: { hedges: [{ certainty: 'presumed' }] } });
  expect(said?.source).toContain('ヒアリング');
  // What was written down without being taken as an answer is told nowhere.
  expect(JSON.stringify(opened?.document)).not.toContain('書き留めただけ');
});

test('a set that is still being rated is no selection, and an event of another organisation is not there', async () => {
  const { ctx, orgId, eventId } = await surveyed(house);
  await choose(orgId, eventId, 'rating');
  await expect(lookAtDraft(ctx, eventId)).resolves.toMatchObject({ lacks: 'selection' });
  // What a draft would tell is what reports say: who looked has read them.
  const read = 'SELECT DISTINCT what, role FROM sonae.survey_reading WHERE org_id = $1';
  expect(await house.clone.query(read, [orgId])).toEqual([{ what: 'read', role: '調査事務局' }]);
  const other = await surveyed(house);
  await expect(draftEvent(other.ctx, eventId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(lookAtDraft(other.ctx, eventId)).rejects.toMatchObject({ code: 'not-found' });
});
