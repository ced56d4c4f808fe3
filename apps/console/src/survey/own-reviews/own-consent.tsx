import { Text } from '@mantine/core';
import { contracts as OWN_REVIEWS } from '../../../../../areas/survey/own-reviews/contract.ts';
import { useSpeech } from '../../language.tsx';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { OwnReview } from './own-review-page.tsx';
import { OWN_REVIEW } from './words.ts';

/** Consent to the edition that is shown, what became of each that was sent, and its withdrawal. */
export function OwnConsent({ review }: { review: OwnReview }) {
  const { say, language } = useSpeech();
  const { id, hash, edition, open, standing, consents, consentDays, withdrawal } = review;
  const common = { by: OWN_REVIEWS, stale: ['own-reports'], given: { id } } as const;
  const onItsWay = withdrawal !== null && withdrawal.outcome === null;
  const may = standing !== 'given' && standing !== 'lapsed';
  return (
    <section aria-labelledby="own-review-consent">
      <h2 id="own-review-consent">{say(OWN_REVIEW.consent)}</h2>
      {consents.length > 0 && (
        <ul className="review-list">
          {consents.map((each) => (
            <li key={each.sentAt}>
              {say(OWN_REVIEW.consentLine, {
                n: each.edition,
                by: each.by,
                at: dateAndTime(each.sentAt, language),
              })}{' '}
              <Mark
                tone={each.outcome === 'taken' ? 'recovery' : each.outcome === 'refused' ? 'event' : 'quiet'}
              >
                {say(each.outcome === null ? OWN_REVIEW.waiting : OWN_REVIEW[each.outcome])}
              </Mark>{' '}
              {[
                each.reason,
                each.withdrawnAt
                  ? say(OWN_REVIEW.withdrawn, { at: dateAndTime(each.withdrawnAt, language) })
                  : each.until && say(OWN_REVIEW.until, { at: dateAndTime(each.until, language) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <>
          <Text>{say(OWN_REVIEW.consentTo, { n: edition, days: consentDays })}</Text>
          <AskForm
            {...common}
            act="POST /api/survey/own-reviews/:id/consent"
            label={say(OWN_REVIEW.give)}
            submit={say(OWN_REVIEW.give)}
            hint={say(OWN_REVIEW.consentTo, { n: edition, days: consentDays })}
            {...(open > 0 && { why: say(OWN_REVIEW.openFirst, { n: open }) })}
            given={{ id, seen: hash }}
            fields={{}}
          />
        </>
      )}
      {withdrawal && (
        <Text>
          {say(OWN_REVIEW.withdrawalLine, { at: dateAndTime(withdrawal.sentAt, language) })}{' '}
          <Mark tone={withdrawal.outcome === 'taken' ? 'recovery' : onItsWay ? 'quiet' : 'event'}>
            {say(withdrawal.outcome === null ? OWN_REVIEW.waiting : OWN_REVIEW[withdrawal.outcome])}
          </Mark>{' '}
          {withdrawal.reason}
        </Text>
      )}
      {!onItsWay && (
        <AskForm
          {...common}
          act="POST /api/survey/own-reviews/:id/withdrawal"
          label={say(OWN_REVIEW.withdraw)}
          submit={say(OWN_REVIEW.withdraw)}
          hint={say(OWN_REVIEW.withdrawHint)}
          fields={{ reason: { kind: 'text', label: say(OWN_REVIEW.reason) } }}
        />
      )}
    </section>
  );
}
