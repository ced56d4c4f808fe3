import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { Fault } from '../../../kernel/errors.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const LONG = fileRoute({
  key: 'GET /long',
  command: 'long file get',
  permission: 'audit.read',
  summary: { ja: '長いファイル', en: 'A long file' },
  gives: ['text/csv'],
});
const PARTS = 4;

/** A file of four parts, for somebody whose right to it may end after some of them. */
async function hearing(stands: (asked: number) => object) {
  const app = Fastify();
  let asked = 0;
  let made = 0;
  let ended = false;
  const options = {
    trustedOrigins: [],
    limitCaller: async () => undefined,
    authenticator: { authenticate: async () => ({ byCookie: false, ctx: stands(asked++) }) },
  } as unknown as ApiOptions;
  mountFile(app, LONG, options, async () => ({
    type: 'text/csv',
    name: 'long.csv',
    parts: (async function* () {
      try {
        for (; made < PARTS; made += 1) yield `${'x'.repeat(70_000)}${made}\n`;
      } finally {
        ended = true;
      }
    })(),
  }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const whole = await fetch(`${url}/long`)
    .then(
      (answer) => answer.text(),
      () => undefined,
    )
    .catch(() => undefined);
  await app.close();
  return { whole, made, ended };
}

const actor = (...permissions: string[]) => ({ id: 'a', permissions: new Set(permissions) });
const STANDS = { orgId: 'o', actor: actor('audit.read') };

test('a file in parts is whole for who may read it to its end', async () => {
  const { whole, made, ended } = await hearing(() => STANDS);
  expect([whole?.trim().split('\n').length, made, ended]).toEqual([PARTS, PARTS, true]);
});

const ENDS: [string, () => object][] = [
  ['the right to it is taken', () => ({ ...STANDS, actor: actor() })],
  ['they have moved to another organisation', () => ({ ...STANDS, orgId: 'p' })],
  [
    'they are signed out',
    () => {
      throw new Fault('not-signed-in');
    },
  ],
];
test.each(ENDS)('it breaks off when %s, and is not taken for whole', async (_, ends) => {
  const { whole, made, ended } = await hearing((asked) => (asked < 2 ? STANDS : ends()));
  expect([whole, ended]).toEqual([undefined, true]);
  expect(made).toBeLessThan(PARTS);
});
