/** What whoever weighs signals writes of a storm, within its own transaction. */
export { holdBack, insertStorm, markBecome, touchStorm } from './store.ts';
