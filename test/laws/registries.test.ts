import { expect, test } from 'vitest';
import { REGISTER_NAMES } from '../../areas/prepare/register-kinds/words.ts';
import { JOBS, TIMERS } from '../../areas/work.ts';
import { CHANNELS } from '../../channels/registry.ts';
import { productFiles } from './source-tree.ts';

/** What every file of that name exports. */
const exportsOf = async (at: RegExp): Promise<Record<string, unknown>[]> => {
  const files = productFiles().filter((file) => at.test(file.at));
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ `../../${file.at}`)));
  return modules.flatMap((module: object) =>
    Object.values(module).filter((value) => typeof value === 'object' && value !== null),
  );
};

test('law 5: every register that describes itself stands in the list of registers', async () => {
  const kinds = await exportsOf(/^areas\/.+\/register\.ts$/);
  expect(kinds.map(({ register }) => register).sort()).toEqual(REGISTER_NAMES.toSorted());
});

test('law 5: every channel that describes itself is a door, by an id and a route of its own', async () => {
  const kinds = (await exportsOf(/^channels\/[\w-]+\/[\w-]+\.ts$/)).filter((kind) => 'deliver' in kind);
  expect(kinds.map(({ id }) => id).sort()).toEqual(CHANNELS.map(({ id }) => id).sort());
  expect(new Set(CHANNELS.map(({ id }) => id)).size).toBe(CHANNELS.length);
  expect(new Set(CHANNELS.map(({ route }) => route.kind)).size).toBe(CHANNELS.length);
});

test('law 5: every screen stands in the list of screens, and in the rail where it has entries', () => {
  const screens = productFiles().filter(({ at }) =>
    /^apps\/console\/src\/(?!sign-in\/).+\/screen\.ts$/.test(at),
  );
  const list = productFiles().find(({ at }) => at === 'apps/console/src/screens.ts')?.text ?? '';
  const missing = screens.flatMap(({ at, text }) => {
    const from = at.replace('apps/console/src/', './');
    const name = new RegExp(`import \\* as (\\w+) from '${from}'`).exec(list)?.[1];
    if (name === undefined) return [at];
    return text.includes('export const entries') && !new RegExp(`^ {2}${name},$`, 'm').test(list)
      ? [`${at} has entries`]
      : [];
  });
  expect(screens.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

/** Kinds that are worked out, from lane and urgency. */
const WORKED_OUT = /^deliver-/;

test('law 5: every timer and job is set by somebody besides its own handler', () => {
  const files = productFiles().filter(({ at }) => at.startsWith('areas/'));
  const handlers = files.filter(({ at }) => /^areas\/[\w-]+\/handlers\.ts$/.test(at));
  const handlerOf = (kind: string): string | undefined =>
    handlers.flatMap(({ text }) => new RegExp(`'${kind}': (\\w+),`).exec(text)?.[1] ?? [])[0];
  const setters = files.filter(({ at }) => !/\/(work|handlers|run-timers)\.ts$/.test(at));
  const isSet = (kind: string): boolean =>
    setters.some(({ at, text, functions }) => {
      const own = at.endsWith('/wiring.ts')
        ? undefined
        : functions.find(({ name }) => name === handlerOf(kind));
      const others = own ? text.slice(0, own.start) + text.slice(own.end) : text;
      return others.includes(`'${kind}'`);
    });
  const kinds = [...Object.keys(TIMERS), ...Object.keys(JOBS)].filter((kind) => !WORKED_OUT.test(kind));
  expect(kinds.filter((kind) => !isSet(kind))).toEqual([]);
});
