import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { answerInquiry, approveAnswer, logInquiry } from '../communications/answer-inquiry.ts';
import { markSystem } from '../incidents/mark-system.ts';
import type { IncidentLink } from '../incidents/schema.ts';
import { estimateIncident } from '../plans/estimate-incident.ts';
import { openReports } from '../reports/open-reports.ts';
import { ruleOut } from '../reports/rule-out.ts';
import { openTask } from '../tasks/open-task.ts';
import { declareIncident } from './declare-incident.ts';
import { readLeftOpen } from './left-open.ts';
import { linkIncident, unlinkIncident } from './link-incident.ts';
import { mergeIncident } from './merge-incident.ts';
import { restrictIncident } from './restrict-incident.ts';
import type { Turn } from './schema.ts';
import { closeIncident, turnIncident } from './turn-incident.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function running() {
  const room = await IncidentRoom.open(house);
  const id = room.incidentId;
  return {
    room,
    id,
    declare: () =>
      declareIncident(room.as('responder'), {
        title: '別の停止',
        severity: 2,
        page: false,
        note: 'x',
        restricted: true,
      }),
    turn: (how: 'resolve' | 'reopen', by: 'commander' | 'chief' | 'responder' = 'commander') =>
      turnIncident(room.as(by), id, how, { note: by }),
    close: () =>
      closeIncident(room.as('commander'), id, {
        cyber: { was: 'excluded', how: '故障' },
        left: { ministry: '基準に当たらない' },
      }),
    state: async (of = id) =>
      (await house.clone.query<{ state: string }>('SELECT state FROM incident WHERE id = $1', [of]))[0]
        ?.state,
  };
}

test('incidents that are declared at once have numbers of their own; of one that fails nothing is there', async () => {
  const { room, declare } = await running();
  await room.asItWas(declare);
  expect(await room.race(declare, declare)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident', 'number')).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  await expect(
    declareIncident(room.system(), { title: 'x', severity: 2, page: false, note: '', restricted: true }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'restricted' }] } });
});

test('resolved and closed once each, whoever does it at the same moment; what keeps it open is named', async () => {
  const { room, turn, close, state } = await running();
  await expect(turn('resolve', 'responder')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(close()).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => turn('resolve'));
  expect(
    await room.race(
      () => turn('resolve'),
      () => turn('resolve', 'chief'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  await expect(closeIncident(room.as('commander'), room.incidentId, {})).rejects.toMatchObject({
    details: { fields: [{ field: 'cyber' }, { field: 'left.ministry' }] },
  });
  await room.asItWas(close);
  expect(await room.race(close, close)).toEqual({ won: 1, lost: ['conflict'] });
  expect([await state(), await room.kinds('incident.closed')]).toEqual(['closed', ['incident.closed']]);
  await room.asItWas(() => turn('reopen'));
  expect(
    await room.race(
      () => turn('reopen'),
      () => turn('reopen', 'chief'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
});

test('a leak is not closed while a report seems owed: each is begun, ruled out, or left with a reason that stands in the record', async () => {
  const { room, id, turn } = await running();
  await estimateIncident(room.as('commander'), id, 'personalData', 'confirmed');
  await turn('resolve');
  const cyber = { was: 'undecided' as const, how: '分からない' };
  const close = (left: Turn['left'] = {}) => closeIncident(room.as('commander'), id, { cyber, left });
  const owed = async (left?: Turn['left']) =>
    close(left).then(
      () => [],
      ({ details }) => details.fields.map(({ field }: { field: string }) => field),
    );
  expect(await owed()).toEqual(['left.ministry', 'left.privacy', 'left.police', 'left.csirt']);
  await turn('reopen');
  await ruleOut(room.as('commander'), id, { regime: 'police', reason: '犯罪の疑いなし' });
  await openReports(room.as('commander'), id, { regime: 'csirt' });
  await turn('resolve');
  expect(await owed({ ministry: '基準に当たらない' })).toEqual(['reports.csirt.first', 'left.privacy']);
});

test('what is not back, out of time or to be reported by the plan is named, and left only with a reason', async () => {
  const { room, id, turn } = await running();
  await keepAsset(room.system(), { key: 'core', kind: 'system', name: '中核' });
  await markSystem(room.as('commander'), id, { asset: 'core', state: 'affected' });
  await openTask(room.as('responder'), id, { title: '確かめる', minutes: 5 });
  house.clock.advance({ minutes: 6 });
  await expect(turn('resolve')).rejects.toMatchObject({ details: { fields: [{ field: 'left.systems' }] } });
  expect((await readLeftOpen(room.as('responder'), id)).resolve).toEqual([
    { name: 'systems', what: '影響が残るシステム：中核' },
  ]);
  expect((await readLeftOpen(room.as('responder'), id)).owed).toEqual([]);
  await turnIncident(room.as('commander'), id, 'resolve', { note: '', left: { systems: '明日入れ替える' } });
  // Once it is resolved what would refuse the closing is named, before anybody tries.
  expect((await readLeftOpen(room.as('responder'), id)).owed).toEqual([
    { field: 'cyber', what: 'サイバー攻撃の有無と、その判断の根拠を入力してください' },
  ]);
  const left = { systems: '明日入れ替える', overdueTasks: '別件で続ける', ministry: '基準に当たらない' };
  const close = (more: Turn['left']) =>
    closeIncident(room.as('commander'), id, { cyber: { was: 'excluded', how: '故障' }, left: more });
  await expect(close({ ...left, overdueTasks: ' ' })).rejects.toMatchObject({
    details: { fields: [{ field: 'left.overdueTasks' }] },
  });
  await close(left);
  const [line] = await house.clone.query<{ body: { left: object[] } }>(
    `SELECT body FROM ledger WHERE incident_id = $1 AND kind = 'incident.closed'`,
    [id],
  );
  expect(line?.body.left).toContainEqual({
    name: 'overdueTasks',
    what: '期限を超過したタスク：確かめる',
    why: '別件で続ける',
  });
});

test('no required task is opened in what is closed at that moment, and none is left behind by it', async () => {
  const { room, turn, close } = await running();
  await turn('resolve');
  const { won, lost } = await room.race(close, () =>
    openTask(room.as('responder'), room.incidentId, { title: '確かめる', minutes: 5, required: true }),
  );
  // Closed first, there is nothing to open; opened first, it keeps it open.
  expect([won, lost.length]).toEqual([1, 1]);
  expect(['conflict', 'invalid']).toContain(lost[0]);
});

test('one link stands between two incidents, and is taken back once; an attack is asked about once', async () => {
  const { room, id } = await running();
  await room.declare({ title: '前の停止' });
  const otherId = room.incidentId;
  const link = (over: Partial<IncidentLink> = {}) =>
    linkIncident(room.as('responder'), id, {
      otherId,
      how: 'recurrence',
      note: '',
      noImpact: false,
      improvementId: null,
      ...over,
    });
  await expect(link({ otherId: id })).rejects.toMatchObject({ details: { fields: [{ field: 'otherId' }] } });
  await room.asItWas(() => link());
  expect(
    await room.race(
      () => link(),
      () => link({ how: 'precursor' }),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_link', 'other_id')).toEqual([{ other_id: otherId }]);
  expect(await room.rows('hypothesis', 'number')).toEqual([{ number: 1 }]);
  const unlink = () => unlinkIncident(room.as('responder'), id, otherId);
  await room.asItWas(unlink);
  expect(await room.race(unlink, unlink)).toEqual({ won: 2, lost: [] });
  room.incidentId = id;
  expect(await room.kinds('incident.unlinked')).toHaveLength(1);
});

test('of two incidents only one came before the other, whoever links them at the same moment', async () => {
  const { room, id } = await running();
  await room.declare({ title: '前の停止' });
  const otherId = room.incidentId;
  const link = (from: string, to: string, how: IncidentLink['how'] = 'wave') =>
    linkIncident(room.as('responder'), from, {
      otherId: to,
      how,
      note: '',
      noImpact: false,
      improvementId: null,
    });
  expect(
    await room.race(
      () => link(id, otherId),
      () => link(otherId, id),
    ),
  ).toEqual({ won: 1, lost: ['invalid'] });
  await house.clone.query('DELETE FROM incident_link WHERE org_id = $1', [room.orgId]);
  await link(id, otherId, 'sameEvent');
  await link(otherId, id, 'sameEvent');
});

test('two that are merged into each other at once go on as one of them', async () => {
  const { room, id, state } = await running();
  await room.declare();
  const other = room.incidentId;
  const merge = (from: string, into: string) => mergeIncident(room.as('commander'), from, into);
  await expect(merge(id, id)).rejects.toMatchObject({ details: { fields: [{ field: 'intoId' }] } });
  await room.asItWas(() => merge(id, other));
  expect(
    await room.race(
      () => merge(id, other),
      () => merge(other, id),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect([await state(id), await state(other)].toSorted()).toEqual(['closed', 'open']);
  const gone = (await state(id)) === 'open' ? other : id;
  await expect(turnIncident(room.as('commander'), gone, 'reopen', { note: '' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await room.declare({ drill: true });
  const open = (await state(id)) === 'open' ? id : other;
  await expect(merge(room.incidentId, open)).rejects.toMatchObject({
    details: { fields: [{ field: 'intoId' }] },
  });
});

test('a question from outside that nobody has answered is named at closing, a proposed answer too', async () => {
  const { room, id, turn, close } = await running();
  const { id: asked } = await logInquiry(room.as('responder'), id, {
    cameFrom: '報道',
    question: 'いつ直るか',
  });
  await turn('resolve');
  const named = { details: { fields: [{ field: 'left.inquiries' }] } };
  await expect(close()).rejects.toMatchObject(named);
  await answerInquiry(room.as('relations'), asked, '17時の見込みです');
  await expect(close()).rejects.toMatchObject(named);
  expect((await readLeftOpen(room.as('responder'), id)).close.map(({ what }) => what)).toContain(
    '未回答の問い合わせ：いつ直るか',
  );
  await approveAnswer(room.as('head'), asked, '17時の見込みです');
  await close();
});

test('what seems owed and what is not back is not lost by merging: the other one takes it over, or it is settled first', async () => {
  const { room, id, state } = await running();
  await room.declare();
  const into = room.incidentId;
  const by = room.as('commander');
  const merge = () => mergeIncident(by, id, into);
  await estimateIncident(by, id, 'personalData', 'confirmed');
  await keepAsset(room.system(), { key: 'web', kind: 'system', name: 'Web' });
  await markSystem(by, id, { asset: 'web', state: 'affected' });
  const fields = async (): Promise<string[]> =>
    merge().then(
      () => [],
      (fault: { details: { fields: { field: string }[] } }) => fault.details.fields.map(({ field }) => field),
    );
  const owed = await fields();
  expect(owed).toContain('systems.web');
  expect(owed).toContain('reports.privacy');
  // Not needed there says nothing of the leak here.
  for (const field of owed.filter((each) => each.startsWith('reports.')))
    await ruleOut(by, into, { regime: field.slice(8) as 'privacy', reason: '漏えいなし' });
  expect(await fields()).toEqual(owed);
  await markSystem(by, into, { asset: 'web', state: 'affected' });
  expect(await fields()).toEqual(owed.filter((each) => each !== 'systems.web'));
  for (const field of owed.filter((each) => each.startsWith('reports.')))
    await ruleOut(by, id, { regime: field.slice(8) as 'privacy', reason: '誤りだった' });
  expect(await fields()).toEqual([]);
  expect(await state(id)).toBe('closed');
});

test('nothing is opened in what is merged away at that moment', async () => {
  const { room, id, state } = await running();
  await room.declare();
  const into = room.incidentId;
  const { won, lost } = await room.race(
    () => mergeIncident(room.as('commander'), id, into),
    () => openTask(room.as('responder'), id, { title: '確かめる', minutes: 5 }),
  );
  expect([won, lost.length]).toEqual([1, 1]);
  expect([await state(id), lost[0]]).toEqual(
    lost[0] === 'conflict' ? ['closed', 'conflict'] : ['open', 'invalid'],
  );
});

test('an incident is restricted by who may share it, and whoever restricts it keeps sight of it', async () => {
  const { room, id } = await running();
  const restrict = (restricted: boolean, by: 'commander' | 'chief' = 'commander') =>
    restrictIncident(room.as(by), id, restricted);
  await expect(restrictIncident(room.as('responder'), id, true)).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => restrict(true));
  expect(
    await room.race(
      () => restrict(true),
      () => restrict(true, 'chief'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await house.clone.query('SELECT FROM share WHERE org_id = $1', [room.orgId])).toHaveLength(2);
});
