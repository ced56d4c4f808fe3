import { afterEach, expect, test } from 'vitest';
import { confirmKey } from '../../areas/survey/exchange/confirm-key.ts';
import { cardOf, readPackage } from '../../areas/survey/exchange/index.ts';
import { keepPeer } from '../../areas/survey/exchange/keep-peer.ts';
import { makeKey } from '../../areas/survey/exchange/make-key.ts';
import { ownKey } from '../../areas/survey/exchange/own-key.ts';
import { outgoing } from '../../areas/survey/exchange/schema.ts';
import { sendPackage } from '../../areas/survey/exchange/send-package.ts';
import { KINDS } from '../../areas/survey/kinds.ts';
import { reading } from '../../database/transaction.ts';
import { letIn } from '../attack/ground.ts';
import { brokenPackages } from '../broken-packages.ts';
import { StoryClock } from '../clock.ts';
import { BASE_URL, TestHouse } from '../house.ts';
import { freePort } from '../processes.ts';
import { rounds } from '../rounds.ts';

const houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

interface Place {
  readonly house: TestHouse;
  readonly port: number;
  readonly orgId: string;
}

/** A Sonae that listens at an address of its own, with an organisation that has a key. */
async function open(): Promise<Place> {
  const port = await freePort();
  const house = await TestHouse.open({ role: 'all', baseUrl: `http://127.0.0.1:${port}` });
  houses.push(house);
  await house.assembly.http?.listen({ host: '127.0.0.1', port });
  return { house, port, orgId: await found(house) };
}
/** One that nobody reaches by network. */
async function behindADoor(): Promise<Place> {
  // Sessions end by the machine's clock, and so the story begins now.
  const house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  houses.push(house);
  return { house, port: 0, orgId: await found(house) };
}
async function found(house: TestHouse): Promise<string> {
  const orgId = await house.organisation();
  await makeKey(house.system(orgId));
  return orgId;
}
const ownCard = ({ house, orgId }: Pick<Place, 'house' | 'orgId'>) => {
  const ctx = house.system(orgId);
  return reading(ctx, (trx) => cardOf(trx, ctx));
};
async function pin(one: Place, other: Place, allowInner: boolean): Promise<void> {
  const { card, fingerprint } = await ownCard(other);
  const ctx = one.house.system(one.orgId);
  await keepPeer(ctx, { card: card ?? '', allowInner, via: null });
  await confirmKey(ctx, other.orgId, fingerprint ?? '');
}
const send = async (from: Place, to: Place, kind = 'message'): Promise<string> => {
  const ctx = from.house.system(from.orgId);
  const wanted = outgoing.parse({ peerId: to.orgId, kind, payload: { title: '停止' } });
  return (await sendPackage(ctx, KINDS, wanted)).id;
};
const stateOf = async ({ house }: Place, id: string): Promise<{ state?: string; reason?: string }> =>
  (
    await house.clone.query<{ state: string; reason: string }>(
      'SELECT state, reason FROM survey_sent WHERE id = $1',
      [id],
    )
  )[0] ?? {};
const until = (place: Place, id: string, state: string) =>
  place.house.until(async () => (await stateOf(place, id)).state === state);
const received = ({ house, orgId }: Place) =>
  house.clone.query('SELECT kind, number FROM survey_received WHERE org_id = $1 ORDER BY peer_id, number', [
    orgId,
  ]);

test('between two servers a package is sent, taken and receipted; a server that was away gets what waited, in its order', async () => {
  const [a, b] = [await open(), await open()];
  await pin(a, b, true);
  await pin(b, a, true);
  await until(a, await send(a, b), 'receipted');
  await until(b, await send(b, a), 'receipted');
  expect(await received(b)).toEqual([{ kind: 'message', number: 1 }]);

  const { server } = b.house.assembly.http ?? {};
  await new Promise((resolve) => {
    server?.close(resolve);
    server?.closeAllConnections();
  });
  const waiting = [await send(a, b), await send(a, b)];
  await a.house.until(async () => (await stateOf(a, waiting[0] ?? '')).reason === 'no-connection');
  // For days, with the same few tries however much is sent.
  a.house.clock.advance({ hours: 72 });
  const [first] = await a.house.until(async () => {
    const rows = await a.house.clone.query<{ fails: number }>(
      'SELECT fails FROM survey_peer WHERE fails > 1',
    );
    return rows.length > 0 && rows;
  });
  expect(first?.fails).toBeLessThan(4);
  await new Promise<void>((resolve) => server?.listen(b.port, '127.0.0.1', resolve));
  a.house.clock.advance({ hours: 1 });
  for (const id of waiting) await until(a, id, 'receipted');
  expect(await received(b)).toEqual([
    { kind: 'message', number: 1 },
    { kind: 'message', number: 2 },
    { kind: 'message', number: 3 },
  ]);
});

test('two organisations of one installation meet at its own door; an address inside is gone to only where it is allowed', async () => {
  const a = await open();
  const b = { ...a, orgId: await found(a.house) };
  await pin(a, b, false);
  await pin(b, a, false);
  await until(a, await send(a, b), 'receipted');
  expect(await received(b)).toEqual([{ kind: 'message', number: 1 }]);
  const lines = await a.house.clone.query(
    `SELECT kind FROM ledger WHERE org_id = $1 AND kind LIKE 'package.%' ORDER BY seq`,
    [a.orgId],
  );
  expect(lines.map(({ kind }) => kind)).toEqual(['package.sent', 'package.receipted']);

  const inside = await open();
  const { card } = await ownCard(inside);
  await expect(
    keepPeer(a.house.system(a.orgId), { card: card ?? '', allowInner: false, via: null }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'card' }] } });
});

const MOST = rounds(1_000, 100);
test(`at the door each of ${MOST} broken packages gets a clear answer, and nothing of it is kept`, async () => {
  const [a, b] = [await open(), await open()];
  await pin(b, a, true);
  const ctx = a.house.system(a.orgId);
  const own = await reading(ctx, (trx) => ownKey(trx, ctx.instance));
  if (!own) throw new Error('no key');
  const envelope = {
    id: ctx.newId(),
    kind: 'message',
    sender: { id: a.orgId, name: '甲', key: own.print },
    recipient: { id: b.orgId, name: '乙' },
    madeAt: ctx.now.toString(),
    number: 1,
    previous: '',
    inReplyTo: null,
    payload: { title: '停止' },
  };
  const before = await b.house.clone.query('SELECT in_number FROM survey_peer');
  const statuses = new Set<number>();
  const http = b.house.assembly.http;
  let at = 0;
  for (const { way, bytes } of brokenPackages(MOST, own.key, envelope, 20_261_130)) {
    at += 1;
    const answer = await http?.inject({
      method: 'POST',
      url: `/in/packages/${b.orgId}`,
      // From many places: how many one may send is a matter of its own.
      remoteAddress: `10.0.${at >> 8}.${at & 255}`,
      headers: { 'content-type': 'application/vnd.sonae.package', 'accept-language': at % 2 ? 'ja' : 'en' },
      payload: bytes,
    });
    statuses.add(answer?.statusCode ?? 0);
    const said = answer?.json<{ reason?: string; detail?: string; status: number }>();
    expect([way, said?.status]).toEqual([way, answer?.statusCode]);
    expect([way, said?.detail]).toEqual([way, expect.stringMatching(at % 2 ? /[ぁ-ん]/ : /^[A-Z]/)]);
  }
  expect([...statuses].sort()).toEqual([413, 422]);
  expect(await received(b)).toEqual([]);
  expect(await b.house.clone.query('SELECT in_number FROM survey_peer')).toEqual(before);
  const refused = await b.house.clone.query<{ count: string }>('SELECT count(*) FROM survey_refused');
  expect(Number(refused[0]?.count)).toBeLessThan(60);
  // For nobody, to nobody: as little is said as of any address that is none.
  for (const url of [`/in/packages/${ctx.newId()}`, '/in/packages/x'])
    expect((await http?.inject({ method: 'POST', url, payload: 'x' }))?.statusCode).toBe(404);
  const typed = `/in/packages/${b.orgId.toUpperCase()}`;
  expect((await http?.inject({ method: 'POST', url: typed, payload: 'x' }))?.statusCode).toBe(422);
});

test('where no network leads a package goes as a file, and its receipt comes back as one', async () => {
  const a = await behindADoor();
  const b = { ...a, orgId: await found(a.house) };
  await pin(a, b, true);
  await pin(b, a, true);
  await a.house.clone.query(`UPDATE survey_peer SET address = ''`);
  const id = await send(a, b);
  expect(await stateOf(a, id)).toMatchObject({ state: 'by-hand' });
  const [{ visitor: sender }, { visitor: reader }] = [
    await letIn(a.house, a.orgId, ['administrator']),
    await letIn(b.house, b.orgId, ['secretariat']),
  ];
  const hand = async (place: Place, visitor: typeof sender, payload: Buffer | string) =>
    place.house.assembly.http?.inject({
      method: 'POST',
      url: '/api/survey/packages/received',
      headers: {
        cookie: visitor.cookie,
        origin: BASE_URL,
        'content-type': 'application/octet-stream',
      },
      payload,
    });
  const file = await sender.send('GET', `/api/survey/packages/sent/${id}/file`);
  expect(file.headers['content-disposition']).toBe('attachment; filename="sonae-message-1.sonae"');
  expect((await hand(b, reader, file.text.replace('停止', '稼働')))?.statusCode).toBe(422);
  expect((await hand(b, reader, file.text))?.json()).toMatchObject({
    packageId: id,
    outcome: 'taken',
    receipted: true,
  });
  expect((await hand(b, reader, file.text))?.json()).toMatchObject({ again: true });
  const content = await reader.send('GET', `/api/survey/packages/received/${id}`);
  expect(content.body).toMatchObject({ kind: 'message', payload: { title: '停止' } });
  const receipt = await reader.send('GET', `/api/survey/packages/received/${id}/receipt`);
  expect(readPackage(Buffer.from(receipt.text)).envelope).toMatchObject({ kind: 'receipt', inReplyTo: id });
  expect((await hand(a, sender, receipt.text))?.json()).toMatchObject({ packageId: id, receipted: false });
  expect(await stateOf(a, id)).toMatchObject({ state: 'receipted' });
  const { body } = await reader.send('GET', '/api/survey/packages/refused');
  expect(body).toMatchObject({ packages: [{ reason: 'tampered', door: 'file' }] });
  const stranger = (await letIn(b.house, b.orgId, ['responder'])).visitor;
  for (const path of ['sent', 'received', 'refused'])
    expect((await stranger.send('GET', `/api/survey/packages/${path}`)).status).toBe(403);
  expect((await stranger.send('GET', `/api/survey/packages/received/${id}/receipt`)).status).toBe(403);
});
