import { invalidField } from '../../../kernel/errors.ts';

/** @throws Fault `invalid` at `at`: what has not happened yet is not recorded */
export function refuseFuture(at: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(at, now) > 0)
    throw invalidField('at', {
      ja: '未来の時刻は記録できません',
      en: 'A time in the future cannot be recorded',
    });
}
