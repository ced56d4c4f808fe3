import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { drawing } from '../broken-packages.ts';
import { call, sameOperator, sonae } from '../operator.ts';
import { databaseOf, type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { type Pair, peerOf, portOf, startPair } from '../two-bodies.ts';

/** Two at least, so that each side is killed. */
const ROUNDS = rounds(20, 2);
const HANGS_SECONDS = 600;
const random = drawing(Number(process.env['CRASH_SEED'] ?? 20_261_129));

let pair: Pair | undefined;
afterEach(async () => {
  await pair?.operator.stop();
  await pair?.body.stop();
});

type Side = keyof Pair;
const OTHER = { operator: 'body', body: 'operator' } as const satisfies Record<Side, Side>;

/** What is said about one event, by whom: each answers the one before. */
const STORY = [
  ['operator', 'report'],
  ['operator', 'follow-up'],
  ['body', 'question'],
  ['operator', 'answer'],
  ['body', 'verdict'],
  ['operator', 'follow-up'],
] as const satisfies readonly (readonly [Side, string])[];

interface Told {
  readonly id: string;
  readonly text: string;
}

/** Tells stories until somebody dies. @returns what was acknowledged to whoever sent it */
async function tell(
  both: Pair,
  round: number,
  acked: Record<Side, Told[]>,
  going: () => boolean,
): Promise<void> {
  const to = { operator: await peerOf(both.operator), body: await peerOf(both.body) };
  for (let story = 0; going(); story += 1) {
    let before: string | null = null;
    for (const [at, [side, kind]] of STORY.entries()) {
      const text = `${round}-${story}-${at}`;
      const attachments =
        at === 0 ? [{ name: 'log.txt', type: 'text/plain', content: btoa(text.repeat(200)) }] : [];
      const { id }: Record<string, unknown> = await call(both[side], 'POST /api/survey/packages/sent', {
        peerId: to[side],
        kind,
        payload: { text },
        inReplyTo: before,
        attachments,
      });
      before = String(id);
      acked[side].push({ id: before, text });
    }
  }
}

async function rows<Row extends object>(running: Running, text: string): Promise<Row[]> {
  const client = databaseOf(running);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

test(`two servers, one of them killed at random ${ROUNDS} times: nothing is lost, nothing doubled`, async () => {
  const both = await startPair();
  pair = both;
  const acked: Record<Side, Told[]> = { operator: [], body: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each side at least once, and otherwise as it falls.
    const side: Side =
      round < 2 ? ((['operator', 'body'] as const)[round] ?? 'body') : random() < 0.5 ? 'operator' : 'body';
    let going = true;
    const telling = tell(both, round, acked, () => going).catch(() => undefined);
    await pause(300 + random() * 1_500);
    const killed = both[side];
    await killed.stop('SIGKILL');
    going = false;
    await telling;
    both[side] = await startSonae({ folder: killed.folder, port: portOf(killed) });
    sameOperator(both[side], killed);
  }
  expect(acked.operator.length).toBeGreaterThan(ROUNDS);
  expect(acked.body.length).toBeGreaterThan(0);

  for (const side of ['operator', 'body'] as const) {
    const waiting = `SELECT id FROM survey_sent WHERE state <> 'receipted'`;
    await until(async () => (await rows(both[side], waiting)).length === 0, HANGS_SECONDS).catch(
      async (error) => {
        throw new Error(
          JSON.stringify(
            await rows(
              both[side],
              `SELECT number, state, reason, tries FROM survey_sent WHERE state <> 'receipted'`,
            ),
          ),
          { cause: error },
        );
      },
    );
    const sent = await rows<{ id: string; number: number; hash: string }>(
      both[side],
      'SELECT id, number, hash FROM survey_sent ORDER BY number',
    );
    // What was acknowledged is there, and all that is there arrived: once, in its turn, as it was signed.
    expect(acked[side].filter(({ id }) => !sent.some((each) => each.id === id))).toEqual([]);
    expect(sent.map(({ number }) => number)).toEqual(sent.map((_, at) => at + 1));
    const received = `SELECT id, number, hash FROM survey_received WHERE outcome = 'taken' ORDER BY number`;
    expect(await rows(both[OTHER[side]], received)).toEqual(sent);
    expect(await rows(both[side], `SELECT reason FROM survey_refused`)).toEqual([]);
    for (const [kind, table] of [
      ['package.sent', 'survey_sent'],
      ['package.receipted', 'survey_sent'],
      ['package.received', 'survey_received'],
    ])
      expect(
        await rows(
          both[side],
          `SELECT (SELECT count(*) FROM ledger WHERE kind = '${kind}') - (SELECT count(*) FROM ${table}) AS more`,
        ),
      ).toEqual([{ more: '0' }]);
    expect(sonae(both[side], 'ledger', 'verify')).toMatchObject({ organisations: [{ firstBreak: 'none' }] });
  }
});
