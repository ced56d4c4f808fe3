import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { TestHouse } from '../../../../test/house.ts';
import { toldReport, value } from '../../../../test/told-report.ts';
import { reportPackage } from '../../content/schema.ts';
import type { Accepted } from '../../exchange/index.ts';
import { saveReportDraft, submitReport } from '../draft-report.ts';
import { lookAtReport } from '../look-at-report.ts';
import { submission } from '../schema.ts';
import { INTAKE_KINDS } from './kinds.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a report taken twice at once is one; a version out of its turn and one that lacks what is needed are refused', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const [report] = INTAKE_KINDS;
  const peer = { id: newId(), name: '東西電力', publicKey: Buffer.alloc(32) };
  const ref = newId();
  const take = (version = 1, more: object = {}, of = ref) =>
    inTransaction(ctx, async (tx) => {
      const payload = reportPackage.parse({
        ref: of,
        stage: version === 1 ? 'first' : 'followUp',
        version,
        submittedAt: ctx.now.toString(),
        sender: '佐藤',
        content: toldReport(more),
      });
      // Its envelope was looked at before; a kind gets what it says and from whom.
      await report?.accept(tx, { payload, peer, via: null } as unknown as Accepted, {
        kinds: {},
        refusing: new Map(),
        via: null,
      });
    });
  await expect(take(2)).rejects.toMatchObject({ code: 'conflict' });
  await expect(take(1, { sector: { is: 'notKnown' } })).rejects.toMatchObject({ code: 'invalid' });
  await asItWas(house.clone, orgId, () => take());
  await take();
  const again = () => take(2, { outline: value('約300台') });
  expect(await race(house.clone, [orgId], again, again)).toEqual({ won: 1, lost: ['conflict'] });
  const rows = await house.clone.query<{ number: number; version: number }>(
    'SELECT number, version FROM sonae.survey_report WHERE org_id = $1',
    [orgId],
  );
  expect(rows).toEqual([{ number: 1, version: 2 }]);

  // The desk adds what it heard by phone, and is at another version, when theirs comes.
  const desk = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const [row] = await house.clone.query<{ id: string }>('SELECT id FROM survey_report WHERE org_id = $1', [
    orgId,
  ]);
  const id = row?.id ?? '';
  const save = (seen: number, title: string) =>
    saveReportDraft(desk, id, { content: toldReport({ outline: value('約300台'), title }), seen });
  await save(0, '電話で確認');
  await submitReport(desk, id, submission.parse({ stage: 'followUp', seen: 1, door: 'telephone' }));
  await save(1, '書きかけ');
  await take(3, { outline: value('312台'), title: '電話で確認' });
  expect(await lookAtReport(desk, id)).toMatchObject({ version: 4, draft: { title: '書きかけ' } });
});
