import { eventsOutside, eventsWithin } from '../intake/index.ts';
import { receiptNumber } from '../intake/rules.ts';
import type { EventSource } from './list-candidates.ts';

/** Events as the desk knows them now, each by the report that leads it. */
export const eventsOfIntake: EventSource = {
  within: async (trx, window) =>
    (await eventsWithin(trx, window)).map(({ number, verdict, state, ...event }) => ({
      ...event,
      receiptNumber: receiptNumber(number),
      out: state === 'withdrawn' ? 'withdrawn' : verdict === 'passed' ? null : 'notPassed',
    })),
  outside: eventsOutside,
};
