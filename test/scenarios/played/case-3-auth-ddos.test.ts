import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDesk } from '../../../areas/respond/communications/read-desk.ts';
import { callRoute } from '../../route-caller.ts';
import { Stage } from './staged.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('csirt', 'commander');
  await stage.person('system', 'responder');
  await stage.person('pr', 'public-relations');
  await stage.person('ciso', 'executive');
  await stage.person('provider', 'contractor');
  for (const [key, name, edges] of [
    ['auth', '認証サービス', []],
    ['portal', '会員サイト', [{ kind: 'dependsOn', to: 'auth' }]],
    ['counter', '窓口掲示', []],
  ] as const)
    await callRoute(stage.context('csirt'), 'PUT /api/prepare/assets', {
      body: { key, kind: 'system', name, edges: [...edges] },
    });
  await stage.keep('csirt', 'outlets', {
    key: 'portal',
    name: '会員サイト',
    audiences: ['customers'],
    needs: ['portal'],
  });
  await stage.keep('csirt', 'outlets', { key: 'phone', name: '電話の自動音声', audiences: ['customers'] });
  await stage.declare('csirt', { title: '認証機能の停止', situation: 'ddos', severity: 3, page: false });
});
afterEach(() => stage.close());

async function drafted(text: string, outlet: string): Promise<string> {
  const { id } = await stage.call('pr', 'POST /api/respond/incidents/:id/statements', {
    audience: 'customers',
    kind: 'start',
    text,
    outlet,
  });
  return id;
}
const approve = (by: string, id: string, text: string, outlet = 'phone') =>
  stage.call(by, 'POST /api/respond/statements/:id/approve', { text, outlet }, { id });
const send = (id: string) => stage.call('pr', 'POST /api/respond/statements/:id/send', {}, { id });

test('case 3: customers are told of a malfunction; the word DDoS is stopped at the desk, and an outlet that needs what failed is refused', async () => {
  await stage.call('ciso', 'POST /api/respond/incidents/:id/withheld', {
    audience: 'customers',
    term: 'DDoS',
    reason: '影響を示すと攻撃者の利益になる',
  });
  await stage.call('system', 'PUT /api/respond/incidents/:id/systems', { asset: 'auth', state: 'affected' });

  const told = 'ＤＤｏＳ攻撃のためご利用いただけません';
  const wrong = await drafted(told, 'phone');
  for (const by of ['pr', 'ciso']) await approve(by, wrong, told);
  await expect(send(wrong)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'text' }] },
  });
  expect(await stage.kinds()).toContain('statement.refused');
  expect(await stage.kinds()).not.toContain('statement.sent');

  const right = 'システムの不具合のためご利用いただけません';
  const onPortal = await drafted(right, 'portal');
  for (const by of ['pr', 'ciso']) await approve(by, onPortal, right, 'portal');
  const refused = await send(onPortal).catch((error) => error);
  expect(refused.details.fields[0].mend.ja).toContain('電話の自動音声');

  await stage.call(
    'pr',
    'PUT /api/respond/statements/:id',
    { text: right, outlet: 'phone' },
    { id: onPortal },
  );
  // Another outlet is another statement: what was approved is approved no more.
  await expect(send(onPortal)).rejects.toMatchObject({ code: 'conflict' });
  for (const by of ['pr', 'ciso']) await approve(by, onPortal, right);
  await send(onPortal);
  const desk = await readDesk(stage.context('pr'), stage.incidentId);
  expect(desk.outlets).toMatchObject([
    { key: 'phone', down: [] },
    { key: 'portal', down: ['portal'] },
  ]);
  expect(desk.owedEnds).toMatchObject([{ audience: 'customers' }]);

  // Inquiries are answered in the same words.
  const { id } = await stage.call('pr', 'POST /api/respond/incidents/:id/inquiries', {
    cameFrom: '利用者',
    question: '攻撃ですか',
  });
  const answer = (text: string) =>
    stage.call('pr', 'POST /api/respond/inquiries/:id/answer', { answer: text }, { id });
  await expect(answer('DDoSです')).rejects.toMatchObject({ code: 'invalid' });
  await answer('不具合のため調査中です');
});

test('case 3: a statement needs two people for its exact text; an edit takes their approval away', async () => {
  const text = '復旧作業中です';
  const id = await drafted(text, 'phone');
  await approve('pr', id, text);
  await approve('pr', id, text);
  await expect(send(id)).rejects.toMatchObject({ code: 'conflict' });
  await expect(approve('ciso', id, '別の文')).rejects.toMatchObject({ code: 'conflict' });
  await approve('ciso', id, text);
  await stage.call('pr', 'PUT /api/respond/statements/:id', { text: `${text}。`, outlet: 'phone' }, { id });
  await expect(send(id)).rejects.toMatchObject({ code: 'conflict' });
  for (const by of ['pr', 'ciso']) await approve(by, id, `${text}。`);
  await send(id);
  await expect(send(id)).rejects.toMatchObject({ code: 'conflict' });
});

test('case 3: the attacks come in waves; a compound attack is asked for; the provider sees what is shared, and no more', async () => {
  const first = stage.incidentId;
  await stage.call('csirt', 'POST /api/respond/incidents/:id/hypotheses', {
    text: '複合攻撃ではないか',
    cyber: true,
    minutes: 120,
  });
  stage.after({ hours: 2, seconds: 1 });
  await stage.told('hypothesis.timed-out');
  await stage.declare('csirt', { title: '再び停止', situation: 'ddos', severity: 3, page: false });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/links', {
    otherId: first,
    how: 'wave',
    noImpact: true,
  });
  const links = async (id: string) =>
    (await stage.call('csirt', 'GET /api/respond/incidents/:id/links', undefined, { id })).links;
  expect(await links(stage.incidentId)).toMatchObject([
    { id: first, how: 'wave', earlier: true, noImpact: true },
  ]);
  expect(await links(first)).toMatchObject([{ id: stage.incidentId, earlier: false }]);

  // Reports to authorities go on their clocks whatever the public is told.
  await expect(
    stage.call('csirt', 'POST /api/respond/incidents/:id/reports', { regime: 'privacy' }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'startsAt' }] } });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/times', {
    which: 'recognised',
    at: stage.house.clock.now().toString(),
    precision: 'minute',
  });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/reports', { regime: 'privacy' });
  stage.after({ hours: 24 * 4 });
  await stage.told('report.due-soon');

  await stage.call('csirt', 'POST /api/respond/incidents/:id/shares', { personId: stage.idOf('provider') });
  const seen = await callRoute(stage.context('provider'), 'GET /api/respond/incidents');
  expect(seen.incidents.map(({ id }) => id)).toEqual([stage.incidentId]);
});

test('restricting: others declare all the same, the ledger verifies, nothing is given to who may not see it, and its case stays hidden', async () => {
  await stage.call('csirt', 'PUT /api/respond/incidents/:id/restriction', { restricted: true });
  const kept = stage.incidentId;
  await stage.declare('system', { title: '別の障害', severity: 2, page: false });
  const mine = await callRoute(stage.context('system'), 'GET /api/respond/incidents');
  expect(mine.incidents).toMatchObject([{ number: 2 }]);
  const verified = await callRoute(stage.context('ciso'), 'GET /api/ledger/verification');
  expect(verified.firstBreak).toBeNull();

  stage.incidentId = kept;
  const unshare = () =>
    stage.call('csirt', 'DELETE /api/respond/incidents/:id/shares/:personId', undefined, {
      id: kept,
      personId: stage.idOf('csirt'),
    });
  await expect(unshare()).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await expect(
    stage.call('csirt', 'POST /api/respond/incidents/:id/tasks', {
      title: 'x',
      personId: stage.idOf('system'),
    }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });

  // Closed, its draft is seen by nobody else inside.
  await stage.call('csirt', 'POST /api/respond/incidents/:id/resolve', {});
  await stage.call('csirt', 'POST /api/respond/incidents/:id/close', {
    cyber: { was: 'supported', how: '内部の不正', certainty: 'likely' },
    left: { ministry: '別の担当が連絡済み', police: '相談済み', csirt: '共有済み' },
  });
  await stage.told('case.opened');
  const cases = async (by: string) =>
    (await callRoute(stage.context(by), 'GET /api/learn/cases')).cases.length;
  expect([await cases('csirt'), await cases('system')]).toEqual([1, 0]);
});

test('an outside party reads the timeline it was given, and nothing of the room', async () => {
  await stage.call('csirt', 'POST /api/respond/incidents/:id/shares', { personId: stage.idOf('provider') });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/decisions', {
    question: '契約',
    decision: '委託先を替える',
    deciderId: stage.idOf('csirt'),
  });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/timeline', { text: '設定を変えてください' });
  const { lines } = await stage.call('provider', 'GET /api/respond/incidents/:id/timeline');
  expect(lines.map(({ kind }) => kind)).toEqual(['timeline.noted', 'incident.shared', 'incident.declared']);
  await expect(
    stage.call('provider', 'POST /api/respond/incidents/:id/decisions', {
      question: 'x',
      decision: 'x',
      deciderId: stage.idOf('csirt'),
    }),
  ).rejects.toThrow('room.write');
});

test('a restricted incident is seen by those it is shared with, and by nobody else inside', async () => {
  await stage.call('csirt', 'PUT /api/respond/incidents/:id/restriction', { restricted: true });
  const sees = async (by: string) =>
    (await callRoute(stage.context(by), 'GET /api/respond/incidents')).incidents.length;
  expect([await sees('csirt'), await sees('system'), await sees('ciso')]).toEqual([1, 0, 0]);
  await expect(
    stage.call('system', 'POST /api/respond/incidents/:id/timeline', { text: 'x' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await stage.call('csirt', 'POST /api/respond/incidents/:id/shares', { personId: stage.idOf('system') });
  expect(await sees('system')).toBe(1);
  await stage.call('csirt', 'PUT /api/respond/incidents/:id/restriction', { restricted: false });
  expect(await sees('ciso')).toBe(1);
});
