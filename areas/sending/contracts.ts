import { contracts as channels } from './channels/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = { ...channels };
