import '../desk/desk.css';
import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReportContent, Stage } from '../../../../../areas/survey/content/schema.ts';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { ReportForm } from '../desk/report-form.tsx';
import { type Lists, missingText } from '../desk/told-text.ts';
import { VERDICT_TONES } from '../desk/tones.ts';
import { DESK } from '../desk/words.ts';
import { OWN } from './words.ts';

const route = getRouteApi('/shell/survey/own-reports/$id');
type Own = ReplyOf<'GET /api/survey/own-reports/:id'>;
const STALE = { stale: ['own-reports'] } as const;

/** One report of ours: written, sent, and what the recipient says of it. */
export function OwnReportPage() {
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/own-reports/:id', { params: { id } }, 'own-reports'));
  const lists = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists')).data?.lists ?? [];
  return (
    <div className="page">
      <Loaded query={query}>
        {(report) => (
          <>
            <Head report={report} />
            <div className="report-columns">
              <Write key={`${report.id} ${report.version}`} report={report} lists={lists} />
              <aside className="report-side">
                <Versions report={report} />
                {report.questions.length > 0 && <Questions report={report} />}
              </aside>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Head({ report }: { report: Own }) {
  const { say, language } = useSpeech();
  const missing = missingText(report.missing, say, language);
  return (
    <header className="report-head">
      <Group gap="sm">
        {report.number !== null && <span className="report-number">{receiptNumber(report.number)}</span>}
        <Title order={1}>{report.title || say(DESK.untitled)}</Title>
        {report.verdict && (
          <Mark tone={VERDICT_TONES[report.verdict]}>{say(VERDICT_WORDS[report.verdict])}</Mark>
        )}
      </Group>
      {report.withdrawnReason !== null && (
        <Text>{say(OWN.withdrawn, { reason: report.withdrawnReason })}</Text>
      )}
      {report.reason !== '' && <Text>{report.reason}</Text>}
      {missing && <Text>{say(OWN.stillMissing, { fields: missing })}</Text>}
      {report.incidentId && (
        <AppLink to="/respond/incidents/$id" params={{ id: report.incidentId }}>
          {say(W.incident)}
        </AppLink>
      )}
    </header>
  );
}

function Write({ report, lists }: { report: Own; lists: Lists }) {
  const { say } = useSpeech();
  const [before] = useState(report.version > 0 ? report.content : undefined);
  const [seen, setSeen] = useState(report.draftSeen);
  const [peerId, setPeer] = useState(report.peerId);
  const [saved, setSaved] = useState({ content: report.content, peerId: report.peerId });
  const sent = useRef(saved);
  const took = (reply: { readonly seen: number }) => {
    setSeen(reply.seen);
    setSaved(sent.current);
  };
  const stage = useRef<Stage>('first');
  const recipients =
    useQuery(reading('GET /api/survey/own-reports', { query: {} }, 'own-reports')).data?.recipients ?? [];
  const save = useAct('PUT /api/survey/own-reports/:id', {
    ...STALE,
    said: say(DESK.saved),
    done: took,
  });
  const kept = useAct('PUT /api/survey/own-reports/:id', {
    done: (reply) => {
      took(reply);
      send.run({ params: { id: report.id }, body: { stage: stage.current, seen: reply.seen } });
    },
  });
  const send = useAct('POST /api/survey/own-reports/:id/sending', { ...STALE, said: say(OWN.sent) });
  const asked = (content: ReportContent) => {
    sent.current = { content, peerId };
    return { params: { id: report.id }, body: { content, peerId, seen } };
  };
  return (
    <ReportForm
      begin={report.content}
      saved={saved.content}
      changedBeside={peerId !== saved.peerId}
      before={before}
      version={report.version}
      lists={lists}
      wrong={(field) => save.wrong(field) ?? kept.wrong(field) ?? send.wrong(field)}
      pending={{ save: save.pending, hand: kept.pending || send.pending }}
      hand={say(OWN.send)}
      onSave={(content) => save.run(asked(content))}
      onHand={(content, chosen) => {
        stage.current = chosen;
        kept.run(asked(content));
      }}
      above={
        <>
          <Select
            label={say(OWN.recipient)}
            value={peerId}
            disabled={report.version > 0}
            data={recipients.map(({ id, name }) => ({ value: id, label: name }))}
            error={send.wrong('peerId') ?? kept.wrong('peerId')}
            onChange={setPeer}
          />
          {recipients.length === 0 && <Text className="quiet">{say(OWN.noRecipient)}</Text>}
        </>
      }
    />
  );
}

function Versions({ report }: { report: Own }) {
  const { say, language } = useSpeech();
  if (report.versions.length === 0) return null;
  return (
    <section aria-labelledby="own-versions">
      <h2 id="own-versions">{say(DESK.versions)}</h2>
      <ul className="report-list">
        {report.versions.map((each) => (
          <li key={each.packageId}>
            {say(DESK.version, { n: each.version })} {say(STAGE_WORDS[each.stage])}{' '}
            <Mark
              tone={each.outcome === 'taken' ? 'recovery' : each.outcome === 'refused' ? 'event' : 'quiet'}
            >
              {say(each.outcome === null ? OWN.waiting : OWN[each.outcome])}
            </Mark>{' '}
            <span className="quiet">
              {[dateAndTime(each.sentAt, language), each.reason].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ report }: { report: Own }) {
  const { say, language } = useSpeech();
  return (
    <section aria-labelledby="own-questions">
      <h2 id="own-questions">{say(DESK.questions)}</h2>
      <ol className="report-list">
        {report.questions.map((each) => (
          <li key={each.id}>
            <strong>{each.number}.</strong> {each.text}{' '}
            <span className="quiet">{dateAndTime(each.askedAt, language)}</span>
            {each.droppedAt !== null ? (
              <span className="quiet">{say(DESK.dropped)}</span>
            ) : each.answer === null ? (
              <Answering id={each.id} reportId={report.id} />
            ) : (
              <p>{each.answer}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answering({ id, reportId }: { id: string; reportId: string }) {
  const { say } = useSpeech();
  const [answer, setAnswer] = useState('');
  const act = useAct('POST /api/survey/own-questions/:id/answer', STALE);
  return (
    <Stack gap="xs">
      <Textarea
        label={say(OWN.answer)}
        autosize
        value={answer}
        error={act.wrong('answer')}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Group>
        <Button
          loading={act.pending}
          disabled={answer.trim() === ''}
          onClick={() => act.run({ params: { id }, body: { reportId, answer } })}
        >
          {say(OWN.sendAnswer)}
        </Button>
      </Group>
    </Stack>
  );
}
