import { expect, test } from 'vitest';
import { isOver } from '../incidents/rules.ts';
import { INCIDENT_STATES } from '../incidents/schema.ts';
import { TURNS } from './rules.ts';

test('the table of states: only what is over can be closed, and what is closed can be reopened', () => {
  expect(TURNS.open.close).toBeNull();
  expect(TURNS.resolved.close).toBe('closed');
  expect(TURNS.closed.reopen).toBe('open');
  for (const state of INCIDENT_STATES)
    expect(Object.values(TURNS[state]).some((next) => next !== null)).toBe(true);
});

test('what is over is what can only be reopened', () => {
  for (const state of INCIDENT_STATES)
    expect(isOver({ state })).toBe(TURNS[state].resolve === null && TURNS[state].close === null);
});
