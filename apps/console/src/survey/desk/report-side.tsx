import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { needsReason, receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { VERDICTS, type Verdict } from '../../../../../areas/survey/intake/schema.ts';
import { BECAUSE_WORDS, VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import { listed } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { lookAgain, reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Dues } from './dues.tsx';
import type { Report } from './report-page.tsx';
import { sendSource } from './send-source.ts';
import { anyBegun, type Begun, begunWith, mayRecord } from './unsaved.ts';
import { WordSelect } from './word-select.tsx';
import { DESK } from './words.ts';

const STALE = { stale: ['survey'] } as const;

/** What is done about a report: verdict, questions, its event, sources, and who read it. */
export function ReportSide({ report, editing }: { report: Report; editing: boolean }) {
  const [begun, setBegun] = useState<Begun>({});
  const tell = useCallback<Tell>((name, text) => setBegun((now) => begunWith(now, name, text)), []);
  const received = report.state === 'received';
  return (
    <aside className="report-side">
      <LeaveGuard changed={anyBegun(begun)} />
      {received && <Judge key={report.version} report={report} editing={editing} tell={tell} />}
      {received && <Dues dues={report.dues} />}
      {report.version > 0 && <Questions report={report} tell={tell} />}
      {received && <Alike report={report} />}
      <Sources report={report} />
      {report.version > 0 && <Readings report={report} />}
      {received && <Withdraw report={report} tell={tell} />}
    </aside>
  );
}

type Tell = (name: string, text: string) => void;
/** Has it known that a text is begun, until it is sent or gone. */
function useBegun(tell: Tell, name: string, text: string): void {
  useEffect(() => tell(name, text), [tell, name, text]);
  useEffect(() => () => tell(name, ''), [tell, name]);
}

function Judge({ report, editing, tell }: { report: Report; editing: boolean; tell: Tell }) {
  const { say, language } = useSpeech();
  const [verdict, setVerdict] = useState<Verdict>(report.verdict);
  const [reason, setReason] = useState('');
  useBegun(tell, 'verdict', reason);
  const act = useAct('POST /api/survey/reports/:id/verdict', { ...STALE, done: () => setReason('') });
  const wants = needsReason(verdict) && reason.trim() === '';
  const judge = () => act.run({ params: { id: report.id }, body: { verdict, reason, seen: report.version } });
  const why = useRef<HTMLTextAreaElement>(null);
  usePlace(DESK.judge, [
    ...VERDICTS.map((each, i) => ({
      key: each,
      word: VERDICT_WORDS[each],
      hotkey: String(i + 1),
      run: () => {
        setVerdict(each);
        // What needs words is gone on with in the field for them.
        if (needsReason(each)) why.current?.focus();
      },
    })),
    {
      key: 'record',
      word: DESK.judge,
      hotkey: 'mod+Enter',
      whileTyping: true,
      hears: () =>
        mayRecord({ wants, pending: act.pending, editing }) &&
        (document.activeElement === why.current || document.activeElement === document.body),
      run: judge,
    },
  ]);
  return (
    <section aria-labelledby="report-judge">
      <h2 id="report-judge">{say(DESK.judge)}</h2>
      <Stack gap="xs">
        <WordSelect
          label={say(DESK.verdict)}
          keys={VERDICTS}
          words={VERDICT_WORDS}
          value={verdict}
          onChange={setVerdict}
        />
        <Textarea
          label={say(DESK.reason)}
          autosize
          ref={why}
          value={reason}
          required={needsReason(verdict)}
          error={act.wrong('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ActButton why={wants ? say(DESK.reason) : undefined} loading={act.pending} onClick={judge}>
          {say(DESK.record)}
        </ActButton>
      </Stack>
      <ul className="report-list">
        {report.verdicts.map((each) => (
          <li key={each.at}>
            {say(VERDICT_WORDS[each.verdict])}{' '}
            <span className="quiet">
              {[say(DESK.version, { n: each.version }), each.by, dateAndTime(each.at, language), each.reason]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ report, tell }: { report: Report; tell: Tell }) {
  const { say, language } = useSpeech();
  const [text, setText] = useState('');
  useBegun(tell, 'question', text);
  const ask = useAct('POST /api/survey/reports/:id/questions', { ...STALE, done: () => setText('') });
  return (
    <section aria-labelledby="report-questions">
      <h2 id="report-questions">{say(DESK.questions)}</h2>
      {report.questions.length === 0 && <Text className="quiet">{say(DESK.noQuestions)}</Text>}
      <ol className="report-list">
        {report.questions.map((each) => (
          <li key={each.id}>
            <strong>{each.number}.</strong> {each.text}{' '}
            <span className="quiet">{[each.askedBy, dateAndTime(each.askedAt, language)].join(' · ')}</span>
            {each.answer !== null && (
              <p>
                {each.answer}{' '}
                <span className="quiet">
                  {[each.answeredBy, each.answeredAt && dateAndTime(each.answeredAt, language)].join(' · ')}
                </span>
              </p>
            )}
            {each.droppedAt !== null && <span className="quiet"> {say(DESK.dropped)}</span>}
            {each.answer === null && each.droppedAt === null && <Open id={each.id} tell={tell} />}
          </li>
        ))}
      </ol>
      {report.state === 'received' && (
        <Stack gap="xs">
          <Textarea
            label={say(DESK.question)}
            autosize
            value={text}
            error={ask.wrong('text')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group>
            <Button
              variant="default"
              loading={ask.pending}
              disabled={text.trim() === ''}
              onClick={() => ask.run({ params: { id: report.id }, body: { text } })}
            >
              {say(DESK.ask)}
            </Button>
          </Group>
        </Stack>
      )}
    </section>
  );
}

/** An answer that came by phone or mail. */
function Open({ id, tell }: { id: string; tell: Tell }) {
  const { say } = useSpeech();
  const [answer, setAnswer] = useState('');
  const [by, setBy] = useState('');
  useBegun(tell, `answer ${id}`, `${answer}${by}`);
  const keep = useAct('POST /api/survey/questions/:id/answer', STALE);
  const drop = useAct('POST /api/survey/questions/:id/drop', { ...STALE, formless: true });
  return (
    <details>
      <summary>{say(DESK.keepAnswer)}</summary>
      <Stack gap="xs">
        <Textarea
          label={say(DESK.answer)}
          autosize
          value={answer}
          error={keep.wrong('answer')}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <TextInput
          label={say(DESK.by)}
          value={by}
          error={keep.wrong('by')}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <Button loading={keep.pending} onClick={() => keep.run({ params: { id }, body: { answer, by } })}>
          {say(DESK.keepAnswer)}
        </Button>
        <Button variant="subtle" loading={drop.pending} onClick={() => drop.run({ params: { id } })}>
          {say(DESK.drop)}
        </Button>
      </Stack>
    </details>
  );
}

function Alike({ report }: { report: Report }) {
  const { say, language } = useSpeech();
  const query = useQuery(
    reading('GET /api/survey/reports/:id/suggestions', { params: { id: report.id } }, 'survey'),
  );
  const join = useAct('POST /api/survey/reports/:id/event', { ...STALE, formless: true });
  if (query.data?.suggestions.length === 0) return null;
  return (
    <section aria-labelledby="report-alike">
      <h2 id="report-alike">{say(DESK.same)}</h2>
      <Loaded query={query}>
        {({ suggestions }) => (
          <ul className="report-list">
            {suggestions.map((each) => (
              <li key={each.id}>
                <AppLink to="/survey/reports/$id" params={{ id: each.id }}>
                  {each.number === null ? '' : receiptNumber(each.number)} {each.title || each.operatorName}
                </AppLink>{' '}
                <span className="quiet">
                  {listed(
                    each.because.map((why) => say(BECAUSE_WORDS[why])),
                    language,
                  )}
                </span>
                <Button
                  size="compact-md"
                  variant="default"
                  loading={join.pending}
                  onClick={() => join.run({ params: { id: report.id }, body: { eventId: each.eventId } })}
                >
                  {say(DESK.join)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Sources({ report }: { report: Report }) {
  const { say } = useSpeech();
  const client = useQueryClient();
  return (
    <section aria-labelledby="report-sources">
      <h2 id="report-sources">{say(DESK.sources)}</h2>
      {report.sources.length === 0 && <Text className="quiet">{say(DESK.noSources)}</Text>}
      <ul className="report-list">
        {report.sources.map(({ id, name, sha256 }) => (
          <li key={id}>
            <Button
              size="compact-md"
              variant="subtle"
              onClick={() => void saveFile(`/api/survey/reports/${report.id}/sources/${id}`)}
            >
              {name}
            </Button>{' '}
            <code title={sha256}>{sha256.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
      <FileButton
        onChange={(file) => {
          if (file) void sendSource(report.id, file).then(() => lookAgain(client, ['survey']));
        }}
      >
        {(props) => (
          <Button {...props} variant="default" size="compact-md">
            {say(DESK.attach)}
          </Button>
        )}
      </FileButton>
    </section>
  );
}

/** A report that was withdrawn keeps its number and is counted nowhere. */
function Withdraw({ report, tell }: { report: Report; tell: Tell }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  useBegun(tell, 'withdrawal', reason);
  const act = useAct('POST /api/survey/reports/:id/withdrawal', STALE);
  return (
    <details>
      <summary>{say(DESK.withdraw)}</summary>
      <Stack gap="xs">
        <Textarea
          label={say(DESK.reason)}
          autosize
          required
          value={reason}
          error={act.wrong('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            loading={act.pending}
            onClick={() => act.run({ params: { id: report.id }, body: { reason } })}
          >
            {say(DESK.withdraw)}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}

function Readings({ report }: { report: Report }) {
  const { say, language } = useSpeech();
  const [open, setOpen] = useState(false);
  const query = useQuery({
    ...reading('GET /api/survey/reports/:id/readings', { params: { id: report.id } }, 'survey'),
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(DESK.readings)}</summary>
      <Loaded query={query}>
        {({ readings }) => (
          <ul className="report-list">
            {readings.map((each) => (
              <li key={`${each.at} ${each.name}`}>
                {each.name}{' '}
                <span className="quiet">
                  {[
                    each.role,
                    each.organisation,
                    say(DESK.version, { n: each.version }),
                    dateAndTime(each.at, language),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}
