export { subscriberOfLink } from './store.ts';
