import './similar-cases.css';
import { useQuery } from '@tanstack/react-query';
import { CAUSE_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import { type CauseGroup, THEMES, type Theme } from '../../../../../areas/learn/cases/schema.ts';
import { THEME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { isSituation } from '../../../../../areas/prepare/plans/schema.ts';
import { SITUATION_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { LIKENESS_WORDS } from '../../words.ts';
import { LESSON } from './words.ts';

type Reason = ReplyOf<'GET /api/learn/cases/:id/similar'>['cases'][number]['reasons'][number];

const isTheme = (what: string): what is Theme => (THEMES as readonly string[]).includes(what);

/** Cases like a case, or like an incident that is still open, each with what agrees. */
export function SimilarCases({ of, id }: { of: 'case' | 'incident'; id: string }) {
  const { say, language, list, labelled } = useSpeech();
  const input = { params: { id } };
  const ofCase = useQuery({
    ...reading('GET /api/learn/cases/:id/similar', input, 'similar-cases'),
    enabled: of === 'case',
  });
  const ofIncident = useQuery({
    ...reading('GET /api/learn/incidents/:id/similar', input, 'similar-cases'),
    enabled: of === 'incident',
  });
  const query = of === 'case' ? ofCase : ofIncident;
  const named = ({ kind, what }: Reason): string =>
    kind === 'theme' && isTheme(what)
      ? say(THEME_WORDS[what])
      : kind === 'cause'
        ? say(CAUSE_WORDS[what as CauseGroup])
        : kind === 'situation' && isSituation(what)
          ? say(SITUATION_WORDS[what])
          : what;
  const grouped = (reasons: readonly Reason[]) =>
    [...new Set(reasons.map(({ kind }) => kind))].map((kind) => ({
      kind,
      names: reasons.filter((reason) => reason.kind === kind).map(named),
    }));
  return (
    <Loaded query={query}>
      {({ cases }) =>
        cases.length === 0 ? (
          <p className="quiet">{say(LESSON.noSimilar)}</p>
        ) : (
          <ul className="similar">
            {cases.map((each) => (
              <li key={each.id}>
                <AppLink to="/learn/cases/$id" params={{ id: each.id }} search={{ edit: '' }}>
                  {each.title[language] || each.title.ja}
                </AppLink>
                <div className="quiet">
                  {grouped(each.reasons)
                    .map(({ kind, names }) => labelled(say(LIKENESS_WORDS[kind]), list(names)))
                    .join(' ・ ')}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
