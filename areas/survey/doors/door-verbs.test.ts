import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { toldReport, value } from '../../../test/told-report.ts';
import type { ReportDraft } from '../content/schema.ts';
import { askQuestion } from '../intake/ask-question.ts';
import { lookAtReport } from '../intake/look-at-report.ts';
import { answerThrough, lookThrough, saveThrough, submitThrough } from './come-through.ts';
import { closeDoor, openDoor } from './open-door.ts';
import { doorOpened } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const told = (more: ReportDraft = {}) => toldReport({ outline: value('約300台が停止'), ...more });

async function opened() {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const open = () => openDoor(ctx, doorOpened.parse({ name: '佐藤', email: 'sato@example.jp' }));
  const { reportId } = await open();
  const doors = await house.clone.query<{ id: string }>(
    `SELECT id FROM sonae.survey_door WHERE report_id = '${reportId}'`,
  );
  const id = doors[0]?.id ?? '';
  const outside: Context = {
    ...house.system(orgId),
    actor: {
      kind: 'link',
      id,
      personId: undefined,
      permissions: new Set(['confirmation.answer']),
      outside: false,
    },
  };
  return { orgId, ctx, open, reportId, id, outside };
}

test('a door is opened once with its mail and link, and leads nowhere once it is closed', async () => {
  const { orgId, ctx, open, id, outside } = await opened();
  await asItWas(house.clone, orgId, open);
  await asItWas(house.clone, orgId, () => closeDoor(ctx, id));
  expect(
    await race(
      house.clone,
      [orgId],
      () => closeDoor(ctx, id),
      () => closeDoor(ctx, id),
    ),
  ).toEqual({ won: 2, lost: [] });
  await expect(lookThrough(outside, id)).rejects.toMatchObject({ code: 'gone' });
  await expect(saveThrough(outside, id, told(), 0)).rejects.toMatchObject({ code: 'gone' });
});

test('what was typed is kept and gone on with; a stale page overwrites nothing; it is handed in once', async () => {
  const { orgId, ctx, reportId, id, outside } = await opened();
  const save = (outline: string, seen: number) =>
    saveThrough(outside, id, told({ outline: value(outline) }), seen);
  await asItWas(house.clone, orgId, () => save('一', 0));
  expect(
    await race(
      house.clone,
      [orgId],
      () => save('一', 0),
      () => save('二', 0),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  const look = await lookThrough(outside, id);
  expect(look).toMatchObject({ number: null, seen: 1, missing: [] });
  const submit = (stage: 'first' | 'followUp' = 'first', seen = 1) =>
    submitThrough(outside, id, told({ outline: value('約300台が停止') }), { seen, stage });
  await asItWas(house.clone, orgId, () => submit());
  expect(
    await race(
      house.clone,
      [orgId],
      () => submit(),
      () => submit(),
    ),
  ).toEqual({ won: 1, lost: ['invalid'] });
  expect(await lookAtReport(ctx, reportId)).toMatchObject({
    number: 1,
    door: 'link',
    versions: [{ sender: '佐藤' }],
  });
});

test('a question is answered through the door of its own report alone', async () => {
  const { orgId, ctx, reportId, id, outside } = await opened();
  await submitThrough(outside, id, told(), { seen: 0, stage: 'first' });
  const { id: questionId } = await askQuestion(ctx, reportId, { field: null, text: '復旧はいつですか' });
  const other = await openDoor(ctx, doorOpened.parse({ name: '別の人', email: 'other@example.jp' }));
  const doors = await house.clone.query<{ id: string }>(
    `SELECT id FROM sonae.survey_door WHERE report_id = '${other.reportId}'`,
  );
  await expect(answerThrough(outside, doors[0]?.id ?? '', questionId, '翌日')).rejects.toMatchObject({
    code: 'not-found',
  });
  const answer = () => answerThrough(outside, id, questionId, '翌日9時頃');
  await asItWas(house.clone, orgId, answer);
  expect(await race(house.clone, [orgId], answer, answer)).toEqual({ won: 1, lost: ['conflict'] });
  expect((await lookThrough(outside, id)).questions).toMatchObject([{ answer: '翌日9時頃' }]);
});
