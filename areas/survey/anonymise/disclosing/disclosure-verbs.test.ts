import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { surveyed } from '../../../../test/hearing-room.ts';
import { TestHouse } from '../../../../test/house.ts';
import { callRoute } from '../../../../test/route-caller.ts';
import { openCase } from '../../../learn/cases/open-case.ts';
import { reviseCase } from '../../../learn/cases/revise-case.ts';
import { type CaseDocument, caseDocument } from '../../../learn/cases/schema.ts';
import { openPoints } from '../index.ts';
import { makeEdition } from '../make-edition.ts';
import { lookAtEdition } from '../read-edition.ts';
import { approveDisclosure, decideDisclosure } from './decide-disclosure.ts';
import { partApproval, partDecision } from './schema.ts';

const both = (ja: string, en: string) => ({ ja, en });
const DOCUMENT: CaseDocument = caseDocument.parse({
  id: 'stopped',
  causeGroup: 'unknown',
  title: both('サービスの停止', 'A service stopped'),
  figure: {
    boxes: [
      {
        id: 'a',
        kind: 'system',
        name: both('システム', 'System'),
        labels: [
          { kind: 'event', numbers: [1], text: both('最初の障害', 'First fault') },
          { kind: 'event', numbers: [2], text: both('次の障害', 'Next fault') },
        ],
      },
    ],
  },
  sections: {
    background: [{ id: 'c1', text: both('背景', 'Background') }],
    detection: [{ id: 'c2', text: both('秘密の経緯', 'Secret history'), disclosure: 'generalise', general: both('経緯', 'History') }], // biome-ignore format: one line
  },
  lessons: [
    { id: 'l1', title: both('教訓一', 'Lesson one'), body: both('本文一', 'Body one'), supports: ['c1'] },
    { id: 'l2', title: both('教訓二', 'Lesson two'), body: both('本文二', 'Body two'), supports: ['c1'] },
  ],
});

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function told() {
  const of = await surveyed(house);
  const second = house.as(of.orgId, await house.person(of.orgId, ['secretariat']), ['secretariat']);
  const { id: caseId } = await openCase(of.ctx, DOCUMENT);
  const open = async () =>
    (await reading(of.ctx, (trx) => openPoints(trx, caseId))).filter(({ kind }) => kind === 'obstacle');
  const rows = async () =>
    (await callRoute(of.ctx, 'GET /api/survey/cases/:id/public-form', { params: { id: caseId } })).rows;
  return { ...of, second, caseId, open, rows };
}
const decision = (part: string, disclosure: string, more: object = {}) =>
  partDecision.parse({ part, disclosure, reason: '特定されるおそれがあるため', seen: 0, ...more });
const approval = (part: string, seen: number, reason = '') => partApproval.parse({ part, seen, reason });

test('a claim that is generalised needs a reason and a second person, and both again when it changes', async () => {
  const { orgId, ctx, second, responder, caseId, open } = await told();
  expect(await open()).toMatchObject([{ field: 'sections.detection.0.text' }]);
  const part = 'claim:c2';
  const decide = () => decideDisclosure(ctx, caseId, decision(part, 'generalise'));
  await expect(decideDisclosure(responder, caseId, decision(part, 'generalise'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  // How it is disclosed says the case.
  await expect(decideDisclosure(ctx, caseId, decision(part, 'withhold'))).rejects.toMatchObject({
    details: { fields: [{ field: 'disclosure' }] },
  });
  await asItWas(house.clone, orgId, decide);
  expect(await race(house.clone, [orgId], decide, decide)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await open()).toHaveLength(1);
  await expect(approveDisclosure(ctx, caseId, approval(part, 1))).rejects.toMatchObject({
    details: { fields: [{ field: 'reason' }] },
  });
  const approve = () => approveDisclosure(second, caseId, approval(part, 1));
  await asItWas(house.clone, orgId, approve);
  expect(await race(house.clone, [orgId], approve, approve)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await open()).toEqual([]);
  const changed = structuredClone(DOCUMENT);
  Object.assign(changed.sections.detection[0]?.general ?? {}, both('別の経緯', 'Other history'));
  await reviseCase(ctx, caseId, { version: 1, document: changed });
  expect(await open()).toHaveLength(1);
});

test('labels and lessons are withheld or told in general words, and numbers close up', async () => {
  const { ctx, second, caseId, open, rows } = await told();
  await makeEdition(ctx, caseId);
  const label = 'label:最初の障害';
  await decideDisclosure(ctx, caseId, decision(label, 'withhold'));
  await decideDisclosure(ctx, caseId, decision('lesson:l1:title', 'withhold'));
  await decideDisclosure(ctx, caseId, decision('lesson:l2:body', 'generalise', { general: both('一般的な本文', 'A general body') })); // biome-ignore format: one line
  expect(
    (await rows()).filter(({ state }) => state !== 'same').map(({ part, state }) => [part, state]),
  ).toEqual([
    ['claim:c2', 'generalised'],
    ['lesson:l2:body', 'generalised'],
    [label, 'withheld'],
    ['lesson:l1:title', 'withheld'],
  ]);
  // An edition made before tells more than is decided now.
  const points = await reading(ctx, (trx) => openPoints(trx, caseId));
  expect(points.map(({ kind }) => kind)).toContain('stale');
  expect(await open()).toHaveLength(4);
  for (const part of [label, 'lesson:l1:title', 'lesson:l2:body'])
    await approveDisclosure(second, caseId, approval(part, 1));
  expect(await open()).toHaveLength(1);
  expect(await makeEdition(ctx, caseId)).toMatchObject({ number: 2 });
  const { document } = await lookAtEdition(ctx, caseId, 2);
  expect(document.figure.boxes[0]?.labels).toMatchObject([{ numbers: [1], text: { ja: '次の障害' } }]);
  expect(document.lessons).toMatchObject([
    { id: 'l2', title: { ja: '教訓二' }, body: { ja: '一般的な本文' } },
  ]);
  expect(JSON.stringify(document)).not.toMatch(/最初の障害|教訓一|本文二/);
});

test('what cannot be decided is refused with its field, and nothing of another organisation is there', async () => {
  const { ctx, caseId, rows } = await told();
  const before = await rows();
  const wrong: [object, string][] = [
    [decision('title', 'withhold'), 'disclosure'],
    [decision('lesson:l2:body', 'generalise'), 'general'],
    [decision('label:どこにもない', 'withhold'), 'part'],
  ];
  for (const [body, field] of wrong)
    await expect(decideDisclosure(ctx, caseId, partDecision.parse(body))).rejects.toMatchObject({
      details: { fields: [{ field }] },
    });
  await expect(approveDisclosure(ctx, caseId, approval('title', 1))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(decideDisclosure(ctx, newId(), decision('title', 'publish'))).rejects.toMatchObject({
    code: 'not-found',
  });
  const other = await told();
  await expect(decideDisclosure(other.ctx, caseId, decision('title', 'publish'))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await rows()).toEqual(before);
});
