/** What others set going here, each within its own transaction. */
export { callAnew } from './call-anew.ts';
