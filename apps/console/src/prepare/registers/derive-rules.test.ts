import { expect, test } from 'vitest';
import { mayDerive } from './derive-rules.ts';

const paper = {
  key: 'paper',
  name: '紙',
  covers: ['pay'],
  steps: [{ text: '紙に書く' }],
  scenarios: ['naturalDisaster'],
};

test('a fallback for a cyber attack is offered of one for something else that says how to go on', () => {
  expect(mayDerive(paper)).toBe(true);
  expect(mayDerive({ ...paper, scenarios: ['cyberAttack'] })).toBe(false);
  expect(mayDerive({ ...paper, scenarios: ['naturalDisaster', 'cyberAttack'] })).toBe(false);
  expect(mayDerive({ ...paper, steps: [{ text: ' ' }] })).toBe(false);
  expect(mayDerive({ ...paper, steps: [] })).toBe(false);
});
