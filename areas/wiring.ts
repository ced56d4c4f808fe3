import type { Cause } from './cause.ts';
import { wiring as detect } from './detect/wiring.ts';
import type { FactName } from './facts.ts';
import { FACTS } from './facts.ts';
import { wiring as learn } from './learn/wiring.ts';
import { wiring as prepare } from './prepare/wiring.ts';
import { wiring as respond } from './respond/wiring.ts';
import { wiring as sending } from './sending/wiring.ts';
import { wiring as survey } from './survey/wiring.ts';

/**
 * Each area's wiring was held against the facts where it is written; asking the compiler once more, for every fact in every
 * area, would cost more than the rest of what is pure.
 */
type Loose = { readonly [K in FactName]?: readonly unknown[] };
const AREAS = [sending, prepare, detect, respond, learn, survey] as unknown as readonly Loose[];

const causesIn = (kind: FactName): readonly unknown[] => AREAS.flatMap((wiring) => wiring[kind] ?? []);

/**
 * What causes what: for each fact the work that each area makes of it. The work is written in the transaction of the fact:
 * the timer or job exists if and only if the fact does.
 */
export const WIRING = Object.fromEntries(
  (Object.keys(FACTS) as FactName[]).map((kind) => [kind, causesIn(kind)]),
) as unknown as { readonly [K in FactName]: readonly Cause<K>[] };
