import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, restore } from '../../../database/backup.ts';
import { firstAdministrator, type Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { BASE_URL, TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { shareIncident } from '../incidents/share-incident.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { attachFile } from './attach-file.ts';
import { readAttachment } from './read-attachment.ts';
import { LARGEST_FILE_BYTES, LARGEST_INCIDENT_BYTES } from './schema.ts';

let house: TestHouse;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

/** One dot, with where it was taken in a remark. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const REMARK = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('tEXtGPS 35'), Buffer.alloc(4)]);
const TAKEN = Buffer.concat([PICTURE.subarray(0, 33), REMARK, PICTURE.subarray(33)]);
const CLIENT = '018f0000-0000-7000-8000-000000000009';
const WORDS = Buffer.from('10:01 0.2MPa\n');

type Name = Parameters<IncidentRoom['as']>[0];
const attach = (
  room: IncidentRoom,
  by: Name,
  content: Uint8Array = WORDS,
  more: { clientId?: string } = {},
) => attachFile(room.as(by), room.incidentId, { name: 'data/圧力.txt', note: '制御盤', ...more }, content);
const read = (room: IncidentRoom, by: Name, id: string) => readAttachment(room.as(by), room.incidentId, id);
const lines = (room: IncidentRoom) =>
  house.clone.query<{ body: Record<string, unknown> }>(
    `SELECT body FROM ledger WHERE incident_id = $1 AND kind = 'timeline.attached' ORDER BY seq`,
    [room.incidentId],
  );
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a picture is kept without its place, with one line that has its hash; sent twice at once it is one', async () => {
  const room = await IncidentRoom.open(house);
  await room.asItWas(() => attach(room, 'responder', TAKEN));
  const again = () => attach(room, 'responder', TAKEN, { clientId: CLIENT });
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  const { id } = await again();
  const kept = { id, name: '圧力.txt', type: 'image/png', size: PICTURE.length, sha256: sha256(PICTURE) };
  expect(await lines(room)).toMatchObject([{ body: { ...kept, note: '制御盤' } }]);
  const { content, ...told } = await read(room, 'head', id);
  expect(told).toEqual({ ...kept, incidentId: room.incidentId });
  expect(Buffer.from(content ?? []).equals(PICTURE)).toBe(true);
  expect((await readAttachment(room.as('head'), room.incidentId, id, kept.sha256)).content).toBeUndefined();
});

test('all files of an incident have a limit together, also when two come at once; one has its own', async () => {
  const room = await IncidentRoom.open(house);
  await house.clone.query(
    `INSERT INTO attachment SELECT org_id, gen_random_uuid(), id, 'x', 'text/plain', $2, '', 'x', 'x', declared_at
       FROM incident WHERE id = $1`,
    [room.incidentId, LARGEST_INCIDENT_BYTES - WORDS.length],
  );
  expect(
    await room.race(
      () => attach(room, 'responder'),
      () => attach(room, 'commander'),
    ),
  ).toEqual({ won: 1, lost: ['too-large'] });
  expect(await lines(room)).toHaveLength(1);
  await expect(attach(room, 'responder')).rejects.toThrow(/200 MB/);
  await room.declare();
  await attach(room, 'responder');
  await expect(attach(room, 'responder', new Uint8Array(LARGEST_FILE_BYTES + 1))).rejects.toThrow(/10 MB/);
  await expect(attach(room, 'responder', new Uint8Array())).rejects.toMatchObject({ code: 'malformed' });
});

test('whoever does not see the incident sees none of its files, and adds none', async () => {
  const room = await IncidentRoom.open(house);
  const other = await IncidentRoom.open(house);
  const { id } = await attach(room, 'responder');
  const missing = { code: 'not-found' };
  await expect(readAttachment(other.as('commander'), room.incidentId, id)).rejects.toMatchObject(missing);
  await expect(readAttachment(other.as('commander'), other.incidentId, id)).rejects.toMatchObject(missing);
  const outside = attachFile(other.as('commander'), room.incidentId, { name: 'a', note: '' }, WORDS);
  await expect(outside).rejects.toMatchObject(missing);
  // A contractor, before it is shared with them and after, and when it no longer is.
  const share = (shared: boolean) =>
    shareIncident(room.as('commander'), room.incidentId, room.ids.outsider, shared);
  await expect(read(room, 'outsider', id)).rejects.toMatchObject(missing);
  await expect(attach(room, 'outsider')).rejects.toMatchObject(missing);
  await share(true);
  expect((await read(room, 'outsider', id)).name).toBe('圧力.txt');
  const theirs = (await attach(room, 'outsider')).id;
  expect((await read(room, 'responder', theirs)).size).toBe(WORDS.length);
  await share(false);
  await expect(read(room, 'outsider', theirs)).rejects.toMatchObject(missing);
  // Restricted, also for those inside.
  await restrictIncident(room.as('commander'), room.incidentId, true);
  await expect(read(room, 'responder', id)).rejects.toMatchObject(missing);
  expect((await read(room, 'commander', id)).id).toBe(id);
});

test('files are in the backup and come back as they were', async () => {
  const room = await IncidentRoom.open(house);
  const { id } = await attach(room, 'responder', TAKEN);
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-attached-')), 'backup');
  const empty = await cloneDatabase();
  try {
    await backUp(house.clone.url, folder, house.clock.now());
    await restore(empty.url, folder, house.clock.now());
    const [row] = await empty.query<{ content: Buffer }>('SELECT content FROM attachment WHERE id = $1', [
      id,
    ]);
    expect(row?.content.equals(PICTURE)).toBe(true);
  } finally {
    await empty.drop();
    fs.rmSync(path.dirname(folder), { recursive: true });
  }
});

async function door() {
  const { body } = await admin.send('POST', '/api/respond/incidents', {
    title: '弁',
    severity: 2,
    page: false,
  });
  const url = `/api/respond/incidents/${body['id']}/attachments`;
  const ask = async (method: 'GET' | 'POST', at: string, more: object = {}, headers: object = {}) => {
    const answer = await house.assembly.http?.inject({
      method,
      url: at,
      headers: {
        ...{ origin: BASE_URL, cookie: admin.cookie, 'accept-language': 'en' },
        ...(method === 'POST' && { 'content-type': 'application/octet-stream' }),
        ...headers,
      },
      ...more,
    });
    if (!answer) throw new Error('no door');
    return answer;
  };
  const send = (name: string, payload: Buffer, headers: object = {}) =>
    ask('POST', `${url}?name=${encodeURIComponent(name)}`, { payload }, headers);
  const get = (id: string, headers: object = {}) => ask('GET', `${url}/${id}`, {}, headers);
  return { url, ask, send, get };
}

test('nothing that is handed in runs in a browser; what is no picture is only downloaded', async () => {
  const { send, get } = await door();
  for (const [name, payload, type, how] of [
    ['圧力 (1).png', TAKEN, 'image/png', 'inline'],
    ['x.png', Buffer.from('<svg onload="alert(1)"/>'), 'application/octet-stream', 'attachment'],
    ['x.html', Buffer.from('<script>alert(1)</script>'), 'application/octet-stream', 'attachment'],
    ['x.js', Buffer.from('alert(1)'), 'text/plain; charset=utf-8', 'attachment'],
    ['x.pdf', Buffer.from('%PDF-1.7'), 'application/pdf', 'attachment'],
  ] as const) {
    const { id } = (await send(name, payload, { 'content-type': 'text/html' })).json() as { id: string };
    const { headers } = await get(id);
    expect([name, headers['content-type']]).toEqual([name, type]);
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^${how}; filename="[\\w .-]+"; filename\\*=UTF-8''`),
    );
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    const known = await get(id, { 'if-none-match': headers['etag'] });
    expect([known.statusCode, known.body]).toEqual([304, '']);
  }
});

test('what cannot be taken says why: too large by its limit, without a name, from another site, by nobody', async () => {
  const { send, get, ask, url } = await door();
  const eleven = await send('x.png', Buffer.alloc(11 * 1024 * 1024));
  expect([eleven.statusCode, eleven.json().detail]).toEqual([413, expect.stringContaining('10 MB')]);
  expect((await send('a\u0000b', WORDS)).statusCode).toBe(422);
  expect((await send(' ', WORDS)).json().errors).toMatchObject([{ field: 'name' }]);
  expect((await send('x', Buffer.alloc(0))).statusCode).toBe(400);
  expect((await send('x', WORDS, { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  expect((await ask('POST', `${url}?name=x`, { payload: WORDS }, { cookie: '' })).statusCode).toBe(401);
  const { id } = (await send('../../\u202eetc/pass"wd', WORDS)).json() as { id: string };
  expect((await get(id)).headers['content-disposition']).toBe(
    `attachment; filename="pass_wd"; filename*=UTF-8''pass%22wd`,
  );
  expect((await get(id, { cookie: '' })).statusCode).toBe(401);
  expect((await get(CLIENT)).statusCode).toBe(404);
  expect((await get('nonsense')).statusCode).toBe(404);
});
