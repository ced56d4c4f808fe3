import { REFUSALS, type RefusalReason } from './words.ts';

/** Why a package is not taken. `detail` names the place, where there is one; `expected` the number that is missing. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly detail: string;
  readonly expected: number | undefined;

  constructor(reason: RefusalReason, { detail = '', expected }: { detail?: string; expected?: number } = {}) {
    super(detail ? `${REFUSALS[reason].en}: ${detail}` : REFUSALS[reason].en);
    this.name = 'Refusal';
    this.reason = reason;
    this.detail = detail;
    this.expected = expected;
  }
}
