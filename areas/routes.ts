import { routes as audit } from './audit/routes.ts';
import type { CONTRACTS } from './contracts.ts';
import { routes as detect } from './detect/routes.ts';
import { routes as find } from './find/routes.ts';
import { routes as learn } from './learn/routes.ts';
import { routes as ledger } from './ledger/routes.ts';
import { routes as prepare } from './prepare/routes.ts';
import { routes as respond } from './respond/routes.ts';
import type { Route, Served } from './route.ts';
import { routes as sending } from './sending/routes.ts';
import { routes as survey } from './survey/routes.ts';

const SERVED: Served<typeof CONTRACTS> = {
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

/** Every route of the product, in the order of the loop; HTTP is read from here. */
export const ROUTES: readonly Route[] = Object.values(SERVED);
