import { CYCLE_STATES, type CycleState, type CycleView, type Window } from './schema.ts';

/** Days of a survey are those of Japan, wherever its server stands. */
export const SURVEY_ZONE = 'Asia/Tokyo';

/** Field work is of a fiscal year, reports of the calendar year in which that begins (C0-M7). */
export const usualWindow = (fiscalYear: number): Window => ({
  from: `${fiscalYear}-01-01`,
  until: `${fiscalYear}-12-31`,
});

export interface Moments {
  readonly begins: Temporal.Instant;
  readonly ends: Temporal.Instant;
}

/** From the first moment of the first day of a window up to the first one after its last (C0-M6). */
export const windowMoments = ({ from, until }: Window): Moments => ({
  begins: Temporal.PlainDate.from(from).toZonedDateTime(SURVEY_ZONE).toInstant(),
  ends: Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(SURVEY_ZONE).toInstant(),
});

export type CycleWay = 'forward' | 'back';

/** A cycle goes on by one state, or back by one; what is published stays so. */
export function wayBetween(from: CycleState, to: CycleState): CycleWay | undefined {
  const step = CYCLE_STATES.indexOf(to) - CYCLE_STATES.indexOf(from);
  if (from === 'published') return undefined;
  if (step === 1) return 'forward';
  return step === -1 ? 'back' : undefined;
}

/** States that the selection enters and leaves by acts of its own: raters are ready, the set is signed. */
const OF_SELECTION: readonly CycleState[] = ['open', 'rating', 'selected'];
export const isOfSelection = (from: CycleState, to: CycleState): boolean =>
  OF_SELECTION.includes(from) && OF_SELECTION.includes(to);

export type Unpublishable = 'purpose' | 'plan.name' | 'plan.decidedBy' | 'plan.decidedOn';

/** What a survey has to say of itself before it is published and does not (C0-M1). */
export function missingToPublish({ purpose, plan }: Pick<CycleView, 'purpose' | 'plan'>): Unpublishable[] {
  const missing: Unpublishable[] = [];
  if (purpose === '') missing.push('purpose');
  if (plan.name === '') missing.push('plan.name');
  if (plan.decidedBy === '') missing.push('plan.decidedBy');
  if (plan.decidedOn === null) missing.push('plan.decidedOn');
  return missing;
}
