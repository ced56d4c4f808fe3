import { facts as channels } from './channels/facts.ts';

/** What can happen where messages leave, declared by the thing in which it happens. */
export const facts = { ...channels } as const;
