import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { changePerson } from '../../prepare/contacts/change-person.ts';
import { addUnit } from '../../prepare/parties/add-unit.ts';
import { record } from '../../record.ts';
import { answerInquiry, approveAnswer, logInquiry } from '../../respond/communications/answer-inquiry.ts';
import { addDetection } from '../../respond/detections/gather-detections.ts';
import { declareIncident } from '../../respond/lifecycle/declare-incident.ts';
import { mergeIncident } from '../../respond/lifecycle/merge-incident.ts';
import { restrictIncident } from '../../respond/lifecycle/restrict-incident.ts';
import { closeIncident, turnIncident } from '../../respond/lifecycle/turn-incident.ts';
import { addEntry } from '../../respond/timeline/add-entry.ts';
import { draftCase } from './draft-case.ts';
import { figureSoFar } from './figure-so-far.ts';
import { COUNTED, incidentTold } from './incident-history.ts';
import { type CaseDocument, caseFilter } from './schema.ts';
import { findCase, listCases } from './store.ts';
import { claimsOf } from './texts/rules.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const system = (orgId: string) => house.system(orgId);
const declared = async (orgId: string, title: string, drill = false): Promise<string> =>
  (await declareIncident(system(orgId), { title, severity: 1, page: false, note: '', drill })).id;
const note = (orgId: string, id: string, text: string) =>
  addEntry(system(orgId), id, { text, precision: 'minute' });

async function closed(orgId: string, incidentId: string): Promise<CaseDocument | undefined> {
  await turnIncident(system(orgId), incidentId, 'resolve', { note: '' });
  await closeIncident(system(orgId), incidentId, {
    cyber: { was: 'excluded', how: '故障', certainty: 'confirmed' },
    left: { ministry: '基準に当たらない' },
  });
  await inTransaction(system(orgId), (tx) => draftCase(tx, { incidentId }));
  return reading(system(orgId), async (trx) => {
    const [one] = (await listCases(trx, caseFilter.parse({ state: 'any' }))).cases;
    return one && (await findCase(trx, one.id))?.document;
  });
}
const saidBy = (document: CaseDocument | undefined): string =>
  (document ? claimsOf(document) : []).map(({ text }) => text.ja).join('');

test('a drill is no case', async () => {
  const orgId = await house.organisation();
  const id = await declared(orgId, '訓練', true);
  await note(orgId, id, '訓練の記録');
  expect(await closed(orgId, id)).toBeUndefined();
});

test('what was merged into an incident is told with it, once, and is no case of its own', async () => {
  const orgId = await house.organisation();
  const [from, into] = [await declared(orgId, '同じ障害'), await declared(orgId, '障害')];
  await note(orgId, from, '別の窓口で受けた連絡');
  await note(orgId, into, '元の記録');
  await mergeIncident(system(orgId), from, into);
  const said = saidBy(await closed(orgId, into));
  for (const each of ['別の窓口で受けた連絡', '元の記録', 'インシデント#1を統合した'])
    expect(said.split(each)).toHaveLength(2);
  expect(said.match(/インシデントとして宣言した/g)).toHaveLength(1);
  const { cases } = await reading(system(orgId), (trx) => listCases(trx, caseFilter.parse({ state: 'any' })));
  expect(cases).toHaveLength(1);
});

test('the case of a restricted incident is written, all of it withheld, and hidden with it', async () => {
  const orgId = await house.organisation();
  const outsider = await house.person(orgId, ['commander']);
  const id = await declared(orgId, '内部調査');
  await note(orgId, id, '伏せる記録');
  await restrictIncident(system(orgId), id, true);
  const document = await closed(orgId, id);
  expect(saidBy(document)).toContain('伏せる記録');
  expect(new Set(document && claimsOf(document).map(({ disclosure }) => disclosure))).toEqual(
    new Set(['withhold']),
  );
  expect(JSON.stringify(document?.figure)).not.toContain('伏せる');
  const { cases } = await reading(house.as(orgId, outsider, ['commander']), (trx) =>
    listCases(trx, caseFilter.parse({ state: 'any' })),
  );
  expect(cases).toEqual([]);
});

test('people are told as their units, whoever they are: writers, deciders, and who is named in an entry', async () => {
  const orgId = await house.organisation();
  const { id: unitId } = await addUnit(system(orgId), { name: '運転管理部', parentId: null });
  await house.person(orgId, ['administrator']);
  const person = await house.person(orgId, ['commander']);
  await changePerson(system(orgId), person, {
    name: '山田太郎',
    language: 'ja',
    roles: ['commander'],
    unitId,
  });
  const ctx = house.as(orgId, person, ['commander']);
  const id = await declared(orgId, '圧力低下');
  await addEntry(ctx, id, { text: '@山田太郎 に引き継ぎ', precision: 'minute', mentions: [person] });
  await callRoute(ctx, 'POST /api/respond/incidents/:id/decisions', {
    params: { id },
    body: { question: '止めるか', decision: '止める', deciderId: person },
  });
  const asked = await logInquiry(ctx, id, { cameFrom: '山田花子 090-0000-0000', question: '使えるか' });
  await answerInquiry(ctx, asked.id, '使えない');
  await approveAnswer(system(orgId), asked.id, '使えない');
  await addDetection(ctx, id, { route: 'outsideBody', text: '外部からの通報', precision: 'minute' });
  const document = await closed(orgId, id);
  for (const personal of ['山田', '090']) expect(JSON.stringify(document)).not.toContain(personal);
  expect(saidBy(document)).toContain('「止めるか」について、「止める」と決定した（決定：運転管理部）');
  const name = new Map(document?.figure.boxes.map((box) => [box.id, box.name.ja]));
  expect(
    document?.figure.arrows.map(({ from, to, labels }) => [name.get(from), name.get(to), labels[0]?.text.ja]),
  ).toEqual([
    ['外部機関', '運転管理部', '外部からの通報'],
    ['問い合わせ元', '運転管理部', '問い合わせ'],
    ['運転管理部', '問い合わせ元', '回答'],
  ]);
});

test('mass work is counted where it is kept: a draft reads one line for what is alike, and a figure only who reported', async () => {
  const orgId = await house.organisation();
  const id = await declared(orgId, '端末の停止');
  await inTransaction(system(orgId), async (tx) => {
    for (let i = 0; i < 60; i += 1) {
      const state = i < 20 ? 'inProgress' : 'restored';
      record(tx, 'recovery.moved', {
        incidentId: id,
        body: { count: 10, state, where: `棚${i}`, blocker: '' },
      });
      const swept = { taskId: tx.ctx.newId(), number: 1, title: '点検', keys: [], note: '' };
      if (i < 5)
        record(tx, 'sweep.reported', {
          incidentId: id,
          body: { ...swept, result: 'affected', count: 2, party: '保守事業者' },
        });
    }
  });
  const linesIn = (counted: Parameters<typeof incidentTold>[2]) =>
    reading(system(orgId), async (trx) => {
      const told = await incidentTold(trx, id, counted);
      const count = (kind: string) => told?.lines.filter((line) => line.kind === kind).length;
      return [count('recovery.moved'), count('sweep.reported')];
    });
  expect(await linesIn(COUNTED.draft)).toEqual([2, 5]);
  expect(await linesIn(COUNTED.figure)).toEqual([0, 5]);
  expect(await linesIn(COUNTED.none)).toEqual([0, 0]);
  const soFar = await figureSoFar(system(orgId), id);
  expect(soFar.figure.boxes.map(({ name }) => name.ja)).toContain('保守事業者');
  const document = await closed(orgId, id);
  expect(saidBy(document)).toMatch(/「作業中」200台、.*「復旧」400台/);
  expect(saidBy(document)).not.toContain('棚');
  // Every one of them is named by the claim that counts them.
  const source = claimsOf(document ?? never()).find(({ text }) => text.ja.includes('400台'))?.source ?? '';
  const numbers = source
    .replace(/^#\d+: /, '')
    .split(', ')
    .flatMap((run) => {
      const [from = 0, to = from] = run.split('–').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
  expect(numbers.length).toBeGreaterThanOrEqual(60);
});
const never = (): never => {
  throw new Error('no case was drafted');
};
