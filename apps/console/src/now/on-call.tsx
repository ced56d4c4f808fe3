import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { Empty } from '../ui/query-state.tsx';
import { clockTime, dayAndMinute, useTick } from '../ui/time.tsx';
import { W } from '../words.ts';
import { Panel } from './panel.tsx';
import { NOW } from './words.ts';

type OnCallNow = ReplyOf<'GET /api/prepare/on-call'>;
const GAPS_SHOWN = 2;
const HOURS = [0.25, 0.5, 0.75];

/** Who is on, until when, and who is next, as a strip of the day for each layer; and the next hours that nobody covers. */
export function OnCall({ onCall }: { onCall: OnCallNow }) {
  const { say } = useSpeech();
  const gaps = onCall.rosters.flatMap(({ name, gaps: all }) => all.map((gap) => ({ ...gap, roster: name })));
  return (
    <Panel
      className="now-third"
      title={say(NOW.onCall)}
      all={
        <AppLink to="/prepare/registers/$register" params={{ register: 'rosters' }}>
          {say(NOW.rosters)}
        </AppLink>
      }
    >
      {onCall.rosters.length > 0 ? <Strips onCall={onCall} /> : <Duty onCall={onCall} />}
      {gaps
        .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
        .slice(0, GAPS_SHOWN)
        .map(({ from, until, roster }) => (
          <p key={`${roster} ${from}`} className="now-quiet mark-event">
            {say(NOW.gap, { from: dayAndMinute(from), until: dayAndMinute(until), roster })}
          </p>
        ))}
    </Panel>
  );
}

function Strips({ onCall: { from, until, rosters } }: { onCall: OnCallNow }) {
  const { say } = useSpeech();
  const now = useTick();
  const [start, end] = [Date.parse(from), Date.parse(until)];
  const place = (at: number): number => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  return (
    <div className="oncall">
      {rosters.flatMap(({ key, name, layers }) =>
        layers.map((layer) => (
          <Strip key={`${key} ${layer.name}`} name={layers.length > 1 ? `${name} ${layer.name}` : name}>
            {layer.shifts.map((shift) => {
              const [left, right] = [place(Date.parse(shift.start)), place(Date.parse(shift.end))];
              const on = Date.parse(shift.start) <= now && now < Date.parse(shift.end);
              const words = `${shift.person ?? say(NOW.nobody)} ${dayAndMinute(shift.start)} – ${dayAndMinute(shift.end)}`;
              return (
                <span
                  key={shift.start}
                  className="oncall-shift"
                  title={words}
                  data-now={(on && shift.person !== null) || undefined}
                  data-nobody={shift.person === null || undefined}
                  style={{ left: `${left}%`, width: `${right - left}%` }}
                >
                  <span>{shift.person ?? say(NOW.nobody)}</span>
                </span>
              );
            })}
            <i className="oncall-now" style={{ left: `${place(now)}%` }} aria-hidden />
          </Strip>
        )),
      )}
      <span />
      <div className="oncall-hours" aria-hidden>
        {HOURS.map((share) => (
          <span key={share} style={{ left: `${share * 100}%` }}>
            {clockTime(new Date(start + (end - start) * share).toISOString()).slice(0, 5)}
          </span>
        ))}
      </div>
    </div>
  );
}

const Strip = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <span className="oncall-name" title={name}>
      {name}
    </span>
    <div className="oncall-line">{children}</div>
  </>
);

function Duty({ onCall: { duty } }: { onCall: OnCallNow }) {
  const { say } = useSpeech();
  const may = useMay();
  if (duty.length === 0)
    return (
      <Empty text={say(W.noDuty)}>
        {may('roster.manage') && (
          <ButtonLink to="/prepare/duty" variant="default">
            {say(NOW.setDuty)}
          </ButtonLink>
        )}
      </Empty>
    );
  return (
    <ol className="now-duty">
      {duty.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ol>
  );
}
