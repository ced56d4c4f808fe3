import { expect, test } from 'vitest';
import { CHANNELS } from '../../../channels/registry.ts';
import { Fault } from '../../../kernel/errors.ts';
import { checkRoutes } from './check-routes.ts';

const faults = (kind: string, address: string): string[] => {
  try {
    checkRoutes([{ kind, address, note: '' }]);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return (error.details.fields ?? []).map(({ field }) => field);
  }
};

test.each([
  ['email', 'a@example.jp', []],
  ['email', '090-1234-5678', ['routes.0.address']],
  ['phone', '+81 3-1234-5678', []],
  ['phone', 'call me', ['routes.0.address']],
  ['chat', '@mizuno', []],
  ['slack', 'https://hooks.slack.com/services/T/B/x', []],
  ['slack', '@mizuno', ['routes.0.address']],
  ['line-works', 'https://webhook.worksmobile.com/message/x', []],
  ['push', '{"endpoint":1}', ['routes.0.address']],
  ['pigeon', 'coop 7', ['routes.0.kind']],
])('%s %s: %j', (kind, address, wanted) => {
  expect(faults(kind, address)).toEqual(wanted);
});

test('every fault is told at once, and wide digits are taken as they are meant', () => {
  expect(() =>
    checkRoutes([
      { kind: 'phone', address: '０９０－１２３４－５６７８', note: '' },
      { kind: 'email', address: 'x', note: '' },
      { kind: 'sms', address: 'y', note: '' },
    ]),
  ).toThrow(expect.objectContaining({ details: { fields: [expect.anything(), expect.anything()] } }));
  expect(
    checkRoutes(
      [{ kind: 'phone', address: '０９０', note: '' }].map((r) => ({
        ...r,
        address: '０９０-１２３４-５６７８',
      })),
    ),
  ).toEqual([{ kind: 'phone', address: '090-1234-5678', note: '' }]);
});

test('no two channels share a kind of route, and none its name', () => {
  for (const of of [(c: (typeof CHANNELS)[number]) => c.id, (c: (typeof CHANNELS)[number]) => c.route.kind])
    expect(new Set(CHANNELS.map(of)).size).toBe(CHANNELS.length);
});
