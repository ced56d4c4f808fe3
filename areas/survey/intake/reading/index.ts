export { insertReading, readingsOf, wasReadSince } from './store.ts';
