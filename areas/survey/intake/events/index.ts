export { contentsAbout, eventsOutside, eventsWithin, titlesOfEvents, toldOfEvent } from './store.ts';
