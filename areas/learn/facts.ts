import { facts as cases } from './cases/facts.ts';
import { facts as improvements } from './improvements/facts.ts';

/** What can happen in this area, declared by the thing in which it happens. */
export const facts = {
  ...cases,
  ...improvements,
} as const;
