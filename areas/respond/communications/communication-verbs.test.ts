import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { markSystem } from '../incidents/mark-system.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { answerInquiry, approveAnswer, logInquiry } from './answer-inquiry.ts';
import { missUpdate } from './miss-update.ts';
import { notifyIndividuals } from './notify-individuals.ts';
import { readDesk } from './read-desk.ts';
import { sendStatement } from './send-statement.ts';
import { liftWithheld, withhold } from './withhold.ts';
import { approveStatement, draftStatement, reviseStatement, withdrawStatement } from './write-statement.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const TEXT = '水圧が下がっています';

async function staffed() {
  const room = await IncidentRoom.open(house);
  const { incidentId } = room;
  for (const [key, audiences] of [
    ['website', ['customers']],
    ['phone', ['customers']],
    ['internal', ['staff']],
  ] as const)
    await keepEntry(room.system(), 'outlets', 0, { key, name: key, audiences: [...audiences] });
  const draft = async (text = TEXT, outlet = 'website') =>
    (
      await draftStatement(room.as('relations'), incidentId, {
        audience: 'customers',
        kind: 'start',
        text,
        outlet,
      })
    ).id;
  const approve = (by: 'relations' | 'head' | 'commander', id: string, text = TEXT, outlet = 'website') =>
    approveStatement(room.as(by), id, { text, outlet });
  const send = (id: string, nextUpdateMinutes: number | null = null) =>
    sendStatement(room.as('relations'), id, { nextUpdateMinutes });
  const sent = async (nextUpdateMinutes: number | null = null) => {
    const id = await draft();
    for (const by of ['relations', 'head'] as const) await approve(by, id);
    await send(id, nextUpdateMinutes);
    return id;
  };
  return {
    room,
    draft,
    approve,
    send,
    sent,
    states: async () => (await room.rows('statement', 'number, state')).map(({ state }) => state),
  };
}

test('drafts have numbers of their own, and an outlet that speaks to their audience', async () => {
  const { room, draft } = await staffed();
  await room.asItWas(() => draft());
  expect(
    await room.race(
      () => draft(),
      () => draft(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('statement', 'number')).toEqual([{ number: 1 }, { number: 2 }]);
  await expect(draft(TEXT, 'internal')).rejects.toMatchObject({ details: { fields: [{ field: 'outlet' }] } });
});

test('a statement goes out once, approved by two; a failure at the last leaves it a draft without a promise', async () => {
  const { room, draft, approve, send, states } = await staffed();
  const id = await draft();
  await approve('relations', id);
  await expect(send(id)).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => approve('head', id));
  await approve('head', id);
  await room.asItWas(() => send(id, 60));
  expect(
    await room.race(
      () => send(id, 60),
      () => send(id, 60),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await room.kinds('statement.sent')).toHaveLength(1);
  expect([await states(), await room.timers('miss-update')]).toEqual([
    ['sent'],
    [`${room.incidentId} customers`],
  ]);
});

test('two approve at once and both count; what is changed meanwhile is approved by nobody', async () => {
  const { room, draft, approve, send, states } = await staffed();
  const id = await draft();
  expect(
    await room.race(
      () => approve('relations', id),
      () => approve('head', id),
    ),
  ).toEqual({ won: 2, lost: [] });
  const revise = () => reviseStatement(room.as('relations'), id, { text: '別の文', outlet: 'website' });
  await room.asItWas(revise);
  // Sent as approved, and not changed any more; or changed, and then not approved.
  const first = await room.race(() => send(id), revise);
  expect(first).toEqual({ won: 1, lost: ['conflict'] });
  const [state] = await states();
  expect(await room.rows('statement_approval', 'text')).toHaveLength(state === 'sent' ? 2 : 0);

  const second = await draft();
  const { won, lost } = await room.race(
    () => approve('head', second),
    () => reviseStatement(room.as('relations'), second, { text: '別の文', outlet: 'phone' }),
  );
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  // However it went, nobody has approved what stands there now.
  await expect(send(second)).rejects.toMatchObject({ code: 'conflict' });
  expect(await house.clone.query('SELECT FROM statement_approval WHERE statement_id = $1', [second])).toEqual(
    [],
  );
});

test('what is sent is not taken back, what is taken back is not sent', async () => {
  const { room, draft, approve, send, states } = await staffed();
  const id = await draft();
  for (const by of ['relations', 'head'] as const) await approve(by, id);
  const withdraw = () => withdrawStatement(room.as('relations'), id);
  await room.asItWas(withdraw);
  expect(await room.race(() => send(id), withdraw)).toEqual({ won: 1, lost: ['conflict'] });
  const [state] = await states();
  expect(await room.kinds('statement.sent', 'statement.withdrawn')).toEqual([
    state === 'sent' ? 'statement.sent' : 'statement.withdrawn',
  ]);
});

test('a word that is withheld stops a statement; lifted by two at once it is lifted once', async () => {
  const { room, draft, approve, send, states } = await staffed();
  const hold = (term: string) =>
    withhold(room.as('head'), room.incidentId, { audience: 'customers', term, reason: '調査中' });
  await expect(hold('！？')).rejects.toMatchObject({ details: { fields: [{ field: 'term' }] } });
  await room.asItWas(() => hold('水圧'));
  await hold('水圧');
  const id = await draft();
  for (const by of ['relations', 'head'] as const) await approve(by, id);
  await room.asItWas(() => send(id));
  await expect(send(id)).rejects.toMatchObject({ details: { fields: [{ field: 'text' }] } });
  expect([await states(), await room.kinds('statement.refused')]).toEqual([['draft'], ['statement.refused']]);
  const [item] = await room.rows('withheld', 'id');
  const lift = (ctx = room.as('commander')) => liftWithheld(ctx, String(item?.['id']), '原因が確定した');
  // One asks for it, another lifts it; a person with a key is one.
  await room.asItWas(lift);
  expect(await lift()).toEqual({ lifted: false });
  await expect(lift(await room.byKeyOf('commander'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(send(id)).rejects.toMatchObject({ details: { fields: [{ field: 'text' }] } });
  expect(
    await room.race(
      () => lift(room.as('head')),
      () => lift(room.as('relations')),
    ),
  ).toEqual({ won: 1, lost: ['not-found'] });
  await send(id);
  expect(await states()).toEqual(['sent']);
});

test('what is withheld is withheld in its other words too, and named once however many it is withheld from', async () => {
  const { room, draft, approve, send } = await staffed();
  for (const audience of ['customers', 'public'] as const)
    await withhold(room.as('head'), room.incidentId, {
      audience,
      term: 'ランサムウェア',
      also: ['例の件'],
      reason: '捜査中',
    });
  const [first] = await room.rows('withheld', 'also');
  expect(first?.['also']).toEqual(expect.arrayContaining(['例の件', 'ransomware', '身代金']));
  await keepEntry(room.system(), 'outlets', 0, {
    key: 'sns',
    name: 'sns',
    audiences: ['customers', 'public'],
  });
  const text = '例の件で、身代金を求められています';
  const id = await draft(text, 'sns');
  for (const by of ['relations', 'head'] as const) await approve(by, id, text, 'sns');
  await expect(send(id)).rejects.toMatchObject({
    details: { fields: [{ field: 'text', mend: { ja: expect.stringContaining('ランサムウェア') } }] },
  });
  await withhold(room.as('head'), room.incidentId, {
    audience: 'media',
    term: '不正アクセス',
    suggest: false,
    reason: 'x',
  });
  expect(
    (await room.rows('withheld', 'term, also')).find(({ term }) => term === '不正アクセス'),
  ).toMatchObject({
    also: [],
  });
});

test('an outlet that fails in another incident is refused in this one; of one that is restricted no word is said', async () => {
  const { room, draft, approve, send } = await staffed();
  for (const key of ['dns', 'web']) await keepAsset(room.system(), { key, kind: 'system', name: key });
  await keepEntry(room.system(), 'outlets', 1, {
    key: 'website',
    name: 'website',
    audiences: ['customers'],
    needs: ['web'],
  });
  const here = room.incidentId;
  const down = async () =>
    (await readDesk(room.as('relations'), here)).outlets.find(({ key }) => key === 'website')?.down;
  const id = await draft();
  for (const by of ['relations', 'head'] as const) await approve(by, id);
  const elsewhere = async (drill: boolean, state: 'affected' | 'restored') => {
    await room.declare({ drill });
    await markSystem(room.as('commander'), room.incidentId, { asset: 'web', state });
  };
  await elsewhere(true, 'affected');
  await elsewhere(false, 'restored');
  expect(await down()).toEqual([]);
  await elsewhere(false, 'affected');
  expect(await down()).toEqual(['web']);
  await expect(send(id)).rejects.toMatchObject({ details: { fields: [{ field: 'outlet' }] } });
  await restrictIncident(room.as('commander'), room.incidentId, true);
  expect(await down()).toEqual(['ほかの停止中のシステム']);
  await expect(send(id)).rejects.toMatchObject({ details: { fields: [{ field: 'outlet' }] } });
  // That it went out before, nobody can take back: what is down now was not then.
  const ctx = room.as('relations');
  const happened = { at: house.clock.now().subtract({ hours: 3 }), precision: 'minute' as const };
  await room.asItWas(() => sendStatement({ ...ctx, happened }, id, { nextUpdateMinutes: null }));
  await markSystem(room.as('commander'), room.incidentId, { asset: 'web', state: 'restored' });
  await send(id);
});

test('a promise that was not kept is somebody’s task once; one that was kept is not', async () => {
  const { room, sent } = await staffed();
  const statementId = await sent(60);
  const miss = () => room.within((tx) => missUpdate(tx, { statementId }));
  await room.asItWas(miss);
  await miss();
  await miss();
  expect(await room.rows('incident_task', 'matter')).toEqual([{ matter: 'update:customers' }]);
  house.clock.advance({ minutes: 1 });
  await sent();
  expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'done' }]);
  await miss();
  expect(await room.rows('incident_task', 'state')).toHaveLength(1);
});

test('each affected person is told once, by whoever tells them at the same moment', async () => {
  const { room, draft, sent } = await staffed();
  const notify = (id: string, subject = 'お知らせ') =>
    notifyIndividuals(room.as('relations'), id, {
      subject,
      recipients: ['a', 'b'].map((name) => ({
        name,
        address: `${name}@example.jp`,
        language: 'ja' as const,
      })),
    });
  await expect(notify(await draft())).rejects.toMatchObject({ code: 'conflict' });
  const id = await sent();
  await room.asItWas(() => notify(id));
  expect(
    await room.race(
      () => notify(id),
      () => notify(id),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('message', 'address')).toEqual([
    { address: 'a@example.jp' },
    { address: 'b@example.jp' },
  ]);
  await withhold(room.as('head'), room.incidentId, { audience: 'customers', term: '管の破損', reason: 'x' });
  await expect(notify(id, '管の破損')).rejects.toMatchObject({ details: { fields: [{ field: 'subject' }] } });
});

test('an answer proposed by a key is not approved by the same person in a browser', async () => {
  const { room } = await staffed();
  const { id } = await logInquiry(room.as('relations'), room.incidentId, { cameFrom: '市民', question: '?' });
  await answerInquiry(await room.byKeyOf('relations'), id, '調査中');
  await expect(approveAnswer(room.as('relations'), id, '調査中')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await approveAnswer(await room.byKeyOf('head'), id, '調査中');
  expect(await room.rows('inquiry', 'state')).toEqual([{ state: 'answered' }]);
});

test('an inquiry has one answer, which a second person approved as it reads', async () => {
  const { room } = await staffed();
  const log = () =>
    logInquiry(room.as('responder'), room.incidentId, { cameFrom: '利用者', question: 'いつ' });
  await room.asItWas(log);
  expect(await room.race(log, log)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('inquiry', 'number')).toEqual([{ number: 1 }, { number: 2 }]);
  const { id } = await log();
  const answer = (text: string) => answerInquiry(room.as('relations'), id, text);
  const approve = (by: 'relations' | 'head' | 'commander', text: string) =>
    approveAnswer(room.as(by), id, text);
  await room.asItWas(() => answer('17時です'));
  await answer('17時です');
  await expect(approve('relations', '17時です')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => approve('head', '17時です'));
  // It reads otherwise by then, or was given already: never what nobody approved.
  const { won, lost } = await room.race(
    () => approve('head', '17時です'),
    () => answer('18時です'),
  );
  expect({ won, lost }).toEqual({ won: 1, lost: ['conflict'] });
  const [given] = await house.clone.query<{ answer: string; state: string }>(
    'SELECT answer, state FROM inquiry WHERE id = $1',
    [id],
  );
  expect([
    ['17時です', 'answered'],
    ['18時です', 'proposed'],
  ]).toContainEqual([given?.answer, given?.state]);
  const last = given?.answer ?? '';
  if (given?.state === 'proposed') await approve('head', last);
  await expect(approve('commander', last)).rejects.toMatchObject({ code: 'conflict' });
  expect(await room.kinds('inquiry.answered')).toHaveLength(1);
});
