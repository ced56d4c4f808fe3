import type { CallTree } from '../calling/schema.ts';
import type { StoredRoute } from '../contact-routes/schema.ts';
import type { Fallback } from '../fallbacks/schema.ts';
import type { Party } from '../parties/schema.ts';
import type { Plan } from '../plans/schema.ts';

/** Everything the pack is made of, as the registers hold it. */
export interface PackSource {
  readonly organisation: string;
  readonly timeZone: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
  }[];
  readonly routes: readonly StoredRoute[];
  /** Ids in the order in which they are asked. */
  readonly dutyList: readonly string[];
  readonly shifts: readonly {
    readonly roster: string;
    readonly day: string;
    readonly hours: string;
    readonly personId: string | null;
  }[];
  /** What turns are made from; it changes when somebody changes it, not when a day goes by. */
  readonly turnsFrom: string;
  readonly callTrees: readonly CallTree[];
  /** Names of rosters by key. */
  readonly rosters: ReadonlyMap<string, string>;
  readonly parties: readonly Party[];
  readonly plans: readonly { readonly plan: Plan; readonly version: number }[];
  readonly systems: readonly {
    readonly name: string;
    readonly impact: number | null;
    readonly rtoMinutes: number | null;
    readonly needsOwner: boolean;
    readonly becauseName: string | null;
  }[];
  readonly fallbacks: readonly Fallback[];
  /** Names of systems by key. */
  readonly systemNames: ReadonlyMap<string, string>;
}
