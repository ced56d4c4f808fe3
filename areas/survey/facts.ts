import { facts as anonymise } from './anonymise/facts.ts';
import { facts as cycles } from './cycles/facts.ts';
import { facts as deadlines } from './deadlines/facts.ts';
import { facts as doors } from './doors/facts.ts';
import { facts as drafting } from './drafting/facts.ts';
import { facts as editions } from './editions/facts.ts';
import { facts as exchange } from './exchange/facts.ts';
import { facts as hearings } from './hearings/facts.ts';
import { facts as intake } from './intake/facts.ts';
import { facts as lessons } from './lessons/facts.ts';
import { facts as operators } from './operators/facts.ts';
import { facts as ownLessons } from './own-lessons/facts.ts';
import { facts as ownMinutes } from './own-minutes/facts.ts';
import { facts as ownReviews } from './own-reviews/facts.ts';
import { facts as publication } from './publication/facts.ts';
import { facts as reporting } from './reporting/facts.ts';
import { facts as review } from './review/facts.ts';
import { facts as selection } from './selection/facts.ts';

/** What can happen in this area, declared by the thing in which it happens. */
export const facts = {
  ...editions,
  ...deadlines,
  ...operators,
  ...intake,
  ...reporting,
  ...doors,
  ...cycles,
  ...selection,
  ...exchange,
  ...hearings,
  ...drafting,
  ...review,
  ...ownReviews,
  ...ownLessons,
  ...ownMinutes,
  ...publication,
  ...lessons,
  ...anonymise,
} as const;
