import type { Context } from '../../../database/transaction.ts';
import { whenOf } from '../../../kernel/happened.ts';
import type { Clock } from '../regimes/rules.ts';
import type { RegimeDocument } from '../regimes/schema.ts';
import type { openReport } from './run-clock.ts';

/** A regime as it counts for an incident: by the edition that runs there, else by that of now. */
export interface Counted {
  readonly regime: string;
  readonly edition: number;
  readonly document: RegimeDocument;
}

/** The report a clock makes, before it is opened. @returns undefined where what starts it is not known: nothing runs yet */
export function reportOf(
  ctx: Context,
  {
    incidentId,
    counted: { regime, edition, document },
    clock: { stage, fact, startsAt, dueAt },
    wrongful,
  }: {
    readonly incidentId: string;
    readonly counted: Counted;
    readonly clock: Clock;
    readonly wrongful: boolean;
  },
): Parameters<typeof openReport>[1] | undefined {
  if (fact && !startsAt) return undefined;
  return {
    incidentId,
    regime,
    edition,
    wrongful,
    recipient: document.name[ctx.language],
    stage,
    number: 1,
    clock: 'law',
    startFact: fact ?? '',
    startsAt: startsAt ?? whenOf(ctx).at,
    dueAt,
  };
}
