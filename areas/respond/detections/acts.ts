/** What ties signals to an incident, within the caller's transaction, which has locked it. */
export { noticePrecursors } from './notice-precursors.ts';
export { recordBack, recordLinked } from './record-linked.ts';
export { linkSignals, lockLooked, moveSignals } from './store.ts';
