export {
  eventsOutside,
  eventsWithin,
  operatorsOfEvent,
  peersOfEvent,
  peersOfOperator,
  reportsNear,
  titlesOfEvents,
  toldOfEvent,
} from './store.ts';
