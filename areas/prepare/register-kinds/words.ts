import type { z } from 'zod';
import { CALENDARS } from '../calendars/register.ts';
import { CALL_TREES } from '../calling/register.ts';
import { FALLBACKS } from '../fallbacks/register.ts';
import { OUTLETS } from '../outlets/register.ts';
import { PARTIES } from '../parties/register.ts';
import { PLANS } from '../plans/register.ts';
import type { Point, PointsOf, RegisterKind } from '../registers/schema.ts';
import { LEAVE, ROSTERS } from '../rosters/register.ts';

const KINDS = {
  parties: PARTIES,
  calendars: CALENDARS,
  'call-trees': CALL_TREES,
  rosters: ROSTERS,
  leave: LEAVE,
  fallbacks: FALLBACKS,
  outlets: OUTLETS,
  plans: PLANS,
} as const;

export type RegisterName = keyof typeof KINDS;
type KindOf<N extends RegisterName> = (typeof KINDS)[N];
export type EntryOf<N extends RegisterName> = z.infer<KindOf<N>['shape']>;

/** Every register there is; one that stands under another name, or points at what nobody keeps, does not compile. */
export const REGISTERS: {
  readonly [N in RegisterName]: KindOf<N> & {
    readonly register: N;
    readonly points: PointsOf<KindOf<N>['shape'], Point | RegisterName>;
    readonly recalls: PointsOf<KindOf<N>['shape'], Point | RegisterName>;
  };
} = KINDS;
export const REGISTER_NAMES = Object.keys(REGISTERS) as [RegisterName, ...RegisterName[]];
/** A register by its name, for whom it is all the same which. */
export const kindOf = (register: RegisterName): RegisterKind => REGISTERS[register];

/** The registers in which something else has a say. */
export type GuardedName = {
  [N in RegisterName]: KindOf<N>['guarded'] extends true ? N : never;
}[RegisterName];
