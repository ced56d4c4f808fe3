import { contracts as HEARINGS } from '../../../../../areas/survey/hearings/contract.ts';
import { SECTIONS } from '../../../../../areas/survey/hearings/schema.ts';
import {
  QUESTION_KIND_WORDS,
  questionWords,
  SECTION_WORDS,
} from '../../../../../areas/survey/hearings/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { useTold } from './told.ts';
import { HEARING } from './words.ts';

type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;
type Question = Hearing['questions'][number];

/** What is still to be asked, with why; the one that is being asked now takes what is typed as its answer. */
export function Questions({
  hearing,
  now,
  onAsk,
}: {
  hearing: Hearing;
  now: string | null;
  onAsk: (key: string | null) => void;
}) {
  const { say } = useSpeech();
  const { questions } = hearing;
  const done = questions.filter(({ answeredBy }) => answeredBy.length > 0).length;
  return (
    <section className="hearing-column" aria-labelledby="hearing-questions">
      <header>
        <h2 id="hearing-questions">{say(HEARING.questions)}</h2>
        <span className="quiet">{say(HEARING.answered, { done, all: questions.length })}</span>
      </header>
      <ul className="hearing-questions">
        {questions.map((question) => (
          <li key={question.key}>
            <button
              type="button"
              className="hearing-question"
              aria-pressed={now === question.key}
              disabled={hearing.state !== 'open'}
              onClick={() => onAsk(now === question.key ? null : question.key)}
            >
              <Asked question={question} isNow={now === question.key} />
            </button>
          </li>
        ))}
      </ul>
      {hearing.state !== 'cancelled' && (
        <AskForm
          by={HEARINGS}
          act="POST /api/survey/hearings/:id/questions"
          label={say(HEARING.addQuestion)}
          given={{ id: hearing.id }}
          stale={['survey-hearings']}
          fields={{
            text: { kind: 'text', label: say(HEARING.question) },
            section: {
              kind: 'choice',
              label: say(HEARING.section),
              choices: SECTIONS.map((value) => ({ value, label: say(SECTION_WORDS[value]) })),
            },
          }}
        />
      )}
    </section>
  );
}

function Asked({ question, isNow }: { question: Question; isNow: boolean }) {
  const { say, list, labelled } = useSpeech();
  const told = useTold();
  const { kind, section, path, accounts, answeredBy } = question;
  const state = isNow ? 'now' : answeredBy.length > 0 ? 'done' : kind === 'differing' ? 'differing' : 'open';
  const badge = isNow ? HEARING.nowAsked : answeredBy.length > 0 ? HEARING.done : QUESTION_KIND_WORDS[kind];
  // That nobody says anything is what the badge says.
  const isTold = accounts.some(({ said: held }) => (held as { readonly is: string }).is === 'value');
  const said = (isTold ? accounts : []).map((each) =>
    labelled(`${receiptNumber(each.number)} v${each.version}`, told(path, each)),
  );
  return (
    <>
      <span className={`hearing-badge hearing-badge-${state}`}>{say(badge)}</span>{' '}
      <span className="hearing-asked">{say(questionWords(question))}</span>
      <small>{[say(SECTION_WORDS[section]), list(said)].filter(Boolean).join(' · ')}</small>
    </>
  );
}
