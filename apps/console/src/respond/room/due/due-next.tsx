import './due.css';
import { Button } from '@mantine/core';
import { lackOf } from '../../../../../../areas/respond/tasks/rules.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { useAct } from '../../../ui/form.tsx';
import { ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { Aside } from '../../../ui/part.tsx';
import { fullTime, useTick } from '../../../ui/time.tsx';
import { Brief } from '../brief/brief.tsx';
import { span } from '../countdown.tsx';
import { useSheet } from '../sheets/use-sheet.ts';
import { ROOM } from '../words.ts';
import { Ring } from './ring.tsx';
import { type Due, leftOf, urgencyOf } from './rules.ts';
import { useDue, type What } from './use-due.ts';
import { DUE } from './words.ts';

const GiveTask = lazyPart(() => import('../give-task.tsx'), 'GiveTask');

/** So many stand there; the rest is one press away. */
const MOST = 6;

/** What is due next, with its time running out beside it and the button that settles it. */
export function DueNext({ incidentId, over = false }: { incidentId: string; over?: boolean }) {
  const { say } = useSpeech();
  const write = useMay()('room.write');
  const due = useDue(incidentId);
  if (!due) return null;
  return (
    <Brief title={say(DUE.title)} sheet="tasks" count={due.length}>
      {due.length === 0 && <p className="quiet">{say(DUE.none)}</p>}
      <ul className="due">
        {due.slice(0, MOST).map((each) => (
          <DueRow key={each.key} due={each} over={over} />
        ))}
      </ul>
      {write && !over && (
        <div className="no-print">
          <Aside>
            <GiveTask incidentId={incidentId} />
          </Aside>
        </div>
      )}
    </Brief>
  );
}

/** The most urgent alone, where there is no room for more and it is soon. */
export function DueFirst({ incidentId }: { incidentId: string }) {
  const now = useTick();
  const [first] = useDue(incidentId) ?? [];
  if (!first || urgencyOf(first, now) === 'calm') return null;
  return (
    <ul className="due">
      <DueRow due={first} over={false} />
    </ul>
  );
}

function DueRow({ due, over }: { due: Due<What>; over: boolean }) {
  const { say, language } = useSpeech();
  const now = useTick();
  // Closed, nothing runs any more.
  const urgency = over ? 'calm' : urgencyOf(due, now);
  const left = over ? undefined : leftOf(due, now);
  const { title, whom } = due.what;
  const seconds = due.dueAt === null ? undefined : (Date.parse(due.dueAt) - now) / 1_000;
  return (
    <li className={`due-row due-${urgency}`}>
      <Ring left={left} urgency={urgency} />
      <div className="due-what">
        {!over && (
          <b
            title={due.dueAt ? fullTime(due.dueAt, language) : undefined}
            className={`due-time nowrap mark-${urgency === 'calm' ? 'quiet' : 'event'}`}
          >
            {seconds === undefined
              ? due.what.kind === 'report'
                ? say(ROOM.asSoonAsPossible)
                : say(DUE.untimed)
              : seconds < 0
                ? say(DUE.over, { time: span(seconds, language) })
                : span(seconds, language)}
          </b>
        )}{' '}
        <span>{title}</span>
        {whom && <div className="quiet due-whom">{whom}</div>}
      </div>
      {!over && <Settle what={due.what} />}
    </li>
  );
}

function Settle({ what: { kind, task } }: { what: What }) {
  const { say } = useSpeech();
  const write = useMay()('room.write');
  const { show } = useSheet();
  const end = useAct('POST /api/respond/tasks/:id/end', { stale: ROOM_STALE, formless: true });
  if (kind === 'task' && task) {
    // What has to say how it went is ended where that is asked.
    const asks = task.kind === 'healthCheck' || (task.sweep !== null && lackOf(task.sweep) !== undefined);
    if (asks || !write) return <Open onClick={() => show('tasks')} label={say(DUE.open)} />;
    return (
      <Button
        size="compact-sm"
        variant="default"
        className="no-print"
        loading={end.pending}
        onClick={() => end.run({ params: { id: task.id }, body: { state: 'done', note: '' } })}
      >
        {say(DUE.done)}
      </Button>
    );
  }
  return kind === 'report' ? (
    <Open onClick={() => show('reports')} label={say(DUE.open)} />
  ) : (
    <Open onClick={() => show('desk')} label={say(DUE.write)} />
  );
}

const Open = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button size="compact-sm" variant="default" className="no-print" onClick={onClick}>
    {label}
  </Button>
);
