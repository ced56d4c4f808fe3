import './case.css';
import { Badge, Button, Group, Menu, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { GROUP_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import { contracts } from '../../../../../areas/learn/cases/contract.ts';
import { ledClaims } from '../../../../../areas/learn/cases/factors/rules.ts';
import { isPlainTime, lifeWords, timesWords } from '../../../../../areas/learn/cases/life/words.ts';
import { asksReason, CASE_TURNS } from '../../../../../areas/learn/cases/rules.ts';
import { CLAIM_SECTIONS, type Claim, type Lesson, TURNS } from '../../../../../areas/learn/cases/schema.ts';
import { claimsOf } from '../../../../../areas/learn/cases/texts/rules.ts';
import {
  FACTOR_WORDS,
  MEASURE_WORDS,
  NEED_WORDS,
  OUTCOME_WORDS,
  SECTION_WORDS,
  THEME_WORDS,
} from '../../../../../areas/learn/cases/words.ts';
import { spelledText } from '../../../../../kernel/hedges.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { AdoptButton } from '../lessons/adopt-button.tsx';
import { SimilarCases } from '../lessons/similar-cases.tsx';
import { CaseEditor } from './case-editor.tsx';
import { CaseHistory } from './case-history.tsx';
import { FigureLabels, KeptFigure } from './figure-view.tsx';
import { FindingsList } from './findings-list.tsx';
import { Said } from './said.tsx';
import { CASE_TOPICS, TURN_WORDS } from './turn-words.ts';
import { CASE } from './words.ts';

const route = getRouteApi('/shell/learn/cases/$id');
export type CaseReply = ReplyOf<'GET /api/learn/cases/:id'>;

export function CasePage() {
  const { id } = route.useParams();
  const { edit } = route.useSearch();
  const query = useQuery(reading('GET /api/learn/cases/:id', { params: { id } }, 'case'));
  return (
    <div className="page">
      <Loaded query={query}>
        {(reply) => (edit ? <CaseEditor reply={reply} /> : <Reading reply={reply} />)}
      </Loaded>
    </div>
  );
}

function Reading({ reply }: { reply: CaseReply }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const { document } = reply;
  const title = spelledText(document.title, language);
  return (
    <article className="case">
      <header>
        <Group justify="space-between" align="start">
          <div>
            <Title order={1}>{title}</Title>
            <Group gap="md" mt={4} className="quiet">
              <span>{say(GROUP_WORDS[document.causeGroup])}</span>
              <span>
                {say(CASE[reply.state])} · {say(CASE.version, { n: reply.version })} ·{' '}
                <Ago at={reply.changedAt} />
              </span>
              {reply.incidentId && (
                <AppLink to="/respond/incidents/$id" params={{ id: reply.incidentId }}>
                  {say(CASE.fromIncident)}
                </AppLink>
              )}
              {may('survey.intake') && (
                <AppLink to="/survey/cases/$id/public" params={{ id: reply.id }}>
                  {say(CASE.anonymise)}
                </AppLink>
              )}
            </Group>
          </div>
          <Tools reply={reply} />
        </Group>
      </header>
      {document.summary.length > 0 && (
        <ul className="case-summary">
          {document.summary.map((each) => (
            <li key={each.ja}>
              <Said text={each} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <KeptFigure caseId={reply.id} title={title} />
        <FigureLabels figure={document.figure} />
      </div>
      <div className="case-sections">
        {CLAIM_SECTIONS.map((section, i) => (
          <section key={section}>
            <h2>
              {i + 1}. {say(SECTION_WORDS[section])}
            </h2>
            <Claims claims={document.sections[section]} all={claimsOf(document)} />
          </section>
        ))}
        <section>
          <h2>6. {say(SECTION_WORDS.lessons)}</h2>
          <Lessons lessons={document.lessons} caseId={reply.id} />
        </section>
      </div>
      {(reply.state === 'draft' || reply.state === 'inReview') && (
        <div className="case-tools">
          <FindingsList findings={reply.findings} />
        </div>
      )}
      <section className="case-tools">
        <h2>{say(W.similar)}</h2>
        <SimilarCases of="case" id={reply.id} />
      </section>
      <CaseHistory reply={reply} />
    </article>
  );
}

function Claims({ claims, all }: { claims: readonly Claim[]; all: readonly Claim[] }) {
  const { say } = useSpeech();
  return (
    <ul>
      {ledClaims(claims).map(({ claim, factors }) => (
        <li key={claim.id}>
          <ClaimText claim={claim} all={all} />
          {factors.map(({ certainty, claims: facts }) => (
            <div key={certainty}>
              <strong>{say(FACTOR_WORDS[certainty])}</strong>
              <ul>
                {facts.map((fact) => (
                  <li key={fact.id}>
                    <ClaimText claim={fact} all={all} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A claim's words with their doubts, and what else is known of it. */
function ClaimText({ claim, all }: { claim: Claim; all: readonly Claim[] }) {
  const { say, language } = useSpeech();
  const states = [
    ...(claim.done && claim.done !== 'done' ? [MEASURE_WORDS[claim.done]] : []),
    ...(claim.outcome && claim.outcome !== 'effective' ? [OUTCOME_WORDS[claim.outcome]] : []),
  ];
  return (
    <>
      <Said text={claim.text} />{' '}
      {states.map((word) => (
        <Badge key={word.en} variant="outline" color="gray" size="sm">
          {say(word)}
        </Badge>
      ))}
      {isPlainTime(claim.times) && <span className="quiet"> {timesWords(claim.times, language)}</span>}
      {lifeWords(claim, all, language).map((line) => (
        <div key={line} className="quiet">
          {line}
        </div>
      ))}
    </>
  );
}

function Lessons({ lessons, caseId }: { lessons: readonly Lesson[]; caseId: string }) {
  const { say, labelled } = useSpeech();
  return (
    <ul>
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <strong>
            <Said text={lesson.title} />
          </strong>
          <br />
          <Said text={lesson.body} />
          <br />
          {lesson.themes.map((theme) => (
            <AppLink key={theme} to="/learn" search={{ theme }} mr="sm">
              {say(THEME_WORDS[theme])}
            </AppLink>
          ))}
          {lesson.need && (
            <Badge variant="outline" color="gray" size="sm" mr="sm">
              {labelled(say(W.need), say(NEED_WORDS[lesson.need]))}
            </Badge>
          )}
          <AdoptButton caseId={caseId} lessonId={lesson.id} />
        </li>
      ))}
    </ul>
  );
}

function Tools({ reply: { id, state, version, own } }: { reply: CaseReply }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const navigate = route.useNavigate();
  const [printing, setPrinting] = useState(false);
  const turn = useAct('POST /api/learn/cases/:id/turn', { stale: CASE_TOPICS });
  const allowed = TURNS.filter(
    (each) =>
      CASE_TURNS[state][each] !== null &&
      may(each === 'submit' || each === 'reopen' ? 'case.write' : 'case.review'),
  );
  const refused = turn.wrong('document');
  return (
    <div className="case-tools">
      <Group gap="xs" justify="end">
        {state === 'draft' && may('case.write') && (
          <Button variant="default" onClick={() => void navigate({ search: { edit: 'yes' } })}>
            {say(CASE.editCase)}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" loading={printing}>
              PDF · HTML
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['pdf', 'html', 'md', 'json'] as const).map((format) => (
              <Menu.Item
                key={format}
                onClick={() => {
                  setPrinting(true);
                  void saveFile(`/api/learn/cases/${id}/document?lang=${language}&format=${format}`).finally(
                    () => setPrinting(false),
                  );
                }}
              >
                {format === 'md' ? 'Markdown' : format.toUpperCase()}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {allowed.map((each) =>
          asksReason(each, own) ? (
            <AskForm
              key={each}
              by={contracts}
              act="POST /api/learn/cases/:id/turn"
              size="sm"
              variant={each === 'approve' ? 'filled' : 'default'}
              label={say(CASE[TURN_WORDS[each]])}
              submit={say(CASE[TURN_WORDS[each]])}
              stale={CASE_TOPICS}
              {...(each === 'approve' && { hint: say(CASE.ownReview) })}
              fields={{ reason: { label: say(CASE.turnReason), kind: 'text', needed: true } }}
              given={{ id, turn: each, version }}
            />
          ) : (
            <Button
              key={each}
              variant={each === 'submit' || each === 'approve' ? 'filled' : 'default'}
              loading={turn.pending}
              onClick={() => turn.run({ params: { id }, body: { turn: each, version, reason: '' } })}
            >
              {say(CASE[TURN_WORDS[each]])}
            </Button>
          ),
        )}
      </Group>
      {refused && (
        <p role="alert" className="quiet">
          {refused}
        </p>
      )}
    </div>
  );
}
