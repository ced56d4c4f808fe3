import { expect, test } from 'vitest';
import { addressOf, isSettled, settleDevice } from './device.ts';

function device(known: string | undefined) {
  let kept = known;
  const told: [string, string][] = [];
  const memory = {
    read: async () => kept,
    write: async (address: string) => {
      kept = address;
    },
  };
  return {
    told,
    kept: () => kept,
    settle: (now: string | undefined, taken = true, was?: string) =>
      settleDevice(
        memory,
        now,
        async (from, to) => {
          told.push([from, to]);
          return taken;
        },
        was,
      ),
  };
}

test('a device whose address changed says so once, and again as long as nobody heard it', async () => {
  const { settle, told, kept } = device('a');
  await settle('a');
  expect(told).toEqual([]);
  await settle('b', false);
  expect([told, kept()]).toEqual([[['a', 'b']], 'a']);
  // Changed once more meanwhile: the server knows the first.
  await settle('c');
  await settle('c');
  expect([told.slice(1), kept()]).toEqual([[['a', 'c']], 'c']);
});

test('one that nothing is remembered of begins with what it has, or with what its browser says it was', async () => {
  const fresh = device(undefined);
  await fresh.settle(undefined);
  await fresh.settle('a');
  expect([fresh.told, fresh.kept()]).toEqual([[], 'a']);
  const changed = device(undefined);
  await changed.settle('b', true, 'a');
  expect([changed.told, changed.kept()]).toEqual([[['a', 'b']], 'b']);
});

test('what the server answered is settled; where it could not hear it is not', () => {
  expect([200, 400, 404, 422].every(isSettled)).toBe(true);
  expect([401, 403, 429, 500, 503].some(isSettled)).toBe(false);
  const subscription = {
    toJSON: () => ({ endpoint: 'https://p.example/1', expirationTime: null, keys: { auth: 'x' } }),
  };
  expect(addressOf(subscription)).toBe('{"endpoint":"https://p.example/1","keys":{"auth":"x"}}');
});
