export {
  contentsAbout,
  eventsOutside,
  eventsWithin,
  operatorsOfEvent,
  peersOfOperator,
  titlesOfEvents,
  toldOfEvent,
} from './store.ts';
