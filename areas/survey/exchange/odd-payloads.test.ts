import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { toldReport } from '../../../test/told-report.ts';
import { KINDS } from '../kinds.ts';
import { sendPackageWithin } from './acts.ts';
import { confirmKey } from './confirm-key.ts';
import { keepPeer } from './keep-peer.ts';
import { makeKey } from './make-key.ts';
import { cardOf } from './own-card.ts';
import { receivePackage } from './receive-package.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function member(name: string) {
  const id = await house.organisation(name);
  const ctx = house.as(id, await house.person(id, ['administrator']), ['administrator']);
  await makeKey(ctx);
  return { id, ctx, own: await reading(ctx, (trx) => cardOf(trx, ctx)) };
}

test('what a peer signs and no store can hold is refused in the receipt, and what follows is taken', async () => {
  const [operator, body] = [await member('東西電力'), await member('国の調査室')];
  for (const [one, other] of [
    [operator, body],
    [body, operator],
  ] as const) {
    await keepPeer(one.ctx, { card: other.own.card ?? '', allowInner: false, via: null });
    await confirmKey(one.ctx, other.id, other.own.fingerprint ?? '');
  }
  const content = toldReport();
  const whole = {
    ref: newId(),
    stage: 'first',
    version: 1,
    submittedAt: '2026-01-05T10:00:00Z',
    sender: '',
    content,
  };
  const step = { id: 's1', text: '切り離し' };
  const told = {
    ref: newId(),
    questionId: newId(),
    number: 9_007_199_254_740_991,
    field: null,
    text: 'いつですか',
  };
  for (const [kind, payload, outcome] of [
    ['report', { ...whole, version: 2_147_483_648 }, 'refused'],
    ['report', { ...whole, version: 2 }, 'refused'],
    ['report', { ...whole, submittedAt: '2999-01-01T00:00:00Z' }, 'refused'],
    ['report', { ...whole, content: { ...content, steps: [step, step] } }, 'refused'],
    ['question', told, 'refused'],
    ['question', { ...told, number: 1 }, 'refused'],
    ['verdict', { ref: newId(), number: 1, version: 1, verdict: 'passed', reason: '' }, 'refused'],
    ['answer', { ref: newId(), questionId: newId(), answer: 'はい', by: '' }, 'refused'],
    ['report', whole, 'taken'],
    // The same under another id, and a version that follows nothing.
    ['report', whole, 'refused'],
    ['follow-up', { ...whole, stage: 'followUp', version: 3 }, 'refused'],
    [
      'follow-up',
      { ...whole, stage: 'followUp', version: 2, content: { ...content, title: '停止' } },
      'taken',
    ],
  ] as const) {
    const id = await inTransaction(operator.ctx, (tx) =>
      sendPackageWithin(tx, { peerId: body.id, kind, payload }),
    );
    const [sent] = await house.clone.query<{ content: Buffer }>('SELECT content FROM sonae.survey_sent WHERE id = $1', [id]); // biome-ignore format: one line
    const taken = await receivePackage(
      house.system(body.id),
      KINDS,
      sent?.content ?? Buffer.alloc(0),
      'file',
    );
    expect([kind, taken.outcome, taken.receipt !== null]).toEqual([kind, outcome, true]);
  }
  const rows = await house.clone.query('SELECT number, version FROM sonae.survey_report');
  expect(rows).toEqual([{ number: 1, version: 2 }]);
});
