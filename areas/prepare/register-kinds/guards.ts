import { keepSteps } from '../calling/keep-steps.ts';
import type { Guard, Guarded } from '../register-entries/guard.ts';
import type { RegisterKind } from '../registers/schema.ts';
import { keepPast } from '../rosters/keep-past.ts';
import { keepTurns } from '../rosters/keep-turns.ts';
import { keepZone } from '../rosters/keep-zone.ts';
import { type EntryOf, type GuardedName, REGISTERS, type RegisterName } from './words.ts';

/** What has a say in a register besides its shape; a register that says so and has none here does not compile. */
const GUARDS: { readonly [N in GuardedName]: Guard<EntryOf<N>> } = {
  'call-trees': keepSteps,
  calendars: keepZone,
  leave: keepPast,
  rosters: keepTurns,
};

/** A register by its name, with whatever guards it. */
export const guarded = (register: RegisterName): Guarded<RegisterKind> => ({
  kind: REGISTERS[register],
  guard: (GUARDS as Partial<Record<RegisterName, Guard>>)[register] ?? null,
});
