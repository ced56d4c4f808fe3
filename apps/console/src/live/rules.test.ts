import { expect, test } from 'vitest';
import { type Said, Voter } from './election.ts';
import { Hub } from './hub.ts';
import type { OpenSource } from './source.ts';
import type { Hear, ToTab } from './wire.ts';

/** Streams as a browser would hold them; what the server tells goes to every one that is open. */
function server() {
  const open: { readonly after: string; readonly hear: Hear; readonly orgId: string | undefined }[] = [];
  let told = 0;
  const openSource: OpenSource = (after, hear, orgId) => {
    const stream = { after, hear, orgId };
    open.push(stream);
    return {
      lastId: () => String(told),
      close: () => open.splice(open.indexOf(stream), open.includes(stream) ? 1 : 0),
    };
  };
  const tell = (event: ToTab) => {
    told += 1;
    for (const { hear } of [...open]) hear(event);
  };
  return { open, openSource, tell };
}
const READY = { kind: 'ready', stale: false } as const;
const SIGNALS = { kind: 'signals' } as const;
function tab() {
  const heard: ToTab['kind'][] = [];
  return { heard, wire: ({ kind }: ToTab) => heard.push(kind) };
}

test('many tabs share one stream; it is closed after the last', () => {
  const { open, openSource, tell } = server();
  const hub = new Hub(openSource);
  const [a, b] = [tab(), tab()];
  hub.hear(a.wire, { kind: 'hello', who: 'hanako' }, 0);
  tell(READY);
  hub.hear(b.wire, { kind: 'hello', who: 'hanako' }, 0);
  tell(SIGNALS);
  expect([open.length, a.heard, b.heard]).toEqual([1, ['ready', 'signals'], ['ready', 'signals']]);
  hub.hear(a.wire, { kind: 'bye' }, 0);
  expect(open.length).toBe(1);
  hub.hear(b.wire, { kind: 'bye' }, 0);
  expect(open.length).toBe(0);
});

test('when somebody else signs in the stream begins anew, and the tabs of the former person are told so', () => {
  const { open, openSource, tell } = server();
  const hub = new Hub(openSource);
  const [a, b] = [tab(), tab()];
  hub.hear(a.wire, { kind: 'hello', who: 'hanako' }, 0);
  const [former] = open;
  tell(READY);
  hub.hear(b.wire, { kind: 'hello', who: 'taro' }, 0);
  expect([open.length, open[0] === former, open[0]?.after, a.heard]).toEqual([
    1,
    false,
    '',
    ['ready', 'another'],
  ]);
});

test('tabs that show two organisations of one person have a stream each, and neither loses what it shows', () => {
  const { open, openSource, tell } = server();
  const hub = new Hub(openSource);
  const [a, b] = [tab(), tab()];
  hub.hear(a.wire, { kind: 'hello', who: 'hanako minato' }, 0);
  tell(READY);
  hub.hear(b.wire, { kind: 'hello', who: 'hanako kawase' }, 0);
  expect([open.map(({ orgId }) => orgId), a.heard]).toEqual([['minato', 'kawase'], ['ready']]);
  open[1]?.hear(SIGNALS);
  expect([a.heard, b.heard]).toEqual([['ready'], ['signals']]);
  hub.hear(b.wire, { kind: 'bye' }, 0);
  expect(open.map(({ orgId }) => orgId)).toEqual(['minato']);
  hub.hear(b.wire, { kind: 'hello', who: 'taro minato' }, 0);
  expect([open.map(({ orgId }) => orgId), a.heard]).toEqual([['minato'], ['ready', 'another']]);
});

test('signing out begins it anew for every tab, from now and not from where it was', () => {
  const { open, openSource, tell } = server();
  const hub = new Hub(openSource);
  const a = tab();
  hub.hear(a.wire, { kind: 'hello', who: 'hanako' }, 0);
  tell(READY);
  const [former] = open;
  hub.hear(a.wire, { kind: 'signed-out' }, 0);
  expect([open.length, open[0] === former, open[0]?.after]).toEqual([1, false, '']);
});

test('a frozen tab is not written to, and looks anew when it wakes', () => {
  const { open, openSource, tell } = server();
  const hub = new Hub(openSource);
  const [frozen, awake] = [tab(), tab()];
  for (const { wire } of [frozen, awake]) hub.hear(wire, { kind: 'hello', who: 'hanako' }, 0);
  hub.tick(50_000);
  hub.hear(awake.wire, { kind: 'here' }, 50_000);
  hub.tick(70_000);
  tell(SIGNALS);
  expect([frozen.heard.includes('signals'), awake.heard.includes('signals')]).toEqual([false, true]);
  hub.hear(frozen.wire, { kind: 'here' }, 80_000);
  tell(SIGNALS);
  expect(frozen.heard.filter((kind) => kind !== 'there?')).toEqual(['ready', 'signals']);
  hub.tick(200_000);
  expect(open.length).toBe(0);
  hub.hear(awake.wire, { kind: 'here' }, 210_000);
  expect(open.length).toBe(1);
});

/** Tabs on one channel, and a clock that the test moves. */
function tabs(names: readonly string[]) {
  const { open, openSource, tell } = server();
  let now = 1_000_000;
  const voters = new Map<string, { voter: Voter; heard: ToTab['kind'][]; frozen: boolean }>();
  const post = (from: string, said: Said) => {
    for (const [name, each] of voters) if (name !== from && !each.frozen) each.voter.heard(said);
  };
  const add = (id: string, who = 'hanako') => {
    const heard: ToTab['kind'][] = [];
    const around = { id, say: (said: Said) => post(id, said), now: () => now, open: openSource };
    const voter = new Voter(around, who, ({ kind }) => heard.push(kind));
    voters.set(id, { voter, heard, frozen: false });
  };
  const pass = (ms: number) => {
    for (const end = now + ms; now < end; now += 250)
      for (const { voter, frozen } of voters.values()) if (!frozen) voter.tick();
  };
  for (const name of names) add(name);
  const leaders = () => [...voters].filter(([, { voter }]) => voter.leads).map(([name]) => name);
  const of = (name: string) => {
    const found = voters.get(name);
    if (!found) throw new Error(`no tab ${name}`);
    return found;
  };
  return { open, tell, add, pass, leaders, of, voters };
}

test('without a worker one tab is elected, and all of them hear what it hears', () => {
  const all = tabs(['a', 'b', 'c']);
  all.pass(3_000);
  expect([all.leaders().length, all.open.length]).toEqual([1, 1]);
  all.tell(SIGNALS);
  for (const { heard } of all.voters.values()) expect(heard.at(-1)).toBe('signals');
});

test('when the leader is closed another steps in, and resumes after what was heard last', () => {
  const all = tabs(['a', 'b', 'c']);
  all.pass(3_000);
  all.tell(SIGNALS);
  const [leader = ''] = all.leaders();
  all.of(leader).voter.leave();
  all.voters.delete(leader);
  all.pass(4_000);
  expect([all.leaders().length, all.open.length, all.open[0]?.after]).toEqual([1, 1, '1']);
});

test('a leader that freezes is replaced, and gives way when it wakes', () => {
  const all = tabs(['a', 'b', 'c']);
  all.pass(3_000);
  const [leader = ''] = all.leaders();
  all.of(leader).frozen = true;
  all.pass(10_000);
  expect(all.leaders().filter((name) => name !== leader)).toHaveLength(1);
  all.of(leader).frozen = false;
  all.pass(5_000);
  expect([all.leaders().includes(leader), all.leaders().length, all.open.length]).toEqual([false, 1, 1]);
});

test('whoever signs in with another name takes the stream away from the former person', () => {
  const all = tabs(['a', 'b']);
  all.pass(3_000);
  all.add('c', 'taro');
  expect([all.leaders(), all.of('a').heard.at(-1), all.of('b').heard.at(-1)]).toEqual([
    [],
    'another',
    'another',
  ]);
});

test('without a worker, too, tabs of two organisations of one person leave each other alone', () => {
  const all = tabs(['a']);
  all.pass(3_000);
  all.add('b', 'hanako kawase');
  all.add('c', 'hanako kawase');
  all.pass(3_000);
  expect([all.leaders().includes('a'), all.leaders().length, all.of('a').heard.includes('another')]).toEqual([
    true,
    2,
    false,
  ]);
  const before = [...all.open];
  const [other = ''] = all.leaders().filter((name) => name !== 'a');
  all.of(other).voter.signedOut();
  expect(all.open.some((stream) => before.includes(stream))).toBe(false);
});
