import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute, type Key } from '../../../test/route-caller.ts';
import { value } from '../../../test/told-report.ts';
import { listContracts } from '../../contract.ts';
import { CONTRACTS } from '../../contracts.ts';
import { FACTS } from '../../facts.ts';
import { permissionsOf, type Role } from '../../roles.ts';
import { reportContent } from '../content/schema.ts';
import { KINDS } from '../kinds.ts';
import { beginOwn, saveOwn } from '../reporting/begin-own.ts';
import { sendOwn } from '../reporting/send-own.ts';
import { confirmKey } from './confirm-key.ts';
import { keepPeer } from './keep-peer.ts';
import { makeKey } from './make-key.ts';
import { cardOf } from './own-card.ts';
import { attachmentFile, receiptFile, sentFile } from './read-file.ts';
import { receivePackage } from './receive-package.ts';

/** Stands in the report that was sent and in the name of who sent it, and nowhere else. */
const MARK = 'zqxwv';

let house: TestHouse;
let bodyId: string;
let operatorId: string;
let packageId: string;
let reportId: string;
beforeAll(async () => {
  house = await TestHouse.open();
  const member = async (name: string) => {
    const id = await house.organisation(name);
    const ctx = house.as(id, await house.person(id, ['administrator']), ['administrator']);
    await makeKey(ctx);
    return { id, ctx, own: await reading(ctx, (trx) => cardOf(trx, ctx)) };
  };
  const [operator, body] = [await member(`${MARK}電力`), await member('国の調査室')];
  for (const [one, other] of [
    [operator, body],
    [body, operator],
  ] as const) {
    await keepPeer(one.ctx, { card: other.own.card ?? '', allowInner: false, via: null });
    await confirmKey(one.ctx, other.id, other.own.fingerprint ?? '');
  }
  [operatorId, bodyId] = [operator.id, body.id];
  const content = reportContent.parse({
    operator: { name: `${MARK}電力` },
    sector: value('power'),
    eventType: value('unavailable'),
    outline: value(`${MARK}の停止`),
    times: { noticed: value({ at: '2026-01-05T09:00:00+09:00' }) },
  });
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: bodyId });
  await saveOwn(operator.ctx, id, { content, peerId: bodyId, seen: 0 });
  ({ packageId } = await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 }));
  const [sent] = await house.clone.query<{ content: Buffer }>('SELECT content FROM sonae.survey_sent WHERE id = $1', [packageId]); // biome-ignore format: one line
  await receivePackage(house.system(bodyId), KINDS, sent?.content ?? Buffer.alloc(0), 'file');
  const [report] = await house.clone.query<{ id: string }>('SELECT id FROM sonae.survey_report');
  reportId = report?.id ?? '';
});
afterAll(() => house.close());

const someone = async (orgId: string, ...roles: Role[]): Promise<Context> =>
  house.as(orgId, await house.person(orgId, roles), roles);

/** Every address that answers that person with something of the report, whichever of its ids they ask by. */
async function leaks(ctx: Context): Promise<string[]> {
  const found = new Set<string>();
  const keys = listContracts(CONTRACTS).map(({ key }) => key as Key);
  for (const id of [packageId, reportId, newId()])
    for (const key of keys.filter((each) => each.startsWith('GET '))) {
      const asked = { params: { id, version: 1, list: 'sectors' }, query: { search: MARK, q: MARK } };
      const answer = await callRoute(ctx, key, asked as never).catch(() => undefined);
      if (JSON.stringify(answer ?? null).includes(MARK)) found.add(key);
    }
  return [...found].toSorted();
}

test('of a report that came as a package a rater reads nothing, by no address and no file; the desk does', async () => {
  const desk = await leaks(await someone(bodyId, 'secretariat'));
  expect(desk).toContain('GET /api/survey/packages/received/:id');
  expect(desk).toContain('GET /api/survey/reports/:id');
  const rater = await someone(bodyId, 'rater');
  expect(await leaks(rater)).toEqual([]);
  for (const file of [sentFile, receiptFile, (ctx: Context, id: string) => attachmentFile(ctx, KINDS, id, 0)])
    await expect(file(rater, packageId)).rejects.toMatchObject({ code: 'forbidden' });
});

test('who responds at the operator reads nothing of what it reports, nor does anybody of a third organisation', async () => {
  const thirdId = await house.organisation();
  // What an organisation is called stands on every page of its own people.
  const ofOwnName = (key: string) => /organisation|\/api\/me\b/.test(key);
  for (const ctx of [
    await someone(operatorId, 'responder'),
    await someone(operatorId, 'rater'),
    await someone(thirdId, 'administrator'),
    await someone(bodyId, 'responder'),
  ])
    expect((await leaks(ctx)).filter((key) => !ofOwnName(key))).toEqual([]);
});

test('no line of the record tells a rater who reported, asked or was sent anything', () => {
  const read = permissionsOf(['rater']);
  const seen = Object.entries(FACTS)
    .filter(([, { read: needs }]) => read.has(needs))
    .map(([kind]) => kind)
    .filter((kind) => /^(survey|own-report|peer|package|exchange)\b/.test(kind));
  expect(seen.toSorted()).toEqual([
    'survey.candidates-listed',
    'survey.criteria-kept',
    'survey.cycle-changed',
    'survey.cycle-opened',
    'survey.cycle-turned',
    'survey.deadlines-kept',
    'survey.list-kept',
    'survey.report-published',
    'survey.selection-signed',
  ]);
});
