import { invalidField } from '../../../kernel/errors.ts';

/** @throws Fault `invalid` at `expiresAt`: a stop-gap that is over before it begins would never be taken back */
export function refusePast(expiresAt: Temporal.Instant | null, now: Temporal.Instant): void {
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0)
    throw invalidField('expiresAt', {
      ja: '期限が過去の日時です。今後の日時を入力してください',
      en: 'That time has passed. Enter a future time',
    });
}
