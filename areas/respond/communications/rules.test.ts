import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downOf, owedEnds, standingApprovals, withheldIn } from './rules.ts';

const ddos = { audience: 'customers' as const, term: 'DDoS', reason: '模倣を防ぐ' };

describe('withheld words', () => {
  test.each([
    'ただいまDDoS攻撃を受けています',
    'ＤＤｏＳを受け',
    'd d o s かもしれない',
    'D-D-o-S',
    'サーバーにddosが',
  ])('%s is stopped', (text) => {
    expect(withheldIn(text, 'customers', [ddos])).toEqual([ddos]);
  });

  test('another audience may be told, and so may customers of a malfunction', () => {
    expect(withheldIn('DDoS', 'authorities', [ddos])).toEqual([]);
    expect(withheldIn('システムの不具合のためご利用いただけません', 'customers', [ddos])).toEqual([]);
  });

  test('however it is cased, spaced or widened, a text with the word in it is stopped', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const noise = fc.constantFrom('', ' ', '・', '-', '　', '\n');
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        noise,
        fc.boolean(),
        (before, after, between, widened) => {
          const word = [...'DDoS'].join(between);
          const text = `${before}${widened ? wide(word) : word.toLowerCase()}${after}`;
          expect(withheldIn(text, 'customers', [ddos])).toHaveLength(1);
        },
      ),
    );
  });
});

test('an approval is of the exact text', () => {
  const approvals = [
    { personId: 'a', text: '文' },
    { personId: 'b', text: '文。' },
  ];
  expect(standingApprovals('文', approvals)).toEqual([{ personId: 'a', text: '文' }]);
});

test('who was told of a beginning is owed an end; a new beginning opens it again (C4-R6)', () => {
  const told = (audience: 'customers' | 'public', kind: 'start' | 'update' | 'end') => ({ audience, kind });
  expect(owedEnds([told('customers', 'start'), told('public', 'start'), told('public', 'end')])).toEqual([
    'customers',
  ]);
  expect(owedEnds([told('public', 'start'), told('public', 'end'), told('public', 'start')])).toEqual([
    'public',
  ]);
  expect(owedEnds([told('public', 'update')])).toEqual([]);
});

test('an outlet is down by what it needs and cannot have', () => {
  expect(downOf(['web', 'dns'], new Set(['dns', 'x']))).toEqual(['dns']);
  expect(downOf([], new Set(['dns']))).toEqual([]);
});
