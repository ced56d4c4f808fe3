import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downOf, isTooShort, owedEnds, standingApprovals, withheldIn } from './rules.ts';

const ddos = { audience: 'customers' as const, term: 'DDoS', reason: '模倣を防ぐ' };

describe('withheld words', () => {
  test('what cannot be seen between letters, and Japanese taken apart, hide nothing; other words are not taken for it', () => {
    const held = (term: string) => [{ audience: 'customers' as const, term }];
    expect(withheldIn('DD\u200boS', 'customers', [ddos])).toHaveLength(1);
    expect(withheldIn('サ ー バ ー が停止', 'customers', held('サーバー'))).toHaveLength(1);
    expect(withheldIn('サーバが停止', 'customers', held('サーバー'))).toHaveLength(1);
    expect(withheldIn('this problem', 'customers', held('ISP'))).toEqual([]);
    expect(withheldIn('the ISP failed', 'customers', held('ISP'))).toHaveLength(1);
    expect(isTooShort('●●')).toBe(true);
    expect(isTooShort('C++')).toBe(true);
    expect(isTooShort('PLC')).toBe(false);
  });

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
    // Taken apart, a word stands by itself; in one piece it is found anywhere.
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
          const edge = between === '' ? '' : '、';
          const text = `${before}${edge}${widened ? wide(word) : word.toLowerCase()}${edge}${after}`;
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
  const told = (audience: 'customers' | 'public', kind: 'start' | 'update' | 'end', outlet = 'web') => ({
    audience,
    kind,
    outlet,
  });
  const owed = (sent: Parameters<typeof owedEnds>[0]) => owedEnds(sent).map(({ audience }) => audience);
  expect(owed([told('customers', 'start'), told('public', 'start'), told('public', 'end')])).toEqual([
    'customers',
  ]);
  expect(owed([told('public', 'start'), told('public', 'end'), told('public', 'start')])).toEqual(['public']);
  expect(owed([told('public', 'update')])).toEqual(['public']);
  // By two outlets told, by one of them told of the end: who reads the other still waits.
  expect(
    owedEnds([told('public', 'start'), told('public', 'start', 'sns'), told('public', 'end', 'sns')]),
  ).toEqual([{ audience: 'public', outlet: 'web' }]);
});

test('an outlet is down by what it needs and cannot have', () => {
  expect(downOf(['web', 'dns'], new Set(['dns', 'x']))).toEqual(['dns']);
  expect(downOf([], new Set(['dns']))).toEqual([]);
});
