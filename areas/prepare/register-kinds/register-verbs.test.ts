import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { declareIncident } from '../../respond/lifecycle/declare-incident.ts';
import { ROLE_NAMES, ROLES } from '../../roles.ts';
import { keepAsset } from '../assets/keep-asset.ts';
import { resolveFor } from '../calling/resolve-for.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { PARTIES } from '../parties/register.ts';
import { pageOfRegister, readRegister } from '../registers/index.ts';
import { entryFilter } from '../registers/schema.ts';
import { lookAhead } from '../rosters/look-ahead.ts';
import { keepEntry } from './keep-entry.ts';
import { removeEntry } from './remove-entry.ts';
import { restoreEntry } from './restore-entry.ts';

let house: TestHouse;
beforeAll(async () => {
  // A Tuesday morning in Tokyo.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-11-24T01:00:00Z') });
});
afterAll(() => house.close());

const party = (over: object = {}) => ({ key: 'acme', name: 'アクメ保守', kind: 'contractor', ...over });
const roster = (ids: readonly string[], over: object = {}) => ({
  key: 'duty',
  name: '当番',
  layers: [
    {
      name: '一次',
      from: '08:30',
      until: '08:30',
      start: '2026-11-23',
      members: ids.map((personId) => ({ personId })),
    },
  ],
  ...over,
});
const tree = (steps: readonly object[], band = 'day') => ({
  key: `systemfailure.${band}`,
  name: '平日昼',
  cause: 'systemFailure',
  band,
  steps,
});

describe('an entry', () => {
  test('that was removed comes back as it was last, once, and only with what it points at', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const restore = (by = ctx) => restoreEntry(by, 'parties', 'acme');
    await expect(restore()).rejects.toMatchObject({ code: 'not-found' });
    await keepEntry(ctx, 'parties', 0, party());
    await keepEntry(ctx, 'parties', 1, party({ name: 'アクメ保守（新）' }));
    await expect(restore()).rejects.toMatchObject({ code: 'conflict' });
    await removeEntry(ctx, 'parties', 'acme');
    const responder = house.as(orgId, await house.person(orgId, ['responder']), ['responder']);
    await expect(restore(responder)).rejects.toMatchObject({ code: 'forbidden' });
    await asItWas(house.clone, orgId, () => restore());
    expect(
      await race(
        house.clone,
        [orgId],
        () => restore(),
        () => restore(),
      ),
    ).toEqual({ won: 1, lost: ['conflict'] });
    const [back] = await reading(ctx, (trx) => readRegister(trx, PARTIES));
    expect(back).toMatchObject({ version: 4, entry: { name: 'アクメ保守（新）' } });
    // A roster whose calendar is gone since is not brought back without it.
    const person = await house.person(orgId, ['responder']);
    await keepEntry(ctx, 'calendars', 0, { key: 'plant', name: '工場' });
    await keepEntry(ctx, 'rosters', 0, roster([person], { calendar: 'plant' }));
    await removeEntry(ctx, 'rosters', 'duty');
    await removeEntry(ctx, 'calendars', 'plant');
    await expect(restoreEntry(ctx, 'rosters', 'duty')).rejects.toMatchObject({ code: 'invalid' });
  });

  test('has versions; who writes on an old one is told, and a removed key goes on counting', async () => {
    const ctx = house.system(await house.organisation());
    expect(await keepEntry(ctx, 'parties', 0, party())).toEqual({ version: 1 });
    expect(await keepEntry(ctx, 'parties', 1, party({ name: '新' }))).toEqual({ version: 2 });
    await expect(keepEntry(ctx, 'parties', 1, party())).rejects.toMatchObject({ code: 'conflict' });
    await expect(keepEntry(ctx, 'parties', 0, party())).rejects.toMatchObject({ code: 'conflict' });
    await removeEntry(ctx, 'parties', 'acme');
    expect(await reading(ctx, (trx) => readRegister(trx, PARTIES))).toEqual([]);
    expect(await keepEntry(ctx, 'parties', 0, party())).toEqual({ version: 4 });
  });

  test('a register comes page by page, by a part of key or name, or one by its key', async () => {
    const ctx = house.system(await house.organisation());
    for (const [key, name] of [
      ['a', '青い_会社'],
      ['b', '赤い会社'],
      ['c', 'Blue'],
    ])
      await keepEntry(ctx, 'parties', 0, party({ key, name }));
    const keys = async (filter: object) =>
      (await reading(ctx, (trx) => pageOfRegister(trx, PARTIES, entryFilter.parse(filter)))).map(
        ({ key }) => key,
      );
    expect(await keys({ limit: 2 })).toEqual(['a', 'b']);
    expect(await keys({ limit: 2, after: 'b' })).toEqual(['c']);
    expect(await keys({ search: '会社' })).toEqual(['a', 'b']);
    expect(await keys({ search: '_' })).toEqual(['a']);
    expect(await keys({ search: 'blue' })).toEqual(['c']);
    expect(await keys({ key: 'b' })).toEqual(['b']);
  });

  test('names each field that is wrong, and whatever it points at that is not there', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    await expect(keepEntry(ctx, 'parties', 0, { key: 'A B', kind: 'firm' })).rejects.toMatchObject({
      details: {
        fields: expect.arrayContaining([
          expect.objectContaining({ field: 'key' }),
          expect.objectContaining({ field: 'kind' }),
        ]),
      },
    });
    const stranger = await house.person(await house.organisation(), ['responder']);
    await expect(
      keepEntry(ctx, 'rosters', 0, roster([stranger], { calendar: 'none' })),
    ).rejects.toMatchObject({
      details: { fields: [{ field: 'calendar' }, { field: 'layers.0.members.0.personId' }] },
    });
    await expect(
      keepEntry(ctx, 'fallbacks', 0, { key: 'fax', name: 'FAX', covers: ['pay'] }),
    ).rejects.toMatchObject({ details: { fields: [{ field: 'covers.0' }] } });
    await keepAsset(ctx, { key: 'pay', kind: 'service', name: '決済' });
    await keepEntry(ctx, 'fallbacks', 0, { key: 'fax', name: 'FAX', covers: ['pay'] });
  });

  test('each role writes as the table says; another organisation sees nothing', async () => {
    const orgId = await house.organisation();
    for (const role of ROLE_NAMES) {
      const ctx = house.as(orgId, await house.person(orgId, [role]), [role]);
      const wrote = await keepEntry(ctx, 'parties', 0, party({ key: role })).catch(
        (e: { code: string }) => e.code,
      );
      const may = (ROLES[role].permissions as readonly string[]).includes('register.manage');
      expect(typeof wrote === 'object', role).toBe(may);
    }
    const other = house.system(await house.organisation());
    expect(await reading(other, (trx) => readRegister(trx, PARTIES))).toEqual([]);
    await expect(removeEntry(other, 'parties', 'administrator')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('who is called', () => {
  test('a roster by its rotation, leave and overrides; what lies ahead is told with names', async () => {
    const orgId = await house.organisation();
    const ctx = () => house.system(orgId);
    const [a, b] = [await house.person(orgId, ['responder']), await house.person(orgId, ['commander'])];
    await keepEntry(ctx(), 'rosters', 0, roster([a, b]));
    expect((await lookAhead(ctx(), 'duty')).onNow).toEqual(['commander']);
    await keepEntry(ctx(), 'leave', 0, {
      key: 'l1',
      name: '休暇',
      personId: b,
      from: '2026-11-24',
      until: '2026-11-24',
    });
    const ahead = await lookAhead(ctx(), 'duty');
    expect(ahead.onNow).toEqual(['responder']);
    expect(ahead.gaps).toEqual([]);
    expect(ahead.shifts.length).toBeGreaterThan(27);
    expect(ahead.loads.map(({ person }) => person).sort()).toEqual(['commander', 'responder']);
    const covered = [
      { layer: 0, personId: null, from: '2026-11-25T08:30', until: '2026-11-26T08:30', reason: '' },
    ];
    await keepEntry(ctx(), 'rosters', 1, roster([a, b], { overrides: covered }));
    expect((await lookAhead(ctx(), 'duty')).gaps).toHaveLength(1);
    await expect(lookAhead(ctx(), 'none')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('the matrix decides by cause and hour, says what is missing, and a page follows it', async () => {
    const orgId = await house.organisation();
    const ctx = () => house.system(orgId);
    const [a, b, gone] = [
      await house.person(orgId, ['responder']),
      await house.person(orgId, ['commander']),
      await house.person(orgId, ['site-staff']),
    ];
    await house.person(orgId, ['administrator']);
    await keepEntry(ctx(), 'rosters', 0, roster([a]));
    await keepEntry(ctx(), 'call-trees', 0, tree([{ personId: gone }, { roster: 'duty', deputyIds: [b] }]));
    const resolved = await resolveFor(ctx(), { cause: 'systemFailure', at: ctx().now, site: undefined });
    expect(resolved).toMatchObject({ band: 'day', tree: 'systemfailure.day' });
    expect(resolved.calls[1]).toMatchObject({ people: [{ id: a }], deputies: [{ id: b }] });
    expect(resolved.missing).toHaveLength(8);
    const night = await resolveFor(ctx(), {
      cause: 'systemFailure',
      at: Temporal.Instant.from('2026-11-24T13:00:00Z'),
      site: undefined,
    });
    expect(night).toMatchObject({ band: 'night', tree: null, calls: [] });
    await removePerson(ctx(), gone);
    const { id } = await declareIncident(ctx(), { title: 'x', severity: 3, page: true, note: '' });
    const steps = await house.until(async () => {
      const [page] = await house.clone.query<{ steps: string[][] }>(
        `SELECT steps FROM page WHERE incident_id = '${id}'`,
      );
      return page?.steps;
    });
    expect(steps.slice(0, 2)).toEqual([[a], [b]]);
  });
});
