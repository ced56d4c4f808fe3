import { expect, test } from 'vitest';
import { demoPlace } from './demo-place.ts';

const of = (orgId: string, demo = true) => ({ orgId, name: orgId, demo });
const [real, water, body] = [of('real', false), of('water'), of('body')];

test('the operator is the first of the demonstration, whatever real organisation comes before', () => {
  for (const all of [
    [water, body],
    [real, water, body],
    [water, real, body],
  ]) {
    expect(demoPlace(water, all)).toEqual({ isOperator: true, other: body });
    expect(demoPlace(body, all)).toEqual({ isOperator: false, other: water });
  }
});

test('there is no other of a real organisation, nor where one belongs to a single one of them', () => {
  expect(demoPlace(real, [real, water, body])).toBeUndefined();
  expect(demoPlace(body, [real, body])).toBeUndefined();
});
