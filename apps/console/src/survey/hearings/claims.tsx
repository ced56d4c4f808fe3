import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LACKS } from '../../../../../areas/survey/drafting/words.ts';
import { SECTION_WORDS } from '../../../../../areas/survey/hearings/words.ts';
import { CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { clockMinute } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Part } from '../../ui/part.tsx';
import { HEARING } from './words.ts';

const FigureView = lazyPart(() => import('../../learn/cases/figure-view.tsx'), 'FigureView');
type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;

/** What was taken from the hearing so far, and what the case would begin with. */
export function Claims({ hearing }: { hearing: Hearing }) {
  const { say } = useSpeech();
  const may = useMay();
  const navigate = useNavigate();
  const { data: draft } = useQuery(
    reading('GET /api/survey/events/:id/draft', { params: { id: hearing.eventId } }, 'survey-hearings'),
  );
  const act = useAct('POST /api/survey/events/:id/draft', {
    stale: ['survey-hearings', 'cases'],
    formless: true,
    done: ({ caseId }) => void navigate({ to: '/learn/cases/$id', params: { id: caseId } }),
  });
  const told = hearing.lines
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((line) => line.claims.map((claim, i) => ({ key: `${line.id}.${i}`, line, claim })));
  const left = hearing.questions.filter(({ answeredBy }) => answeredBy.length === 0).length;
  return (
    <section className="hearing-column" aria-labelledby="hearing-claims">
      <header>
        <h2 id="hearing-claims">{say(HEARING.claims)}</h2>
        <span className="quiet">{told.length}</span>
      </header>
      {told.length === 0 && <p className="quiet">{say(HEARING.claimsEmpty)}</p>}
      <ul className="hearing-claims">
        {told.map(({ key, line, claim }) => (
          <li
            key={key}
            className={claim.certainty === 'confirmed' ? 'hearing-claim' : 'hearing-claim hearing-claim-open'}
          >
            {claim.text}
            <small>
              {say(SECTION_WORDS[claim.section])} · {line.speaker} {clockMinute(line.at)} ·{' '}
              <strong>{say(CERTAINTY_WORDS[claim.certainty])}</strong>
            </small>
          </li>
        ))}
      </ul>
      <h2>{say(HEARING.figure)}</h2>
      {draft && (
        <Part height={220}>
          <div className="hearing-figure">
            <FigureView figure={draft.figure} title={hearing.title} />
          </div>
        </Part>
      )}
      <p className="quiet">{say(HEARING.left, { n: left })}</p>
      {draft?.caseId ? (
        <>
          <ButtonLink to="/learn/cases/$id" params={{ id: draft.caseId }} variant="default">
            {say(HEARING.openCase)}
          </ButtonLink>
          <ButtonLink to="/survey/cases/$id/public" params={{ id: draft.caseId }} variant="default">
            {say(HEARING.anonymise)}
          </ButtonLink>
        </>
      ) : (
        draft &&
        may('survey.manage') && (
          <ActButton
            why={draft.lacks ? say(LACKS[draft.lacks]) : undefined}
            loading={act.pending}
            onClick={() => act.run({ params: { id: hearing.eventId }, body: {} })}
          >
            {say(HEARING.draft)}
          </ActButton>
        )
      )}
    </section>
  );
}
