import { Group, Text } from '@mantine/core';
import { DISCLOSURES } from '../../../../../areas/learn/cases/schema.ts';
import { DISCLOSURE_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { contracts as ANONYMISE } from '../../../../../areas/survey/anonymise/contract.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { Row } from './texts.tsx';
import { PUBLIC } from './words.ts';

const STALE = ['public-editions'] as const;

/** How a text is disclosed, why, and who approved of it. Of a claim the case says how. */
export function PartDisclosure({ caseId, row }: { caseId: string; row: Row }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const { part, state, decision } = row;
  const isClaim = part?.startsWith('claim:') === true;
  const told = state === 'generalised' ? 'generalise' : state === 'withheld' ? 'withhold' : 'publish';
  if (part === null || (isClaim && told === 'publish')) return null;
  const given = { id: caseId, part, seen: decision?.version ?? 0 };
  const reason = { kind: 'text', label: say(PUBLIC.reason) } as const;
  return (
    <>
      {decision && decision.disclosure !== 'publish' && (
        <Text component="p" className="quiet" fz="sm">
          {say(PUBLIC.decided, { by: decision.by, reason: decision.reason })}{' '}
          <Mark tone={decision.approvedBy ? 'recovery' : 'event'}>
            {decision.approvedBy
              ? say(PUBLIC.approved, { by: decision.approvedBy })
              : say(PUBLIC.notApproved)}
          </Mark>
        </Text>
      )}
      {manage && (
        <Group gap="xs">
          {isClaim ? (
            <AskForm
              key={given.seen}
              by={ANONYMISE}
              act="POST /api/survey/cases/:id/disclosures"
              label={say(PUBLIC.explain)}
              given={{ ...given, disclosure: told }}
              stale={STALE}
              fields={{ reason }}
            />
          ) : (
            <AskForm
              key={given.seen}
              by={ANONYMISE}
              act="POST /api/survey/cases/:id/disclosures"
              label={say(PUBLIC.disclosure)}
              given={given}
              stale={STALE}
              fields={{
                disclosure: {
                  kind: 'choice',
                  label: say(PUBLIC.disclosure),
                  begin: told,
                  choices: DISCLOSURES.map((value) => ({ value, label: say(DISCLOSURE_WORDS[value]) })),
                },
                general: {
                  kind: 'group',
                  by: 'ja',
                  fields: {
                    ja: { kind: 'text', label: say(PUBLIC.generalJa) },
                    en: { kind: 'text', label: say(PUBLIC.generalEn) },
                  },
                },
                reason,
              }}
            />
          )}
          {decision && decision.disclosure !== 'publish' && !decision.approvedBy && (
            <AskForm
              by={ANONYMISE}
              act="POST /api/survey/cases/:id/disclosures/approval"
              label={say(PUBLIC.approve)}
              given={given}
              stale={STALE}
              fields={{ reason: { kind: 'text', label: say(PUBLIC.approveReason) } }}
            />
          )}
        </Group>
      )}
    </>
  );
}
