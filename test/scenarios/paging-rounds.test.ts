import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCard } from '../../areas/prepare/contact-cards/read-card.ts';
import { keepCard } from '../../areas/prepare/contact-routes/keep-card.ts';
import { verifyByHand } from '../../areas/prepare/contact-routes/verify-by-hand.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import { MOST_ROUNDS } from '../../areas/respond/paging/rules.ts';
import type { PageView } from '../../areas/respond/paging/schema.ts';
import { DEFAULT_WAIT_SECONDS } from '../../areas/respond/paging/schema.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { signatureOf } from '../../channels/sms-voice/provider.ts';
import { type Asked, Gateway } from '../gateway.ts';
import { BASE_URL } from '../house.ts';
import { Mailbox } from '../mailbox.ts';
import { rounds } from '../rounds.ts';
import { Stage } from './played/staged.ts';

const ROUNDS = rounds(20, 3);
const TOKEN = 'token';
const PEOPLE = ['one', 'two', 'three'];
const WAIT_SECONDS = DEFAULT_WAIT_SECONDS;

let stage: Stage;
let gateway: Gateway;
let mailbox: Mailbox;

/** The same numbers every time: a round that fails can be played again. */
const dice = (round: number, what: string): number =>
  createHash('sha256').update(`${round} ${what}`).digest().readUInt32BE(0) / 2 ** 32;

beforeEach(async () => {
  stage = await Stage.open();
  gateway = await Gateway.open();
  mailbox = await Mailbox.open();
  const system = () => stage.house.system(stage.orgId);
  for (const name of PEOPLE) await stage.person(name, 'commander');
  await setDuty(system(), { personIds: PEOPLE.map((name) => stage.idOf(name)) });
  const provider = { baseUrl: gateway.url, account: 'AC1', token: TOKEN, from: '+815012345678' };
  await configureChannel(system(), 'sms', { ...provider, allowInner: true });
  await configureChannel(system(), 'voice', { ...provider, allowInner: true });
  await configureChannel(system(), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  for (const [n, name] of PEOPLE.entries()) {
    const routes = [
      { kind: 'sms' as const, address: `+8190000000${n}`, note: '' },
      { kind: 'phone' as const, address: `+8190000000${n}`, note: '' },
    ];
    await keepCard(system(), stage.idOf(name), { routes, quiet: null });
    for (const { id } of (await readCard(system(), stage.idOf(name))).routes)
      await verifyByHand(system(), stage.idOf(name), id);
  }
});
afterEach(async () => {
  await stage.close();
  await gateway.close();
  await mailbox.close();
});

const latest = async (): Promise<PageView> => {
  const { pages } = await pagesWithAttempts(stage.house.system(stage.orgId), { state: 'any', limit: 1 });
  if (!pages[0]) throw new Error('no page');
  return pages[0];
};

/** Declares, and waits until somebody is asked. */
async function paged(round: number): Promise<PageView> {
  const { id } = await declareIncident(stage.house.system(stage.orgId), {
    title: `停止 ${round}`,
    severity: 3,
  });
  return stage.house.until(async () => {
    const page = await latest().catch(() => undefined);
    return page?.incidentId === id && page.attempts.length > 0 && page;
  });
}

const MOVING = `kind IN ('escalate-page', 'next-route', 'retry-urgent', 'send-bundle')`;

/** How things stand, in one look: what is due or on its way, and when the next thing is due. */
async function look(): Promise<{
  state: string;
  busy: boolean;
  next: Temporal.Instant | undefined;
}> {
  const now = `'${stage.house.clock.now()}'::timestamptz`;
  const [row] = await stage.house.clone.query<{
    state: string;
    busy: boolean;
    next: string | null;
  }>(
    `SELECT p.state,
       EXISTS (SELECT 1 FROM timer WHERE (${MOVING} OR kind IN ('audit-pages', 'start-page')) AND due_at <= ${now})
       OR EXISTS (SELECT 1 FROM pgboss.job WHERE name LIKE 'deliver-%' AND state < 'completed')
       OR EXISTS (SELECT 1 FROM message m WHERE m.about = p.id::text
         AND (m.state = 'sending' OR m.state = 'queued' AND m.tries = 0)) AS busy,
       (SELECT to_char(min(due_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') FROM timer WHERE ${MOVING}) AS next
     FROM page p ORDER BY p.id DESC LIMIT 1`,
  );
  if (!row) throw new Error('no page');
  return { ...row, next: row.next ? Temporal.Instant.from(row.next) : undefined };
}

/** Nothing is on its way any more: what is to happen next waits for the clock. */
async function settled(): ReturnType<typeof look> {
  for (;;) {
    while (await stage.house.assembly.timers.runOne());
    const seen = await look();
    if (!seen.busy) return seen;
  }
}

/** Moves the clock from one thing that is due to the next until everybody of the round was asked. */
async function toTheEndOfTheRound(): Promise<void> {
  for (;;) {
    const { state, next } = await settled();
    if (state !== 'seeking') return;
    if (!next) throw new Error('the page seeks an answer and nothing is set to move it');
    stage.house.clock.set(next);
  }
}
const nextRoundIn = async (): Promise<number | undefined> => {
  const [row] = await stage.house.clone.query<{ at: string }>(
    `SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') AS at FROM timer WHERE kind = 'page-round'
     ORDER BY due_at LIMIT 1`,
  );
  return row && Temporal.Instant.from(row.at).since(stage.house.clock.now()).total('seconds');
};

/** Moves the clock from one thing that is due to the next until the page has ended. @returns how long it took */
async function toItsEnd(): Promise<number> {
  for (let seconds = 0; ; ) {
    const { state, next } = await settled();
    if (state !== 'seeking') {
      // That everybody is asked again later has a test of its own; here each round stands for itself.
      await stage.house.clone.query(
        `UPDATE page SET rounds = ${MOST_ROUNDS} WHERE state = 'exhausted'; DELETE FROM timer WHERE kind = 'page-round'`,
      );
      return seconds;
    }
    if (!next) throw new Error('the page seeks an answer and nothing is set to move it');
    seconds += next.since(stage.house.clock.now()).total('seconds');
    stage.house.clock.set(next);
  }
}

/** What holds after whatever happened: everybody asked in turn, by each route at most once, each deed told once. */
async function nothingLostOrDoubled(): Promise<void> {
  const { pages } = await pagesWithAttempts(stage.house.system(stage.orgId), { state: 'any', limit: 200 });
  const told = await stage.house.clone.query<{ kind: string; page: string; attempt: string; n: number }>(
    `SELECT kind, body->>'pageId' AS page, coalesce(body->>'attemptId', '') AS attempt, count(*)::int AS n
     FROM ledger WHERE kind LIKE 'page.%' AND kind <> 'page.repaired' GROUP BY 1, 2, 3`,
  );
  expect(pages).toHaveLength(ROUNDS);
  for (const page of pages) {
    expect(page.state).toBe('exhausted');
    const asked = page.attempts.map(({ step, channel }) => `${step} ${channel}`);
    expect([...new Set(asked)]).toHaveLength(asked.length);
    for (const step of [0, 1, 2])
      expect(page.attempts.find((a) => a.step === step)?.personId).toBe(stage.idOf(PEOPLE[step] ?? ''));
    const of = (kind: string) => told.filter((line) => line.page === page.id && line.kind === kind);
    expect(of('page.started').map(({ n }) => n)).toEqual([1]);
    expect(of('page.exhausted').map(({ n }) => n)).toEqual([1]);
    expect(of('page.escalated').map(({ n }) => n)).toEqual([2]);
    expect(
      of('page.attempted')
        .map(({ attempt }) => attempt)
        .sort(),
    ).toEqual(page.attempts.map(({ id }) => id).sort());
    for (const { attempt, n, kind } of told.filter((line) => line.page === page.id && line.attempt))
      expect([kind, attempt, n]).toEqual([kind, attempt, 1]);
  }
}

test(`the provider down in ${ROUNDS} rounds: every person is reached by the way that works, and nothing says otherwise`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    gateway.answers.Messages = dice(round, 'sms') < 0.5 ? 503 : 400;
    gateway.answers.Calls = dice(round, 'voice') < 0.5 ? 503 : 400;
    await paged(round);
    await toItsEnd();
    // Bundles of one round do not wait for those of the last.
    stage.house.clock.advance({ minutes: 10 });
  }
  await nothingLostOrDoubled();
  const { pages } = await pagesWithAttempts(stage.house.system(stage.orgId), { state: 'any', limit: 200 });
  for (const { attempts } of pages) {
    expect(attempts.map(({ step, channel, state }) => `${step} ${channel} ${state}`)).toEqual(
      [0, 1, 2].flatMap((n) => [`${n} sms failed`, `${n} voice failed`, `${n} email accepted`]),
    );
  }
  expect(mailbox.mails).toHaveLength(ROUNDS * PEOPLE.length);
});

test(`the provider lies in ${ROUNDS} rounds: delivered is never an answer, and what comes late or forged changes nothing`, async () => {
  const say = async (asked: Asked, params: Record<string, string>, token = TOKEN): Promise<number> => {
    const url = String(asked.params['StatusCallback']);
    const answer = await stage.house.assembly.http?.inject({
      method: 'POST',
      url: url.slice(BASE_URL.length),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signatureOf(token, { url, params }),
      },
      payload: new URLSearchParams(params).toString(),
    });
    return answer?.statusCode ?? 0;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await paged(round);
    const asked = await gateway.next();
    await settled();
    // Says that it arrived, twice, then that it did not, then again that it did; none of it is true.
    const lies = ['delivered', 'sent', 'delivered', 'undelivered', 'delivered'].filter(
      (_, n) => dice(round, `lie ${n}`) < 0.8,
    );
    for (const word of lies) expect(await say(asked, { MessageStatus: word })).toBe(200);
    expect(await say(asked, { MessageStatus: 'delivered' }, 'not the token')).toBe(401);
    await toItsEnd();
    while (gateway.unread.length > 0) {
      const late = await gateway.next();
      // Long after: nobody is called any more.
      if (late.what === 'Messages') await say(late, { MessageStatus: 'delivered' });
    }
    stage.house.clock.advance({ minutes: 10 });
  }
  await nothingLostOrDoubled();
  // It took messages that never came: a step whose text and call say nothing goes on to mail, or to the next person.
  const { pages } = await pagesWithAttempts(stage.house.system(stage.orgId), { state: 'any', limit: 200 });
  expect(pages.every(({ answers }) => answers.length === 0)).toBe(true);
});

test(`the clock is set in ${ROUNDS} rounds, hours on or hours back: nobody waits longer than was meant`, async () => {
  const { clock } = stage.house;
  for (let round = 0; round < ROUNDS; round += 1) {
    await paged(round);
    await settled();
    for (let jump = 0; jump < 2; jump += 1) {
      const minutes = Math.round((dice(round, `jump ${jump}`) - 0.5) * 600);
      clock.set(clock.now().add({ minutes }));
      stage.house.assembly.timers.wake();
      await stage.house.until(async () => {
        const [late] = await stage.house.clone.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM timer WHERE kind IN ('escalate-page', 'next-route') AND due_at > '${clock.now().add({ seconds: WAIT_SECONDS })}'`,
        );
        return late?.n === 0;
      });
      await settled();
    }
    const waited = await toItsEnd();
    // Set back twice, each step may begin its wait again; never the hours the clock was set by.
    expect(waited).toBeLessThanOrEqual(5 * WAIT_SECONDS);
    clock.advance({ minutes: 10 });
  }
  await nothingLostOrDoubled();
});

test('while a provider takes nothing the next round is soon and not counted; as soon as anything is taken everybody is asked', async () => {
  Object.assign(gateway.answers, { Messages: 503, Calls: 503 });
  await mailbox.close();
  await paged(0);
  const pauses: number[] = [];
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    await toTheEndOfTheRound();
    const pause = await nextRoundIn();
    pauses.push(Math.round(pause ?? Number.NaN));
    if (round === MOST_ROUNDS) break;
    stage.house.clock.advance({ seconds: Math.ceil(pause ?? 0) });
    await stage.house.until(async () => (await latest()).state === 'seeking');
  }
  // More rounds than people are asked in, for nobody was.
  expect(pauses).toEqual([15, 23, 34, 51, 76]);
  Object.assign(gateway.answers, { Messages: 201, Calls: 201 });
  const system = stage.house.system(stage.orgId);
  const before = (await latest()).attempts.length;
  const waiting = await latest();
  // Somebody else's message is the first that is taken again.
  await declareIncident(system, { title: '別件', severity: 3 });
  await settled();
  // What follows a message to the same address waits a moment; the next round by itself would wait longer.
  stage.house.clock.advance({ seconds: 35 });
  await stage.house.until(async () => {
    while (await stage.house.assembly.timers.runOne());
    const { pages } = await pagesWithAttempts(stage.house.system(stage.orgId), { state: 'any', limit: 5 });
    const page = pages.find(({ id }) => id === waiting.id);
    return page?.state === 'seeking' && page.attempts.length > before;
  });
  mailbox = await Mailbox.open();
}, 60_000);
