import { Text } from '@mantine/core';
import { contracts as REVIEWS } from '../../../../../areas/survey/review/contract.ts';
import { CONSENT_DAYS, REVIEW_DAYS } from '../../../../../areas/survey/review/rules.ts';
import { useSpeech } from '../../language.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import type { CaseReviews } from './case-review-page.tsx';
import { REVIEW } from './words.ts';

const LANGUAGES = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
] as const;

/** Asks an operator about the newest edition: by a link to one of its addresses, or by a package to its own Sonae. */
export function AskReview({
  caseId,
  operator: { id: operatorId, contacts, peers },
  again,
}: {
  caseId: string;
  operator: CaseReviews['operators'][number];
  again: boolean;
}) {
  const { say } = useSpeech();
  const days = {
    days: { kind: 'number', label: say(REVIEW.days), begin: REVIEW_DAYS },
    consentDays: { kind: 'number', label: say(REVIEW.consentDays), begin: CONSENT_DAYS },
  } as const;
  const common = {
    by: REVIEWS,
    act: 'POST /api/survey/cases/:id/reviews',
    submit: say(REVIEW.ask),
    stale: ['survey-reviews'],
  } as const;
  const [contact] = contacts;
  const [peer] = peers;
  return (
    <>
      {contact && (
        <AskForm
          {...common}
          label={`${say(again ? REVIEW.askAgain : REVIEW.ask)} — ${say(REVIEW.byMail)}`}
          given={{ id: caseId, operatorId, peerId: null }}
          fields={{
            email: {
              kind: 'choice',
              label: say(REVIEW.contact),
              begin: contact.email,
              needed: true,
              choices: contacts.map(({ name, role, email }) => ({
                value: email,
                label: [name, role, email].filter(Boolean).join(' '),
              })),
            },
            language: { kind: 'choice', label: say(REVIEW.language), begin: 'ja', choices: LANGUAGES },
            ...days,
          }}
        />
      )}
      {peer && (
        <AskForm
          {...common}
          label={`${say(again ? REVIEW.askAgain : REVIEW.ask)} — ${say(REVIEW.byPackage)}`}
          hint={peer.name}
          given={{ id: caseId, operatorId, email: '', language: 'ja', peerId: peer.id }}
          fields={days}
        />
      )}
      {!contact && !peer && <Text className="quiet">{say(REVIEW.noContact)}</Text>}
    </>
  );
}
