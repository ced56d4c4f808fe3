import type { Role } from '../areas/roles.ts';
import { openCycle } from '../areas/survey/cycles/open-cycle.ts';
import { newCycle } from '../areas/survey/cycles/schema.ts';
import { startingCriteria } from '../areas/survey/cycles/starting-criteria.ts';
import { assignRater } from '../areas/survey/selection/assign-rater.ts';
import { finishSheet } from '../areas/survey/selection/finish-sheet.ts';
import { type EventSource, listCandidates } from '../areas/survey/selection/list-candidates.ts';
import { rateCandidate } from '../areas/survey/selection/rate-candidate.ts';
import { type Rating, rating, type SurveyEvent, type Tally } from '../areas/survey/selection/schema.ts';
import { startRating } from '../areas/survey/selection/start-rating.ts';
import type { Context } from '../database/transaction.ts';
import { newId } from '../kernel/clock.ts';
import { asItWas, race } from './acts.ts';
import type { TestHouse } from './house.ts';

const PEOPLE = {
  secretary: ['secretariat'],
  first: ['rater'],
  second: ['rater'],
  third: ['rater'],
  responder: ['responder'],
} as const satisfies Record<string, readonly Role[]>;
type Name = keyof typeof PEOPLE;

const SECTORS = ['finance', 'water', 'power', 'finance', 'medical', 'finance'];

/** Events as they are told here, all of them of the window. */
export const eventsTold = (events: readonly SurveyEvent[]): EventSource => ({
  within: () => Promise.resolve(events),
  outside: () => Promise.resolve({ before: 0, after: 0 }),
});

/** A surveying body with raters and a survey of six candidates: the ground on which selecting is tested. */
export class SurveyRoom {
  readonly house: TestHouse;
  readonly orgId: string;
  readonly ids: Readonly<Record<Name, string>>;
  readonly events: readonly SurveyEvent[];
  cycleId = '';

  private constructor(house: TestHouse, orgId: string, ids: Readonly<Record<Name, string>>) {
    this.house = house;
    this.orgId = orgId;
    this.ids = ids;
    this.events = SECTORS.map((sector, n) => ({
      eventId: newId(),
      receiptNumber: `R-000${n + 1}`,
      title: `事案${n + 1}`,
      operatorId: null,
      sector,
      causes: [n % 2 === 0 ? 'attack' : 'fault'],
      reached: [],
      suppliers: [],
      eventType: 'availability',
      submittedAt: Temporal.Instant.from(`2024-0${n + 1}-15T00:00:00Z`),
      out: null,
    }));
  }

  static async open(house: TestHouse, target: number | null = 2): Promise<SurveyRoom> {
    const orgId = await house.organisation();
    const ids = {
      secretary: await house.person(orgId, PEOPLE.secretary),
      first: await house.person(orgId, PEOPLE.first),
      second: await house.person(orgId, PEOPLE.second),
      third: await house.person(orgId, PEOPLE.third),
      responder: await house.person(orgId, PEOPLE.responder),
    };
    const room = new SurveyRoom(house, orgId, ids);
    room.cycleId = (await openCycle(room.as('secretary'), newCycle.parse({ fiscalYear: 2024, target }))).id;
    return room;
  }

  as(name: Name): Context {
    return this.house.as(this.orgId, this.ids[name], PEOPLE[name]);
  }

  event(n: number): string {
    return this.events[n]?.eventId ?? '';
  }

  list(): Promise<Tally> {
    return listCandidates(this.as('secretary'), this.cycleId, eventsTold(this.events));
  }

  /** As far as two raters rate. */
  async rating(): Promise<void> {
    await this.list();
    for (const name of ['first', 'second'] as const)
      await assignRater(this.as('secretary'), this.cycleId, this.ids[name]);
    await startRating(this.as('secretary'), this.cycleId);
  }

  /** The same score by every criterion. */
  given(score: number, more: Partial<Rating> = {}, by = ''): Rating {
    const scores = Object.fromEntries(
      startingCriteria().map(({ key }) => [key, { score, evidence: `根拠${by}` }]),
    );
    return rating.parse({ scores, quality: 'good', ...more });
  }

  /** Every candidate by that person, with these scores one after the other. */
  async rate(name: Name, scores: readonly number[] = [3, 2, 2, 1, 1, 0]): Promise<void> {
    for (const [n, { eventId }] of this.events.entries())
      await rateCandidate(
        this.as(name),
        this.cycleId,
        eventId,
        this.given(scores[n] ?? 0, {}, ` zqxwv-${name}`),
      );
  }

  /** As far as both are done. */
  async rated(first?: readonly number[], second?: readonly number[]): Promise<void> {
    await this.rating();
    await this.rate('first', first);
    await this.rate('second', second);
    for (const name of ['first', 'second'] as const) await finishSheet(this.as(name), this.cycleId);
  }

  race(...acts: readonly (() => Promise<unknown>)[]): Promise<{ won: number; lost: string[] }> {
    return race(this.house.clone, [this.orgId], ...acts);
  }

  asItWas(act: () => Promise<unknown>): Promise<void> {
    return asItWas(this.house.clone, this.orgId, act);
  }
}
