export {
  findStorm,
  type Held,
  lastRelease,
  latelyOf,
  listStorms,
  nextHeld,
  type OpenStorm,
  openStorm,
  readBrake,
  stormsHolding,
} from './store.ts';
export { stormsTold } from './storms-told.ts';
