import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { recordDecision } from './decide.ts';
import { draftBriefNow } from './draft-brief.ts';
import { draftNextBrief } from './draft-next-brief.ts';
import { readBrief } from './read-brief.ts';
import { sendBrief } from './send-brief.ts';
import { endHeadquarters, moveHeadquarters, setUpHeadquarters } from './set-up.ts';
import { weighHeadquarters } from './weigh-headquarters.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const CLIENT = '018f0000-0000-7000-8000-000000000002';

async function staffed() {
  const room = await IncidentRoom.open(house);
  const { incidentId } = room;
  return {
    room,
    setUp: (by: 'commander' | 'chief' | 'responder' = 'commander', briefMinutes = 60) =>
      setUpHeadquarters(room.as(by), incidentId, { room: '3階', briefMinutes }),
    weigh: () => room.within((tx) => weighHeadquarters(tx, { incidentId, anyway: false })),
    end: () => endHeadquarters(room.as('commander'), incidentId, '解消'),
    standing: () => room.rows('headquarters', 'state, level, room'),
    briefs: () =>
      house.clone.query<{ id: string; number: number; text: string; sent_at: string | null }>(
        'SELECT id, number, text, sent_at::text FROM brief WHERE org_id = $1 ORDER BY number',
        [room.orgId],
      ),
  };
}

test('the criteria propose a headquarters once, however often they are weighed', async () => {
  const { room, weigh, standing } = await staffed();
  await weigh();
  expect(await standing()).toEqual([]);
  await room.publishPlan();
  await room.asItWas(weigh);
  expect(await room.race(weigh, weigh)).toEqual({ won: 2, lost: [] });
  expect(await standing()).toMatchObject([{ state: 'proposed', level: 2 }]);
  expect(await room.kinds('headquarters.')).toEqual(['headquarters.proposed']);
});

test('proposed by what was entered afterwards it calls nobody, until the criteria are weighed for now', async () => {
  const { room, weigh } = await staffed();
  await room.publishPlan();
  const happened = { at: house.clock.now().subtract({ hours: 3 }).toString(), precision: 'minute' as const };
  const weighThen = () =>
    room.within((tx) => weighHeadquarters(tx, { incidentId: room.incidentId, anyway: false, happened }));
  await room.asItWas(weighThen);
  await weighThen();
  await weighThen();
  expect(await room.rows('headquarters', 'state, proposed_at::text')).toMatchObject([{ state: 'proposed' }]);
  expect(await room.timers('summon-deciders')).toEqual([]);
  await weigh();
  await weigh();
  expect(await room.timers('summon-deciders')).toEqual([room.incidentId]);
  expect(await room.kinds('headquarters.')).toEqual(['headquarters.proposed', 'headquarters.proposed']);
});

test('declined, it is proposed again when the criteria hold again, not while they go on to hold', async () => {
  const { room, weigh, end, standing } = await staffed();
  await room.publishPlan();
  await weigh();
  const rate = (severity: number) => changeIncident(room.as('commander'), room.incidentId, { severity });
  await end();
  await rate(4);
  await weigh();
  expect(await standing()).toMatchObject([{ state: 'declined' }]);
  await rate(1);
  await weigh();
  await rate(4);
  await room.asItWas(weigh);
  await weigh();
  expect((await standing()).map(({ state }) => state)).toEqual(['declined', 'proposed']);
  await end();
  await rate(1);
  await turnIncident(room.as('commander'), room.incidentId, 'resolve', { note: '' });
  await rate(4);
  for (const anyway of [false, true])
    await room.within((tx) => weighHeadquarters(tx, { incidentId: room.incidentId, anyway }));
  // Over, nobody convenes for it.
  expect((await standing()).map(({ state }) => state)).toEqual(['declined', 'declined']);
});

test('set up by two at once it stands once, with its roles filled; a failure leaves neither it nor its roles', async () => {
  const { room, setUp, weigh, standing } = await staffed();
  await room.publishPlan();
  await weigh();
  await expect(setUp('responder')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => setUp());
  expect(
    await room.race(
      () => setUp(),
      () => setUp('chief'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await standing()).toMatchObject([{ state: 'standing', room: '3階' }]);
  expect(await room.rows('incident_role', 'role')).toEqual([{ role: 'chair' }, { role: 'lead' }]);
  expect(await room.timers('draft-brief')).toEqual([room.incidentId]);
});

test('one that stands is moved and ended; ended by two at once it ends once, and no brief is due any more', async () => {
  const { room, setUp, end, standing } = await staffed();
  const move = (briefMinutes: number) =>
    moveHeadquarters(room.as('chief'), room.incidentId, { room: '5階', bridge: '直通', briefMinutes });
  await expect(move(30)).rejects.toMatchObject({ code: 'conflict' });
  await setUp();
  await room.asItWas(() => move(0));
  await move(0);
  expect([await standing(), await room.timers('draft-brief')]).toMatchObject([[{ room: '5階' }], []]);
  await move(30);
  await room.asItWas(end);
  expect(await room.race(end, end)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await standing()).toMatchObject([{ state: 'stoodDown' }]);
  expect(await room.timers('draft-brief')).toEqual([]);
  // Moved while it is ended: it is moved first, or there is nothing to move.
  await setUp();
  const { won, lost } = await room.race(() => move(15), end);
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await room.timers('draft-brief')).toEqual([]);
});

test('briefs have numbers of their own; the timer drafts one while one waits for nobody, and only while it stands', async () => {
  const { room, setUp, briefs } = await staffed();
  const { incidentId } = room;
  const timer = () => room.within((tx) => draftNextBrief(tx, { incidentId }));
  await timer();
  expect(await briefs()).toEqual([]);
  await setUp();
  await room.asItWas(timer);
  expect(await room.race(timer, timer)).toEqual({ won: 2, lost: [] });
  expect(await briefs()).toMatchObject([{ number: 1, sent_at: null }]);
  expect(await room.rows('incident_task', 'matter')).toHaveLength(1);
  const now = (by: 'commander' | 'chief') => () => draftBriefNow(room.as(by), incidentId);
  expect(await room.race(now('commander'), now('chief'))).toEqual({ won: 2, lost: [] });
  expect((await briefs()).map(({ number }) => number)).toEqual([1, 2, 3]);
  await expect(draftBriefNow(room.as('responder'), incidentId)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a brief is sent once, in the words of whoever came first, and read once', async () => {
  const { room, briefs } = await staffed();
  await draftBriefNow(room.as('commander'), room.incidentId);
  const [draft] = await briefs();
  const send = (by: 'commander' | 'chief', readerIds = [room.ids.head]) =>
    sendBrief(room.as(by), draft?.id ?? '', { text: `${by}の文`, readerIds });
  await expect(send('chief', [room.ids.outsider])).rejects.toMatchObject({
    details: { fields: [{ field: 'readerIds' }] },
  });
  await room.asItWas(() => send('commander'));
  expect(
    await room.race(
      () => send('commander'),
      () => send('chief'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  const [sent] = await briefs();
  expect(await room.rows('message', 'kind, text')).toMatchObject([
    { kind: 'brief', text: expect.stringContaining(sent?.text ?? 'none') },
  ]);
  const read = () => readBrief(room.as('head'), draft?.id ?? '');
  await room.asItWas(read);
  expect(await room.race(read, read)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('brief.read')).toHaveLength(1);
});

test('a decision sent twice at once is one line; who decided is somebody', async () => {
  const { room } = await staffed();
  const decide = (deciderId: string = room.ids.head) =>
    recordDecision(room.as('responder'), room.incidentId, {
      question: '方針',
      options: ['待つ', '切る'],
      decision: '切る',
      basis: '',
      deciderId,
      clientId: CLIENT,
    });
  await expect(decide(CLIENT)).rejects.toMatchObject({ details: { fields: [{ field: 'deciderId' }] } });
  await room.asItWas(() => decide());
  expect(
    await room.race(
      () => decide(),
      () => decide(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('decision.')).toEqual(['decision.recorded']);
});
