import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { markedIn } from '../../../../areas/respond/incidents/words.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { reading } from '../queries.ts';
import { Countdown } from '../respond/room/countdown.tsx';
import { useUnansweredPages } from '../shell/open-matters.ts';
import { useAct } from '../ui/form.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Mark } from '../ui/mark.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { Elapsed } from '../ui/time.tsx';
import { ATTEMPT_WORDS, W } from '../words.ts';
import { Panel } from './panel.tsx';
import { NOW } from './words.ts';

type Page = ReplyOf<'GET /api/respond/pages'>['pages'][number];
type Mine = ReplyOf<'GET /api/respond/mine'>;

/** What waits for this person, the pages first; each with its time and the button that settles it. */
export function Mine() {
  const { say } = useSpeech();
  const may = useMay();
  const pages = useUnansweredPages();
  const mine = useQuery({
    ...reading('GET /api/respond/mine', {}, 'room', 'tasks', 'timeline'),
    enabled: may('room.read'),
  });
  const called = (pages.data ?? []).toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const waiting = mine.data ? rowsOf(mine.data) : 0;
  return (
    <Panel className="now-third now-mine" title={say(NOW.mine)}>
      <Loaded query={pages} place={{ className: '', height: 200 }}>
        {() => (
          <>
            {called.map((page) => (
              <CalledRow key={page.id} page={page} />
            ))}
            {mine.data && <Waiting mine={mine.data} />}
            {called.length === 0 && waiting === 0 && <p className="now-quiet">{say(NOW.nothingMine)}</p>}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

const rowsOf = ({ tasks, handOvers, briefs, mentions, approvals }: Mine): number =>
  tasks.length + handOvers.length + briefs.length + mentions.length + approvals.length;

function Row({ what, about, children }: { what: ReactNode; about: ReactNode; children: ReactNode }) {
  return (
    <div className="now-row">
      <div className="now-row-what">
        {what}
        <small>{about}</small>
      </div>
      <div className="now-row-do">{children}</div>
    </div>
  );
}

function CalledRow({ page }: { page: Page }) {
  const { say } = useSpeech();
  const may = useMay();
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages'] });
  const subject = markedIn(say(W.drillMark), page.subject);
  return (
    <Row
      what={page.mine ? <Mark tone="event">{subject}</Mark> : subject}
      about={
        <>
          {pageWords(page, say)} · <Elapsed since={page.startedAt} />
        </>
      }
    >
      {page.mayAnswer && may('page.acknowledge') && (
        <Button
          {...(page.mine && { color: 'red' })}
          variant={page.mine ? 'filled' : 'default'}
          loading={acknowledge.pending}
          onClick={() => acknowledge.run({ params: { id: page.id } })}
        >
          {say(W.acknowledge)}
        </Button>
      )}
    </Row>
  );
}

/** What is really happening with a page: it says "calling" only of what went out. */
function pageWords(page: Page, say: (text: Bilingual, values?: Record<string, number>) => string): string {
  if (page.state === 'exhausted') return say(W.nobody);
  const attempt = page.attempts.find(({ step }) => step === page.step);
  const doing =
    attempt?.state === 'held' || attempt?.state === 'failed'
      ? say(ATTEMPT_WORDS[attempt.state])
      : say(W.calling);
  return `${attempt?.personName ?? ''} ${doing} · ${say(W.stepOf, { step: page.step + 1, steps: page.steps })}`;
}

function Waiting({ mine: { tasks, handOvers, briefs, mentions, approvals } }: { mine: Mine }) {
  const { say } = useSpeech();
  const end = useAct('POST /api/respond/tasks/:id/end', {
    stale: ['room', 'tasks', 'timeline'],
    formless: true,
  });
  const to = (id: string, tab: 'command' | 'outside') => (
    <ButtonLink variant="default" to="/respond/incidents/$id" params={{ id }} search={{ tab }}>
      {say(NOW.open)}
    </ButtonLink>
  );
  return (
    <>
      {handOvers.map(({ incidentId, incident, role, name }) => (
        <Row key={`${incidentId} ${role}`} what={say(NOW.mineHandOver, { name })} about={incident}>
          {to(incidentId, 'command')}
        </Row>
      ))}
      {tasks.map(({ id, title, dueAt, incident }) => (
        <Row key={id} what={title} about={incident}>
          {dueAt && <Countdown until={dueAt} />}
          <Button
            variant="default"
            loading={end.pending}
            onClick={() => end.run({ params: { id }, body: { state: 'done' } })}
          >
            {say(NOW.done)}
          </Button>
        </Row>
      ))}
      {approvals.map(({ id, incidentId, text, incident }) => (
        <Row
          key={id}
          what={
            <>
              <Mark tone="decision">{say(NOW.mineApproval)}</Mark> {text}
            </>
          }
          about={incident}
        >
          {to(incidentId, 'outside')}
        </Row>
      ))}
      {mentions.map(({ id, incidentId, text, incident }) => (
        <Row
          key={id}
          what={
            <>
              <Mark tone="response">{say(NOW.mineMention)}</Mark> {text}
            </>
          }
          about={incident}
        >
          {to(incidentId, 'command')}
        </Row>
      ))}
      {briefs.map(({ id, incidentId, number, incident }) => (
        <Row key={id} what={say(NOW.mineBrief, { number })} about={incident}>
          {to(incidentId, 'command')}
        </Row>
      ))}
    </>
  );
}
