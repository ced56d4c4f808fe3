import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, restore } from '../../../database/backup.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { firstAdministrator, type Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { BASE_URL, TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { LARGEST_MARK_BYTES, LARGEST_MARK_SIDE } from './schema.ts';
import { removeMark, setMark } from './set-mark.ts';

let house: TestHouse;
let admin: Visitor;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(() => house.close());

/** One dot, and the same with where it was taken in a remark. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const REMARK = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('tEXtGPS 35'), Buffer.alloc(4)]);
const TAKEN = Buffer.concat([DOT.subarray(0, 33), REMARK, DOT.subarray(33)]);
const SHA = createHash('sha256').update(DOT).digest('hex');
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

async function own() {
  const orgId = await house.organisation();
  const as = async (...roles: Role[]) => house.as(orgId, await house.person(orgId, roles), roles);
  const rows = () =>
    house.clone.query<{ sha256: string; content: Buffer }>(
      'SELECT sha256, content FROM organisation_mark WHERE org_id = $1',
      [orgId],
    );
  return { orgId, boss: await as('administrator'), other: await as('responder'), rows };
}

test('a mark is kept without what else the picture says, replaced and taken away, each with its line', async () => {
  const { orgId, boss, other, rows } = await own();
  await expect(setMark(other, DOT)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeMark(other)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, () => setMark(boss, TAKEN));
  const set = () => setMark(boss, TAKEN);
  expect(await race(house.clone, [orgId], set, set)).toEqual({ won: 2, lost: [] });
  expect((await rows()).map(({ sha256, content }) => [sha256, content.equals(DOT)])).toEqual([[SHA, true]]);
  await asItWas(house.clone, orgId, () => removeMark(boss));
  const remove = () => removeMark(boss);
  expect(await race(house.clone, [orgId], remove, remove)).toEqual({ won: 2, lost: [] });
  expect(await rows()).toEqual([]);
  const kinds = await house.clone.query<{ kind: string }>(
    `SELECT kind FROM ledger WHERE org_id = $1 AND kind LIKE 'organisation.mark%' ORDER BY seq`,
    [orgId],
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'organisation.mark-set',
    'organisation.mark-set',
    'organisation.mark-removed',
  ]);
});

test.each([
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a page that begins like a picture', Buffer.from('\u0089PNG<script>alert(1)</script>')],
  ['a moving picture', GIF],
  ['half a picture', DOT.subarray(0, 30)],
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('logo')],
])('%s is no mark', async (_, content) => {
  const { boss, rows } = await own();
  await expect(setMark(boss, content)).rejects.toMatchObject({ code: 'unsupported-media' });
  expect(await rows()).toEqual([]);
});

test('one that is too large says how large it may be', async () => {
  const { boss } = await own();
  const large = Buffer.concat([DOT, Buffer.alloc(LARGEST_MARK_BYTES)]);
  await expect(setMark(boss, large)).rejects.toMatchObject({
    code: 'too-large',
    details: { detail: { en: expect.stringContaining('256 KB') } },
  });
});

/** A dot that says it is so large: whoever shows it holds as much. */
function vast(width: number, height: number): Buffer {
  const bytes = Buffer.from(DOT);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test.each([
  [20_000, 20_000],
  [LARGEST_MARK_SIDE + 1, 1],
  [1, 4_000_000_000],
])('a small file that becomes %d × %d pixels is refused with what it may have', async (width, height) => {
  const { boss, rows } = await own();
  await expect(setMark(boss, vast(width, height))).rejects.toMatchObject({
    code: 'too-large',
    details: { detail: { en: expect.stringContaining(`${LARGEST_MARK_SIDE} pixels`) } },
  });
  expect(await rows()).toEqual([]);
  await setMark(boss, vast(LARGEST_MARK_SIDE, LARGEST_MARK_SIDE));
});

test('of two who replace or remove the one they both saw, one is told', async () => {
  const { orgId, boss, rows } = await own();
  const other = vast(2, 2);
  const racing = (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts);
  const ONE = { won: 1, lost: ['conflict'] };
  expect(
    await racing(
      () => setMark(boss, DOT, ''),
      () => setMark(boss, other, ''),
    ),
  ).toEqual(ONE);
  const [{ sha256 } = { sha256: '' }] = await rows();
  expect(
    await racing(
      () => setMark(boss, sha256 === SHA ? other : DOT, sha256),
      () => removeMark(boss, sha256),
    ),
  ).toEqual(ONE);
  await expect(removeMark(boss, 'f'.repeat(64))).rejects.toMatchObject({ code: 'conflict' });
});

test('it is in the backup and comes back as it was', async () => {
  const { orgId, boss } = await own();
  await setMark(boss, DOT);
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-mark-')), 'backup');
  const empty = await cloneDatabase();
  try {
    await backUp(house.clone.url, folder, house.clock.now());
    await restore(empty.url, folder, house.clock.now());
    const [row] = await empty.query<{ content: Buffer }>(
      'SELECT content FROM organisation_mark WHERE org_id = $1',
      [orgId],
    );
    expect(row?.content.equals(DOT)).toBe(true);
  } finally {
    await empty.drop();
    fs.rmSync(path.dirname(folder), { recursive: true });
  }
});

test('signed in it is seen, on the status page by everybody, and by nobody where there is no such page', async () => {
  const at = '/api/prepare/organisation/mark';
  const ask = async (method: 'GET' | 'POST', url: string, headers: object = {}, payload?: Buffer) => {
    const answer = await house.assembly.http?.inject({
      method,
      url,
      headers: { origin: BASE_URL, 'accept-language': 'en', ...headers },
      ...(payload && { payload }),
    });
    if (!answer) throw new Error('no door');
    return answer;
  };
  const mine = { cookie: admin.cookie };
  const bytes = { ...mine, 'content-type': 'application/octet-stream' };
  expect((await ask('GET', at, mine)).statusCode).toBe(404);
  expect((await ask('POST', at, { ...bytes, origin: 'https://elsewhere.example' }, DOT)).statusCode).toBe(
    403,
  );
  expect((await ask('POST', at, { 'content-type': 'application/octet-stream' }, DOT)).statusCode).toBe(401);
  expect((await ask('POST', at, bytes, Buffer.alloc(300_000))).statusCode).toBe(413);
  expect((await ask('POST', at, bytes, TAKEN)).json()).toEqual({ sha256: SHA });
  expect((await admin.send('GET', '/api/account/me')).body).toMatchObject({ mark: SHA });
  const seen = await ask('GET', at, mine);
  expect([seen.headers['content-type'], seen.rawPayload.equals(DOT)]).toEqual(['image/png', true]);
  expect(seen.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
  expect((await ask('GET', at, { ...mine, 'if-none-match': `"${SHA}"` })).statusCode).toBe(304);
  expect((await ask('GET', at)).statusCode).toBe(401);

  const { organisation } = (await admin.send('GET', '/api/account/me')).body as {
    organisation: { orgId: string };
  };
  const status = `/status/${organisation.orgId}`;
  expect((await ask('GET', `${status}/mark`)).statusCode).toBe(404);
  // Whoever did not see this one does not replace it.
  expect((await ask('POST', at, bytes, vast(2, 2))).statusCode).toBe(409);
  expect((await admin.send('DELETE', at)).status).toBe(409);
  await admin.send('PUT', '/api/prepare/registers/outlets', {
    version: 0,
    entry: { key: 'status-page', name: '状況ページ', audiences: ['public'], needs: [], note: '' },
  });
  expect((await ask('GET', status)).body).toContain(`<img class="mark" src="${status}/mark?v=`);
  const shown = await ask('GET', `${status}/mark?v=x`);
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png']);
  await admin.send('DELETE', `${at}?seen=${SHA}`);
  expect((await ask('GET', status)).body).not.toContain('<img');
  expect((await ask('GET', `${status}/mark`)).statusCode).toBe(404);
});
