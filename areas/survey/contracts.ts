import { contracts as anonymise } from './anonymise/contract.ts';
import { contracts as cycles } from './cycles/contract.ts';
import { contracts as deadlines } from './deadlines/contract.ts';
import { contracts as doors } from './doors/contract.ts';
import { contracts as drafting } from './drafting/contract.ts';
import { contracts as editions } from './editions/contract.ts';
import { contracts as exchange } from './exchange/contract.ts';
import { contracts as hearings } from './hearings/contract.ts';
import { contracts as intake } from './intake/contract.ts';
import { contracts as lessons } from './lessons/contract.ts';
import { contracts as operators } from './operators/contract.ts';
import { contracts as ownLessons } from './own-lessons/contract.ts';
import { contracts as ownMinutes } from './own-minutes/contract.ts';
import { contracts as ownReviews } from './own-reviews/contract.ts';
import { contracts as publication } from './publication/contract.ts';
import { contracts as reporting } from './reporting/contract.ts';
import { contracts as review } from './review/contract.ts';
import { contracts as selection } from './selection/contract.ts';
import { contracts as statistics } from './statistics/contract.ts';

/** What this area promises over HTTP and the command line, thing by thing. */
export const contracts = {
  ...editions,
  ...deadlines,
  ...operators,
  ...intake,
  ...reporting,
  ...doors,
  ...cycles,
  ...selection,
  ...exchange,
  ...statistics,
  ...publication,
  ...lessons,
  ...hearings,
  ...drafting,
  ...review,
  ...ownReviews,
  ...ownLessons,
  ...ownMinutes,
  ...anonymise,
};
