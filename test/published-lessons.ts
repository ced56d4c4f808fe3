import { member, pin, type Side } from './carried-packages.ts';
import type { TestHouse } from './house.ts';
import { readyToPublish } from './survey-to-publish.ts';

/** A body that has published a report, and operators with a Sonae of their own. */
export async function publishedLessons(house: TestHouse, operators: number) {
  const at = await readyToPublish(house);
  await at.publish();
  const body = await member(house, at.orgId);
  const sides: Side[] = [];
  for (let n = 0; n < operators; n += 1) {
    const side = await member(house, await house.organisation(`電力${n}`));
    await pin(body, side);
    await pin(side, body);
    sides.push(side);
  }
  return { ...at, body, sides };
}

export function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('there is none');
  return first;
}
