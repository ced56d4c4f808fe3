export {
  eventsOutside,
  eventsWithin,
  operatorsOfEvent,
  peersOfEvent,
  peersOfOperator,
  titlesOfEvents,
  toldOfEvent,
} from './events/index.ts';
export { duesOfReport } from './hold-to-deadlines.ts';
export { listReports } from './listing/index.ts';
export { contentOf, findReport, lockReport, type StoredReport } from './store.ts';
export { questionsOf } from './thread/index.ts';
