import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { openCase } from '../cases/open-case.ts';
import { readCase } from '../cases/read-case.ts';
import { adoptLesson } from './adopt-lesson.ts';
import { changeImprovement } from './change-improvement.ts';

const blip = readCase(
  fs.readFileSync(new URL('../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a lesson that two adopt at once is one draft; one that is not there is refused', async () => {
  const room = await IncidentRoom.open(house);
  const { id: caseId } = await openCase(room.system(), blip);
  const adopt = (lessonId = blip.lessons[0]?.id ?? '') => adoptLesson(room.system(), { caseId, lessonId });
  await expect(adopt('none')).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => adopt());
  const ids: string[] = [];
  const both = [0, 1].map(() => async () => ids.push((await adopt()).id));
  expect(await room.race(...both)).toEqual({ won: 2, lost: [] });
  expect(new Set(ids).size).toBe(1);
  expect(await room.rows('improvement', 'id')).toEqual([{ id: ids[0] }]);

  const change = (title: string, ownerId: string | null = null) =>
    changeImprovement(room.system(), ids[0] ?? '', {
      title,
      text: '',
      state: 'planned',
      ownerId,
      dueOn: null,
    });
  await expect(change('x', caseId)).rejects.toMatchObject({ details: { fields: [{ field: 'ownerId' }] } });
  await room.asItWas(() => change('一'));
  expect(
    await room.race(
      () => change('一'),
      () => change('二'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('improvement', 'state')).toEqual([{ state: 'planned' }]);
});
