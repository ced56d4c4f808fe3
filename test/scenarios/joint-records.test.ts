import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../areas/roles.ts';
import { TestHouse } from '../house.ts';
import { callAbout, callRoute, type Key, type Reply, type Told } from '../route-caller.ts';

interface Side {
  readonly orgId: string;
  readonly incident: string;
  call<K extends Key>(key: K, ...told: Told<K>): Promise<Reply<K>>;
}

let house: TestHouse;
let provider: Side;
let user: Side;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  provider = await side('認証サービス');
  user = await side('みなと水道');
});
afterEach(() => house.close());

async function side(name: string, drill = false): Promise<Side> {
  const orgId = await house.organisation(name);
  const roles: Role[] = ['commander'];
  const person = await house.person(orgId, roles);
  const ctx = () => house.as(orgId, person, roles);
  const { id: incident } = await callRoute(ctx(), 'POST /api/respond/incidents', {
    body: { title: name, severity: 3, drill },
  });
  return { orgId, incident, call: (key, ...told) => callAbout(ctx(), incident, key, ...told) };
}

const joints = async (of: Side) => (await of.call('GET /api/respond/incidents/:id/joint')).joints;
const lines = (of: Side) =>
  house.clone.query<{ kind: string; actor_kind: string; body: Record<string, unknown> }>(
    `SELECT kind, actor_kind, body FROM ledger WHERE incident_id = '${of.incident}' AND kind LIKE 'joint.%' ORDER BY seq`,
  );
const join = async (): Promise<void> => {
  const { code } = await provider.call('POST /api/respond/incidents/:id/joint');
  await user.call('POST /api/respond/incidents/:id/joint/accept', { code });
};

test('two organisations link their records: each sees how the other stands, and what one tells is in both', async () => {
  await join();
  const [theirs] = await joints(user);
  expect(theirs).toMatchObject({ state: 'linked', peer: '認証サービス', theirs: { state: 'open' } });
  await user.call(
    'POST /api/respond/incidents/:id/joint/:joint/tell',
    { text: '認証だけ落ちています' },
    { id: user.incident, joint: theirs?.id ?? '' },
  );
  expect((await lines(provider)).at(-1)).toMatchObject({
    kind: 'joint.heard',
    actor_kind: 'link',
    body: { organisation: 'みなと水道', text: '認証だけ落ちています' },
  });
  expect((await lines(user)).at(-1)).toMatchObject({
    kind: 'joint.told',
    body: { organisation: '認証サービス' },
  });

  await provider.call('POST /api/respond/incidents/:id/resolve', { note: '' });
  expect((await joints(user))[0]).toMatchObject({ theirs: { state: 'resolved' } });
});

test('a code opens once, not for its own organisation, not after a week, and not for a drill', async () => {
  const { code } = await provider.call('POST /api/respond/incidents/:id/joint');
  const accept = (of: Side, given = code) =>
    of.call('POST /api/respond/incidents/:id/joint/accept', { code: given });
  await expect(accept(provider)).rejects.toMatchObject({ code: 'invalid' });
  // Half of a code is told as any wrong one is, in words.
  for (const wrong of ['1234', code.slice(0, 8), 'x'.repeat(60)])
    await expect(accept(user, wrong)).rejects.toMatchObject({
      details: { fields: [{ field: 'code', mend: { ja: expect.stringContaining('コード') } }] },
    });
  const drill = await side('訓練', true);
  await expect(accept(drill)).rejects.toMatchObject({ code: 'invalid' });
  await accept(user);
  await expect(accept(await side('別の会社'))).rejects.toMatchObject({ code: 'invalid' });

  const late = await provider.call('POST /api/respond/incidents/:id/joint');
  house.clock.advance({ hours: 24 * 7 });
  await expect(accept(user, late.code)).rejects.toMatchObject({ code: 'invalid' });
  expect((await lines(user)).map(({ kind }) => kind)).toEqual(['joint.linked']);
});

test('ended by one it is ended for both, and nothing of the other is seen any more; a third never sees it', async () => {
  await join();
  const [mine] = await joints(provider);
  const third = await side('第三者');
  const joint = mine?.id ?? '';
  await expect(
    third.call(
      'POST /api/respond/incidents/:id/joint/:joint/tell',
      { text: 'x' },
      { id: third.incident, joint },
    ),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await joints(third)).toEqual([]);

  await provider.call('POST /api/respond/incidents/:id/joint/:joint/end', undefined, {
    id: provider.incident,
    joint,
  });
  expect((await joints(user))[0]).toMatchObject({ state: 'ended', theirs: null });
  const [ended] = await joints(user);
  await expect(
    user.call(
      'POST /api/respond/incidents/:id/joint/:joint/tell',
      { text: 'x' },
      { id: user.incident, joint: ended?.id ?? '' },
    ),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('an account that differs stands beside the line; a commander settles it on a ground', async () => {
  await user.call('POST /api/respond/incidents/:id/timeline', { text: '停止は10時から', is: 'event' });
  const [{ seq } = { seq: '0' }] = await house.clone.query<{ seq: string }>(
    `SELECT seq FROM ledger WHERE incident_id = '${user.incident}' AND kind = 'timeline.noted'`,
  );
  const at = { id: user.incident, seq };
  await user.call(
    'POST /api/respond/incidents/:id/timeline/:seq/dispute',
    { text: '10時12分から', source: '提供者' },
    at,
  );
  const facts = await user.call('GET /api/respond/incidents/:id/facts');
  expect(facts.conflicts[0]?.accounts.map(({ text }) => text)).toEqual(['停止は10時から', '10時12分から']);
  await expect(
    user.call('POST /api/respond/incidents/:id/timeline/:seq/settle', { holds: 1, basis: '勘' }, at),
  ).rejects.toMatchObject({ code: 'invalid' });
  const holds = facts.conflicts[0]?.accounts[1]?.seq ?? 0;
  await user.call(
    'POST /api/respond/incidents/:id/timeline/:seq/settle',
    { holds, basis: '通信記録で確認' },
    at,
  );
  expect(await user.call('GET /api/respond/incidents/:id/facts')).toMatchObject({
    conflicts: [{ settled: { holds, basis: '通信記録で確認' } }],
  });
});
