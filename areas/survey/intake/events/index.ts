export {
  contentsAbout,
  eventsOutside,
  eventsWithin,
  operatorsOfEvent,
  peersOfEvent,
  peersOfOperator,
  titlesOfEvents,
  toldOfEvent,
} from './store.ts';
