import { facts as monitors } from './monitors/facts.ts';
import { facts as signals } from './signals/facts.ts';
import { facts as sources } from './sources/facts.ts';

/** What can happen in this area, declared by the thing in which it happens. */
export const facts = {
  ...sources,
  ...signals,
  ...monitors,
} as const;
