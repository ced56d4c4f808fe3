import { expect, test } from 'vitest';
import { audiencesOf } from './rules.ts';

const said = (audience: string, state: string, sentAt: string | null, approvals = 0) => ({
  audience,
  state,
  sentAt,
  approvedBy: Array.from({ length: approvals }),
});

test('each audience stands with what it was told last, what waits for it, and what is kept from it', () => {
  expect(
    audiencesOf(
      {
        statements: [
          said('customers', 'sent', '2026-11-29T09:18:00Z', 2),
          said('customers', 'sent', '2026-11-29T09:10:00Z', 2),
          said('press', 'draft', null, 1),
          said('press', 'withdrawn', null, 2),
          said('group', 'withdrawn', null),
        ],
        withheld: [
          { audience: 'customers', term: '原因' },
          { audience: 'public', term: '設備名' },
        ],
      },
      ['public', 'customers', 'press', 'group', 'authorities'],
    ),
  ).toEqual([
    { audience: 'public', sentAt: undefined, approvals: undefined, withheld: ['設備名'] },
    { audience: 'customers', sentAt: '2026-11-29T09:18:00Z', approvals: undefined, withheld: ['原因'] },
    { audience: 'press', sentAt: undefined, approvals: 1, withheld: [] },
  ]);
});
