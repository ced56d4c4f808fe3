import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addEntry } from '../timeline/add-entry.ts';
import { undoDeed } from '../undo/undo-deed.ts';
import { readMine } from './read-mine.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const CLIENT = '018f0000-0000-7000-8000-000000000003';

test('an entry that names somebody waits for them until they do something there, it is struck, or a day is over', async () => {
  const room = await IncidentRoom.open(house);
  const write = (by: 'responder' | 'chief', text: string, mentions: string[] = [], clientId?: string) =>
    addEntry(room.as(by), room.incidentId, {
      text,
      precision: 'minute',
      mentions,
      ...(clientId && { clientId }),
    });
  const waiting = async (who: 'chief' | 'head') =>
    (await readMine(room.as(who))).mentions.map(({ text, incident }) => [text, incident.split(' ')[0]]);
  const { chief } = room.ids;
  await write('responder', '@chief 北棟の鍵は', [chief]);
  expect(await waiting('chief')).toEqual([['responderさんの記録：@chief 北棟の鍵は', '#1']]);
  expect(await waiting('head')).toEqual([]);
  house.clock.advance({ minutes: 3 });
  await write('chief', '守衛室にある');
  expect(await waiting('chief')).toEqual([]);

  house.clock.advance({ minutes: 3 });
  await write('responder', '@chief 南棟は', [chief], CLIENT);
  expect(await waiting('chief')).toHaveLength(1);
  await undoDeed(room.as('responder'), { deed: 'noteAdded', of: room.incidentId, which: CLIENT });
  expect(await waiting('chief')).toEqual([]);

  await write('responder', '@chief 西棟は', [chief]);
  expect(await waiting('chief')).toHaveLength(1);
  house.clock.advance({ hours: 25 });
  expect(await waiting('chief')).toEqual([]);
});

test('a mention goes with its entry, whatever had left; the next within a message’s time waits of its own; a key answers', async () => {
  const room = await IncidentRoom.open(house);
  const { chief } = room.ids;
  const write = (by: Context, text: string, mentions: string[] = [], clientId?: string) =>
    addEntry(by, room.incidentId, {
      text,
      precision: 'minute',
      mentions,
      ...(clientId && { clientId }),
    });
  const waiting = async () => (await readMine(room.as('chief'))).mentions.map(({ text }) => text);
  const responder = () => room.as('responder');
  await write(responder(), '@chief 北棟', [chief], CLIENT);
  await house.clone.query(`UPDATE message SET state = 'accepted' WHERE org_id = $1`, [room.orgId]);
  expect(await waiting()).toHaveLength(1);
  await undoDeed(responder(), { deed: 'noteAdded', of: room.incidentId, which: CLIENT });
  expect(await waiting()).toEqual([]);

  house.clock.advance({ minutes: 4 });
  await write(responder(), '@chief 南棟', [chief]);
  await write(room.as('chief'), '施錠済み');
  expect(await waiting()).toEqual([]);
  await write(responder(), '@chief 西棟', [chief]);
  await write(room.as('chief'), '@chief 自分宛て', []);
  await write(responder(), '@chief 東棟', [chief]);
  expect(await waiting()).toEqual(['responderさんの記録：@chief 東棟']);
  await write(responder(), '@chief 中央棟', [chief]);
  expect(await waiting()).toEqual(['responderさんの記録：@chief 中央棟', 'responderさんの記録：@chief 東棟']);
  await write(await room.byKeyOf('chief'), '確認済み');
  expect(await waiting()).toEqual([]);
});
