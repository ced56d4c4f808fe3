import { contracts as audit } from './audit/contract.ts';
import { contracts as detect } from './detect/contracts.ts';
import { contracts as find } from './find/contract.ts';
import { contracts as learn } from './learn/contracts.ts';
import { contracts as ledger } from './ledger/contract.ts';
import { contracts as prepare } from './prepare/contracts.ts';
import { contracts as respond } from './respond/contracts.ts';
import { contracts as sending } from './sending/contracts.ts';
import { contracts as survey } from './survey/contracts.ts';

/** Every contract of the product, in the order of the loop; the command line and the console's client are read from here. */
export const CONTRACTS = {
  ...prepare,
  ...detect,
  ...respond,
  ...learn,
  ...survey,
  ...sending,
  ...ledger,
  ...audit,
  ...find,
};
