export { consentOn } from './consent-on.ts';
export type { ConsentOn } from './rules.ts';
