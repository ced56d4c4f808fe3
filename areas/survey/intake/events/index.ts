export { contentsAbout, eventsReceived, titlesOfEvents, toldOfEvent } from './store.ts';
