import { Card, Checkbox, Textarea, Title } from '@mantine/core';
import { CONSENT_WORDS } from '../../../../../areas/survey/publication/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty } from '../../ui/query-state.tsx';
import type { Publication } from './publication-page.tsx';
import { PUBLICATION } from './words.ts';

type Standing = Publication['cases'][number];

/** Each case of the survey, with everything that still stands in its way. */
export function StandingCases({
  found,
  leftOut,
  onLeave,
}: {
  found: Publication;
  leftOut: ReadonlyMap<string, string>;
  onLeave: (leftOut: ReadonlyMap<string, string>) => void;
}) {
  const { say } = useSpeech();
  const leave = (caseId: string, reason: string | undefined): void => {
    const next = new Map(leftOut);
    if (reason === undefined) next.delete(caseId);
    else next.set(caseId, reason);
    onLeave(next);
  };
  return (
    <Card withBorder component="section" aria-labelledby="publication-cases">
      <Title order={2} id="publication-cases">
        {say(PUBLICATION.cases)}
      </Title>
      {found.points.length > 0 && (
        <div className="publication-whole">
          <strong>{say(PUBLICATION.ofReport)}</strong>
          <ul>
            {found.points.map(({ field, mend }) => (
              <li key={`${field} ${mend.en}`}>{say(mend)}</li>
            ))}
          </ul>
        </div>
      )}
      {found.cases.length === 0 && <Empty text={say(PUBLICATION.noCases)} />}
      <ul className="publication-cases">
        {found.cases.map((each) => (
          <li key={each.eventId}>
            <OneCase each={each} reason={leftOut.get(each.caseId ?? '')} onLeave={leave} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OneCase({
  each,
  reason,
  onLeave,
}: {
  each: Standing;
  reason: string | undefined;
  onLeave: (caseId: string, reason: string | undefined) => void;
}) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const { caseId, points } = each;
  const [tone, word] =
    reason !== undefined
      ? (['quiet', say(PUBLICATION.leaveOut)] as const)
      : each.gone
        ? (['quiet', say(PUBLICATION.gone)] as const)
        : points.length > 0
          ? (['event', say(PUBLICATION.openPoints, { n: points.length })] as const)
          : (['recovery', say(PUBLICATION.ready)] as const);
  return (
    <>
      <div className="publication-head">
        {caseId ? (
          <AppLink to="/learn/cases/$id" params={{ id: caseId }}>
            {each.title ? say(each.title) : caseId}
          </AppLink>
        ) : (
          <span>{say(PUBLICATION.notDrafted)}</span>
        )}
        <Mark tone={tone}>{word}</Mark>
      </div>
      <p className="quiet">
        {[
          each.number !== null && say(PUBLICATION.number, { n: each.number }),
          each.publicEdition !== null && say(PUBLICATION.publicEdition, { n: each.publicEdition }),
          caseId !== null && say(PUBLICATION.consent, { state: say(CONSENT_WORDS[each.consent]) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {each.hash !== null && <code className="publication-hash">{each.hash}</code>}
      {points.length > 0 && reason === undefined && (
        <details open={points.length < 6}>
          <summary>{say(PUBLICATION.openPoints, { n: points.length })}</summary>
          <ul>
            {points.map(({ field, mend }) => (
              <li key={`${field} ${mend.en}`}>{say(mend)}</li>
            ))}
          </ul>
        </details>
      )}
      {manage && caseId !== null && (points.length > 0 || reason !== undefined || each.number !== null) && (
        <>
          <Checkbox
            label={say(PUBLICATION.leaveOut)}
            checked={reason !== undefined}
            onChange={(event) => onLeave(caseId, event.currentTarget.checked ? '' : undefined)}
          />
          {reason !== undefined && (
            <Textarea
              label={say(PUBLICATION.why)}
              required
              autosize
              maxLength={1_000}
              value={reason}
              onChange={(event) => onLeave(caseId, event.currentTarget.value)}
            />
          )}
        </>
      )}
    </>
  );
}
