import { contracts as heartbeats } from './monitors/contract.ts';
import { contracts as signals } from './signals/contract.ts';
import { contracts as sources } from './sources/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = {
  ...sources,
  ...signals,
  ...heartbeats,
};
