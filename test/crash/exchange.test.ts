import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { drawing } from '../broken-packages.ts';
import { call, sameOperator, sonae } from '../operator.ts';
import { databaseOf, type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { NEEDED, value } from '../told-report.ts';
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

const content = (title: string, more: object = {}) => ({
  ...NEEDED,
  title,
  ...more,
});

/** What was acknowledged to whoever did it. */
interface Acked {
  readonly sent: string[];
  readonly asked: string[];
  readonly answered: string[];
}

/** A first report, a follow-up, a question, its answer, a verdict and the final report, until somebody dies. */
async function tell(both: Pair, round: number, acked: Acked, going: () => boolean): Promise<void> {
  const { operator, body } = both;
  const peerId = await peerOf(operator);
  const seen = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (!going()) throw new Error('over');
      await pause(20);
    }
  };
  for (let story = 0; going(); story += 1) {
    const title = `事案${round}の${story}`;
    const { id }: Record<string, unknown> = await call(operator, 'POST /api/survey/own-reports', { peerId });
    let saved = 0;
    const send = async (stage: string, more: object = {}): Promise<void> => {
      await call(operator, `PUT /api/survey/own-reports/${id}`, {
        content: content(title, more),
        peerId,
        seen: saved,
      });
      saved += 1;
      const sent = await call(operator, `POST /api/survey/own-reports/${id}/sending`, { stage, seen: saved });
      acked.sent.push(String(sent['packageId']));
    };
    const own = () => call(operator, `GET /api/survey/own-reports/${id}`);
    const taken = (version: number) =>
      seen(async () =>
        ((await own())['versions'] as { version: number; outcome: string | null }[]).find(
          (each) => each.version === version && each.outcome === 'taken',
        ),
      );
    await send('first');
    await taken(1);
    await send('followUp', { outline: value('約300台が停止') });
    const report = await seen(async () => {
      const found = await call(body, `GET /api/survey/reports?search=${encodeURIComponent(title)}`);
      return (found['reports'] as { id: string }[])[0];
    });
    const asked = await call(body, `POST /api/survey/reports/${report.id}/questions`, {
      text: '復旧はいつですか',
    });
    acked.asked.push(String(asked['id']));
    await seen(async () => ((await own())['questions'] as unknown[])[0]);
    await call(operator, `POST /api/survey/own-questions/${asked['id']}/answer`, {
      reportId: id,
      answer: '翌日',
    });
    acked.answered.push(String(asked['id']));
    await taken(2);
    await send('final', { outline: value('約300台が停止'), measures: value('再試行の間隔を見直す') });
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
  const acked: Acked = { sent: [], asked: [], answered: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each side at least once, and otherwise as it falls.
    const side: Side =
      round < 2 ? ((['operator', 'body'] as const)[round] ?? 'body') : random() < 0.5 ? 'operator' : 'body';
    let going = true;
    const telling = tell(both, round, acked, () => going).catch(() => undefined);
    await pause(500 + random() * 3_500);
    const killed = both[side];
    await killed.stop('SIGKILL');
    going = false;
    await telling;
    both[side] = await startSonae({ folder: killed.folder, port: portOf(killed) });
    sameOperator(both[side], killed);
  }
  expect(acked.sent.length).toBeGreaterThan(ROUNDS);
  expect(acked.asked.length).toBeGreaterThan(0);

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
    if (side === 'operator')
      expect(acked.sent.filter((id) => !sent.some((each) => each.id === id))).toEqual([]);
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
  // Each report, version, question and answer stands on both sides, once.
  const operator = <Row extends object>(text: string) => rows<Row>(both.operator, text);
  const body = <Row extends object>(text: string) => rows<Row>(both.body, text);
  expect(await body('SELECT peer_ref AS id, version, title FROM survey_report ORDER BY peer_ref')).toEqual(
    await operator('SELECT id, version, title FROM own_report WHERE version > 0 ORDER BY id'),
  );
  expect(
    await body(
      'SELECT r.peer_ref AS id, v.version, v.content::text FROM survey_report_version v JOIN survey_report r ON r.org_id = v.org_id AND r.id = v.report_id ORDER BY 1, 2',
    ),
  ).toEqual(
    await operator('SELECT report_id AS id, version, content::text FROM own_report_version ORDER BY 1, 2'),
  );
  const questions = 'SELECT id, number, answer FROM ';
  const asked = await operator<{ id: string; answer: string | null }>(
    `${questions} own_question ORDER BY id`,
  );
  expect(await body(`${questions} survey_question ORDER BY id`)).toEqual(asked);
  expect(acked.asked.filter((id) => !asked.some((each) => each.id === id))).toEqual([]);
  expect(
    acked.answered.filter((id) => !asked.some((each) => each.id === id && each.answer !== null)),
  ).toEqual([]);
});
