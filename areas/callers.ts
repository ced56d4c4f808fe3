import { questionCaller } from './prepare/confirmations/question-caller.ts';
import { invitationCaller } from './prepare/invitations/invitation-caller.ts';
import { noticeCaller } from './respond/notices/notice-caller.ts';
import { pageCaller } from './respond/paging/page-caller.ts';
import type { Caller, Callers } from './sending/outbox/index.ts';
import { doorCaller } from './survey/doors/door-caller.ts';
import { hearingCaller } from './survey/hearings/hearing-caller.ts';

import { codeCaller } from './survey/review/code-caller.ts';
import { reviewCaller } from './survey/review/review-caller.ts';

/** Everybody who sends messages; one more is its folder and a line here. */
const ALL: readonly Caller[] = [
  pageCaller,
  noticeCaller,
  questionCaller,
  invitationCaller,
  doorCaller,
  hearingCaller,
  reviewCaller,
  codeCaller,
];

export const CALLERS: Callers = Object.fromEntries(ALL.map((caller) => [caller.purpose.name, caller]));
