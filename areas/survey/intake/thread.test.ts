import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { toldReport } from '../../../test/told-report.ts';
import { answerQuestion, askQuestion, dropQuestion } from './ask-question.ts';
import { attachSource, readSource } from './attach-source.ts';
import { draftReport, submitReport } from './draft-report.ts';
import { lookAtReport } from './look-at-report.ts';
import { readingsOf } from './reading/index.ts';
import { newDraft, submission } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const content = toldReport();

async function received() {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { id } = await draftReport(ctx, newDraft.parse({ content, door: 'fax' }));
  return {
    orgId,
    ctx,
    id,
    submit: () => submitReport(ctx, id, submission.parse({ stage: 'first', seen: 0 })),
  };
}

test('a question has its number and one answer, or is dropped; of a draft nothing is asked', async () => {
  const { orgId, ctx, id, submit } = await received();
  const ask = () => askQuestion(ctx, id, { field: 'times.restored', text: '復旧はいつですか' });
  await expect(ask()).rejects.toMatchObject({ code: 'conflict' });
  await submit();
  await asItWas(house.clone, orgId, ask);
  expect(await race(house.clone, [orgId], ask, ask)).toEqual({ won: 2, lost: [] });
  const [first, second] = (await lookAtReport(ctx, id)).questions;
  expect([first?.number, second?.number]).toEqual([1, 2]);
  const answer = () => answerQuestion(ctx, first?.id ?? '', { answer: '翌日9時頃', by: '運用課 佐藤' });
  await asItWas(house.clone, orgId, answer);
  expect(await race(house.clone, [orgId], answer, () => dropQuestion(ctx, first?.id ?? ''))).toMatchObject({
    won: 1,
  });
  await asItWas(house.clone, orgId, () => dropQuestion(ctx, second?.id ?? ''));
  await dropQuestion(ctx, second?.id ?? '');
  expect(await lookAtReport(ctx, id)).toMatchObject({ openQuestions: 0 });
});

test('a source is kept byte by byte under its hash, and taking it is written down', async () => {
  const { orgId, ctx, id } = await received();
  const fax = new TextEncoder().encode('第一報 端末の停止');
  const attach = () => attachSource(ctx, id, '../第一報.txt', fax);
  await asItWas(house.clone, orgId, attach);
  expect(await race(house.clone, [orgId], attach, attach)).toEqual({ won: 2, lost: [] });
  const { sources } = await lookAtReport(ctx, id);
  expect(sources).toMatchObject([{ type: 'text/plain', size: fax.length }, { size: fax.length }]);
  const found = await readSource(ctx, id, sources[0]?.id ?? '');
  expect(new Uint8Array(found.content)).toEqual(fax);
  const readings = await reading(ctx, (trx) => readingsOf(trx, id));
  expect(readings.map(({ what }) => what).sort()).toEqual(['download', 'read']);
  await expect(attachSource(ctx, id, 'x', new Uint8Array())).rejects.toMatchObject({ code: 'malformed' });
});
