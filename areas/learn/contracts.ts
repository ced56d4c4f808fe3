import { contracts as cases } from './cases/contract.ts';
import { contracts as improvements } from './improvements/contract.ts';
import { contracts as lessons } from './lessons/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = {
  ...cases,
  ...lessons,
  ...improvements,
};
