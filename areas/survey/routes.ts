import type { Served } from '../route.ts';
import { routes as anonymise } from './anonymise/routes.ts';
import type { contracts } from './contracts.ts';
import { routes as cycles } from './cycles/routes.ts';
import { routes as deadlines } from './deadlines/routes.ts';
import { routes as doors } from './doors/routes.ts';
import { routes as drafting } from './drafting/routes.ts';
import { routes as editions } from './editions/routes.ts';
import { routes as exchange } from './exchange/routes.ts';
import { routes as hearings } from './hearings/routes.ts';
import { routes as intake } from './intake/routes.ts';
import { routes as lessons } from './lessons/routes.ts';
import { routes as operators } from './operators/routes.ts';
import { routes as ownLessons } from './own-lessons/routes.ts';
import { routes as ownMinutes } from './own-minutes/routes.ts';
import { routes as ownReviews } from './own-reviews/routes.ts';
import { routes as publication } from './publication/routes.ts';
import { routes as reporting } from './reporting/routes.ts';
import { routes as review } from './review/routes.ts';
import { routes as selection } from './selection/routes.ts';
import { routes as statistics } from './statistics/routes.ts';

/** Who keeps the contracts of this area. */
export const routes: Served<typeof contracts> = {
  ...anonymise,
  ...cycles,
  ...doors,
  ...drafting,
  ...editions,
  ...deadlines,
  ...exchange,
  ...hearings,
  ...intake,
  ...publication,
  ...lessons,
  ...reporting,
  ...operators,
  ...review,
  ...ownReviews,
  ...ownLessons,
  ...ownMinutes,
  ...selection,
  ...statistics,
};
