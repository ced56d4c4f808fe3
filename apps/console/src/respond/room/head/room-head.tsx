import './head.css';
import { Title } from '@mantine/core';
import { Suspense } from 'react';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { Boundary } from '../../../ui/boundary.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { AppLink } from '../../../ui/links.tsx';
import { IncidentState, Mark, Severity } from '../../../ui/mark.tsx';
import { Aside } from '../../../ui/part.tsx';
import { W } from '../../../words.ts';
import { Since, span } from '../countdown.tsx';
import { useTimes } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { LifeLine } from './life-line.tsx';
import { HEAD } from './words.ts';

const SeverityButton = lazyPart(() => import('./severity-button.tsx'), 'SeverityButton');
const HeadActs = lazyPart(() => import('./head-acts.tsx'), 'HeadActs');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** What is always on the screen, wherever one has scrolled to: what it is, how far it is, how long it takes, what comes next. */
export function RoomHead({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const may = useMay();
  const inside = may('room.read');
  const mayChange = may('incident.command');
  const { id, state, drill, mergedInto } = incident;
  return (
    <section className={`room-head${drill ? ' room-head-drill' : ''}`} aria-label={say(HEAD.head)}>
      <div className="room-head-top">
        {mayChange ? (
          <Boundary>
            <Suspense fallback={<SeverityBadge level={incident.severity} />}>
              <SeverityButton incident={incident} />
            </Suspense>
          </Boundary>
        ) : (
          <SeverityBadge level={incident.severity} />
        )}
        <Title order={1} title={incident.title}>
          #{incident.number} {incident.title}
        </Title>
        <span className="room-head-state">
          <IncidentState state={state} />
          {drill && (
            <Mark tone="decision">
              <span className="wide-only">{say(ROOM.drillLong)}</span>
              <span className="narrow-only">{say(W.drill)}</span>
            </Mark>
          )}
          {incident.restricted && <Mark tone="decision">{say(ROOM.restricted)}</Mark>}
          {mergedInto && (
            <AppLink to="/respond/incidents/$id" params={{ id: mergedInto.id }}>
              {say(ROOM.goesOnAs, { number: mergedInto.number })}
            </AppLink>
          )}
        </span>
        {inside && (
          <Boundary>
            <Clock incident={incident} />
          </Boundary>
        )}
        {inside && (
          <div className="room-head-acts no-print">
            <Aside>
              <HeadActs incident={incident} />
            </Aside>
          </div>
        )}
      </div>
      {inside && (
        <Boundary>
          <LifeLine id={id} state={state} />
        </Boundary>
      )}
    </section>
  );
}

/** How grave it is, for whoever does not change it. */
function SeverityBadge({ level }: { level: number }) {
  const { say } = useSpeech();
  return (
    <span className={`badge badge-${level >= 3 ? 'event' : 'quiet'}`}>
      <span className="wide-only">{say(W.severity)}</span> <Severity level={level} />
    </span>
  );
}

/** How long it has lasted since it was noticed; closed, how long it took. */
function Clock({ incident: { id, state, closedAt, declaredAt } }: { incident: Incident }) {
  const { say, language } = useSpeech();
  const noticed = useTimes(id).data?.times.find(({ which }) => which === 'noticed')?.at ?? declaredAt;
  const over = state === 'closed';
  return (
    <span className="room-clock" title={say(over ? HEAD.lasted : HEAD.elapsed)}>
      {over && closedAt ? (
        span((Date.parse(closedAt) - Date.parse(noticed)) / 1_000, language)
      ) : (
        <Since at={noticed} />
      )}
    </span>
  );
}
