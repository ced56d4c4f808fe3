import { useQuery } from '@tanstack/react-query';
import { CYCLE_STATES } from '../../../../../areas/survey/cycles/schema.ts';
import { CYCLE_STATE_WORDS } from '../../../../../areas/survey/cycles/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { CYCLE } from './words.ts';

type Cycle = ReplyOf<'GET /api/survey/cycles/:id'>;
type Rater = ReplyOf<'GET /api/survey/cycles/:id/raters'>['raters'][number];

interface Step {
  readonly figure: string;
  readonly word: string;
  readonly more?: string;
}

/** From all that was handed in to what is published: how far the survey is, and what is left at each step. */
export function Funnel({
  cycle,
  raters,
  results,
}: {
  cycle: Cycle;
  raters: readonly Rater[];
  /** The selection may be seen by whoever looks. */
  results: boolean;
}) {
  const { say } = useSpeech();
  const params = { id: cycle.id };
  const { data: listed } = useQuery(
    reading(
      'GET /api/survey/cycles/:id/candidates',
      { params, query: { limit: 1 } },
      'survey-selection',
      'survey-cycles',
    ),
  );
  const { data: selection } = useQuery({
    ...reading('GET /api/survey/cycles/:id/selection', { params }, 'survey-selection'),
    enabled: results,
  });
  const tally = listed?.tally;
  const eligible = tally?.eligible;
  const out = tally ? tally.before + tally.after + tally.notPassed + tally.withdrawn : 0;
  const picked = selection?.ranked.filter((each) => each.picked).length;
  const of = (n: number | undefined, all: number | null): string =>
    all === null ? String(n ?? '–') : `${n ?? '–'} / ${all}`;
  const told: Readonly<Record<(typeof CYCLE_STATES)[number], Step>> = {
    open: {
      figure: String(eligible ?? '–'),
      word: say(CYCLE.inWindow),
      ...(out ? { more: say(CYCLE.outTold, { n: out }) } : {}),
    },
    rating: {
      figure: of(raters.filter(({ lockedAt }) => lockedAt).length, raters.length),
      word: say(CYCLE.rated),
    },
    selected: { figure: of(picked, cycle.target), word: say(CYCLE.chosen) },
    hearing: { figure: '', word: say(CYCLE_STATE_WORDS.hearing) },
    drafting: { figure: '', word: say(CYCLE_STATE_WORDS.drafting) },
    review: { figure: '', word: say(CYCLE_STATE_WORDS.review) },
    published: { figure: '', word: say(CYCLE_STATE_WORDS.published) },
  };
  const now = CYCLE_STATES.indexOf(cycle.state);
  return (
    <ol className="funnel" aria-label={say(CYCLE.steps)}>
      {CYCLE_STATES.map((state, i) => {
        const { figure, word, more } = told[state];
        return (
          <li key={state} aria-current={i === now ? 'step' : undefined} data-done={i < now || undefined}>
            <b>{figure || (i < now ? '✓' : i === now ? '●' : '–')}</b>
            <span>{word}</span>
            {more && <span className="quiet">{more}</span>}
          </li>
        );
      })}
    </ol>
  );
}
