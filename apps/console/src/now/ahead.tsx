import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { reading } from '../queries.ts';
import { shownDate } from '../ui/dates/rules.ts';
import { AppLink } from '../ui/links.tsx';
import { Mark } from '../ui/mark.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { Ago } from '../ui/time.tsx';
import { W } from '../words.ts';
import { Panel } from './panel.tsx';
import { COMING_WORDS, NOW } from './words.ts';

const WORST = 3;
const COMING_SHOWN = 6;

/** How ready the registers are, with the worst findings first; and how long ago the last incident and drill were. */
export function Readiness({ past }: { past: ReactNode }) {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/readiness', {}, 'readiness'));
  return (
    <Panel
      className="now-half"
      title={say(NOW.readiness)}
      all={<AppLink to="/prepare/readiness">{say(W.all)}</AppLink>}
    >
      <Loaded query={query}>
        {({ ready, asked, checks }) =>
          asked === 0 ? (
            <p className="now-quiet">{say(NOW.nothingAsked)}</p>
          ) : (
            <div className="now-ready">
              <Ring share={ready / asked} words={say(NOW.readyOf, { ready, asked })} />
              <div>
                <p className="now-quiet">{say(NOW.readyOf, { ready, asked })}</p>
                {worstOf(checks).map(({ id, title, open }) => (
                  <p key={id} className="now-worst">
                    <span>{say(title)}</span> <b>{say(NOW.unmet, { n: open })}</b>
                  </p>
                ))}
              </div>
            </div>
          )
        }
      </Loaded>
      {past}
    </Panel>
  );
}

type Check = ReplyOf<'GET /api/prepare/readiness'>['checks'][number];
const GRAVITY = { high: 0, medium: 1, low: 2 } as const;

/** What is not met, the gravest and then the most frequent first. */
const worstOf = (checks: readonly Check[]) =>
  checks
    .filter(({ ready, asked }) => ready < asked)
    .map(({ id, title, severity, ready, asked }) => ({ id, title, severity, open: asked - ready }))
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || b.open - a.open)
    .slice(0, WORST);

const RADIUS = 32;
const ROUND = 2 * Math.PI * RADIUS;

function Ring({ share, words }: { share: number; words: string }) {
  return (
    <svg className="ring" width="84" height="84" viewBox="0 0 84 84" role="img" aria-label={words}>
      <circle cx="42" cy="42" r={RADIUS} fill="none" stroke="var(--sonae-line)" strokeWidth="8" />
      <circle
        cx="42"
        cy="42"
        r={RADIUS}
        fill="none"
        stroke="var(--sonae-response)"
        strokeWidth="8"
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        transform="rotate(-90 42 42)"
      />
      <text x="42" y="49" textAnchor="middle">
        {Math.floor(share * 100)}
      </text>
    </svg>
  );
}

interface Coming {
  readonly on: string;
  readonly kind: string;
  readonly what: string;
  readonly to: string;
  readonly grave?: boolean;
}

/** What comes due within thirty days, on a line of days and in words. */
export function Coming30({ gaps }: { gaps: readonly { readonly from: string; readonly roster: string }[] }) {
  const { say } = useSpeech();
  const may = useMay();
  const coming = useQuery(reading('GET /api/prepare/coming', {}, 'registers'));
  const improvements = useQuery({
    ...reading('GET /api/learn/improvements', { query: { state: 'planned', limit: 50 } }, 'improvements'),
    enabled: may('case.read'),
  });
  return (
    <Panel className="now-wide" title={say(NOW.coming)}>
      <Loaded query={coming}>
        {({ items, today, until }) => {
          const all: Coming[] = [
            ...items.map(({ kind, on, name, what, link }) => ({
              on,
              kind: say(COMING_WORDS[kind]),
              what: [name, what].filter(Boolean).join(' '),
              to: link,
            })),
            ...(improvements.data?.improvements ?? []).flatMap(({ dueOn, title }) =>
              dueOn && dueOn >= today && dueOn <= until
                ? { on: dueOn, kind: say(NOW.improvement), what: title, to: '/learn/improvements' }
                : [],
            ),
            ...gaps.map(({ from, roster }) => ({
              on: from.slice(0, 10),
              kind: say(NOW.rosterGap),
              what: roster,
              to: '/prepare/registers/rosters',
              grave: true,
            })),
          ].sort((a, b) => (a.on < b.on ? -1 : 1));
          return all.length === 0 ? (
            <p className="now-quiet">{say(NOW.nothingComing)}</p>
          ) : (
            <>
              <DayLine items={all} today={today} until={until} />
              {all.slice(0, COMING_SHOWN).map((each) => (
                <ComingRow key={`${each.on} ${each.kind} ${each.what}`} item={each} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function ComingRow({ item: { on, kind, what, to, grave } }: { item: Coming }) {
  const { language } = useSpeech();
  return (
    <div className="lane-line now-coming">
      <time dateTime={on} className="quiet">
        {shownDate(Temporal.PlainDate.from(on), language)}
      </time>
      <Mark tone={grave ? 'event' : 'quiet'}>{kind}</Mark>
      <a href={to} className="now-coming-what" title={what}>
        {what}
      </a>
    </div>
  );
}

const DAY_MS = 86_400_000;

function DayLine({ items, today, until }: { items: readonly Coming[]; today: string; until: string }) {
  const [start, end] = [Date.parse(today), Date.parse(until)];
  const place = (day: string): number => 2 + ((Date.parse(day) - start) / (end - start)) * 96;
  const days = Math.round((end - start) / DAY_MS);
  return (
    <svg className="day-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <line
        x1="2"
        x2="98"
        y1="3"
        y2="3"
        stroke="var(--sonae-line-strong)"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={Array.from({ length: days + 1 }, (_, n) => `M${2 + (n / days) * 96} 2v2`).join('')}
        stroke="var(--sonae-line-strong)"
        vectorEffect="non-scaling-stroke"
      />
      {items.map(({ on, kind, what, grave }) => (
        <rect
          key={`${on} ${kind} ${what}`}
          x={place(on) - 0.6}
          y="0.5"
          width="1.2"
          height="5"
          rx="0.6"
          fill={grave ? 'var(--sonae-event)' : 'var(--sonae-response)'}
        />
      ))}
    </svg>
  );
}

/** When the last real incident and the last drill were over; what is not recorded is said. */
export function Past({
  lastIncident,
  lastDrill,
  lastTest,
}: Pick<ReplyOf<'GET /api/respond/lanes'>, 'lastIncident' | 'lastDrill' | 'lastTest'>) {
  const may = useMay();
  const { say, labelled } = useSpeech();
  const line = (label: string, last: typeof lastIncident) => (
    <p className="now-quiet">
      {labelled(label, '')}
      {last ? (
        <>
          <AppLink to="/respond/incidents/$id" params={{ id: last.id }}>
            #{last.number} {last.title}
          </AppLink>{' '}
          <Ago at={last.at} />
        </>
      ) : (
        say(NOW.never)
      )}
    </p>
  );
  return (
    <div className="now-past">
      {line(say(NOW.lastIncident), lastIncident)}
      {line(say(NOW.lastDrill), lastDrill)}
      {may('roster.read') && (
        <p className="now-quiet">
          {labelled(say(NOW.lastTest), lastTest ? lastTest.name : say(NOW.never))}{' '}
          {lastTest && <Ago at={lastTest.at} />}
        </p>
      )}
    </div>
  );
}
