import './desk.css';
import { Button, Group, Select, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { DOOR_WORDS, REPORT_STATE_WORDS, VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Differences } from './differences.tsx';
import { useQueue } from './queue.ts';
import { ReportContentView } from './report-content.tsx';
import { ReportSide } from './report-side.tsx';
import { type Lists, missingText } from './told-text.ts';
import { VERDICT_TONES } from './tones.ts';
import { goesOn } from './unsaved.ts';
import { DESK } from './words.ts';

const ReportEditor = lazyPart(() => import('./report-editor.tsx'), 'ReportEditor');
const route = getRouteApi('/shell/survey/reports/$id');
export type Report = ReplyOf<'GET /api/survey/reports/:id'>;

/** One report: what it says and what each version changed, beside verdict, questions, event and sources. */
export function ReportPage() {
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/reports/:id', { params: { id } }, 'survey'));
  const lists = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists')).data?.lists ?? [];
  return (
    <div className="page">
      <Loaded query={query}>{(report) => <Shown key={report.id} report={report} lists={lists} />}</Loaded>
    </div>
  );
}

function Shown({ report, lists }: { report: Report; lists: Lists }) {
  const { say, language } = useSpeech();
  const [editing, setEditing] = useState(report.state === 'draft');
  const writing = editing && report.state !== 'withdrawn';
  const free = goesOn(writing, report.state);
  const queue = useQueue(report.id, report.state === 'withdrawn' ? undefined : () => setEditing(true), free);
  const [version, setVersion] = useState<number>();
  const shown = version ?? report.version;
  const missing = missingText(report.missing, say, language);
  return (
    <>
      <header className="report-head">
        <Group gap="sm">
          {report.number !== null && <span className="report-number">{receiptNumber(report.number)}</span>}
          <Title order={1}>{report.title || say(DESK.untitled)}</Title>
          <Mark tone={report.state === 'received' ? VERDICT_TONES[report.verdict] : 'quiet'}>
            {say(
              report.state === 'received' ? VERDICT_WORDS[report.verdict] : REPORT_STATE_WORDS[report.state],
            )}
          </Mark>
        </Group>
        <Text className="quiet">
          {[
            report.operatorName || '—',
            ...(report.verified ? [] : [say(DESK.unverified)]),
            say(DOOR_WORDS[report.door]),
            ...(report.submittedAt ? [dateAndTime(report.submittedAt, language)] : []),
          ].join(' · ')}
        </Text>
        {free && queue.at >= 0 && queue.of > 1 && (
          <Text className="quiet wide-only">{say(DESK.placed, { at: queue.at + 1, of: queue.of })}</Text>
        )}
        {missing && <Text>{say(DESK.stillMissing, { fields: missing })}</Text>}
      </header>
      <div className="report-columns">
        <section aria-label={say(DESK.versions)}>
          {writing ? (
            <Part height={600}>
              <ReportEditor report={report} lists={lists} onDone={() => setEditing(false)} />
            </Part>
          ) : (
            <>
              <Group justify="space-between" align="end" mb="sm">
                {report.version > 0 && (
                  <Select
                    className="report-versions"
                    label={say(DESK.versions)}
                    allowDeselect={false}
                    value={String(shown)}
                    onChange={(value) => setVersion(Number(value))}
                    data={report.versions.map((each) => ({
                      value: String(each.version),
                      label: `${say(DESK.version, { n: each.version })} ${say(STAGE_WORDS[each.stage])} ${dateAndTime(each.submittedAt, language)}`,
                    }))}
                  />
                )}
                {report.state !== 'withdrawn' && (
                  <Button variant="default" onClick={() => setEditing(true)}>
                    {say(DESK.edit)}
                  </Button>
                )}
              </Group>
              <Version report={report} version={shown} lists={lists} />
            </>
          )}
        </section>
        <ReportSide report={report} editing={writing} />
      </div>
    </>
  );
}

function Version({ report, version, lists }: { report: Report; version: number; lists: Lists }) {
  const { say } = useSpeech();
  const isNewest = version === report.version;
  const older = useQuery({
    ...reading(
      'GET /api/survey/reports/:id/versions/:version',
      { params: { id: report.id, version } },
      'survey',
    ),
    enabled: !isNewest,
  });
  const differences = report.versions.find((each) => each.version === version)?.differences ?? [];
  const content = isNewest ? report.content : older.data?.content;
  return (
    <>
      {version > 1 && (
        <>
          <h3>{say(DESK.against, { n: version - 1 })}</h3>
          {differences.length === 0 ? (
            <Text className="quiet">{say(DESK.unchanged)}</Text>
          ) : (
            <Differences differences={differences} lists={lists} />
          )}
        </>
      )}
      {content ? (
        <ReportContentView content={content} lists={lists} differences={differences} />
      ) : (
        <Loaded query={older}>{() => null}</Loaded>
      )}
    </>
  );
}
