import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGE_TABLE, lacksOf } from './rules.ts';
import { CHANGE_TURNS, type ChangeState } from './schema.ts';

const NOW = Temporal.Instant.from('2026-11-20T02:00:00Z');

test('no way leads to applied but through approved (C8-R6)', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CHANGE_TURNS), { maxLength: 12 }), (turns) => {
      let state: ChangeState = 'proposed';
      let approved = false;
      for (const turn of turns) {
        const next: ChangeState | null = CHANGE_TABLE[state][turn];
        if (next === null) continue;
        if (next === 'approved') approved = true;
        if (next === 'refused') approved = false;
        if (next === 'applied') expect(approved).toBe(true);
        state = next;
      }
    }),
  );
});

test('a stop-gap without an end, a way back or a successor says so; past its end it says that (Y33)', () => {
  const change = { state: 'applied' as const, expiresAt: null, rollback: '', permanentFix: '' };
  expect(lacksOf(change, NOW)).toEqual(['expiry', 'rollback', 'permanentFix']);
  const full = { ...change, rollback: '戻す', permanentFix: '作り直す' };
  expect(lacksOf({ ...full, expiresAt: NOW.add({ hours: 1 }) }, NOW)).toEqual([]);
  expect(lacksOf({ ...full, expiresAt: NOW }, NOW)).toEqual(['expired']);
  expect(lacksOf({ ...change, state: 'replaced' }, NOW)).toEqual([]);
});
