import './lane.css';
import { Card } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tone } from '../../../../areas/fact-kind.ts';
import { AUDIENCE_WORDS } from '../../../../areas/prepare/plans/words.ts';
import { STAGE_WORDS } from '../../../../areas/respond/regimes/words.ts';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { Countdown } from '../respond/room/countdown.tsx';
import { AppLink, PlainLink } from '../ui/links.tsx';
import { Mark, Severity, ToneIcon } from '../ui/mark.tsx';
import { Phases } from '../ui/phases/phases.tsx';
import { clockTime, Elapsed } from '../ui/time.tsx';
import { W } from '../words.ts';
import { NOW } from './words.ts';

type Reply = ReplyOf<'GET /api/respond/lanes'>;
type LaneOf = Reply['lanes'][number];
type Room = NonNullable<LaneOf['room']>;

const TONES: Readonly<Record<Room['latest'][number]['is'], Tone>> = {
  event: 'event',
  response: 'response',
  decision: 'decision',
  note: 'quiet',
};

/** Every open incident in one lane: where it stands, what was written last, what is due, what was said. */
export function Lanes({ lanes, open }: Pick<Reply, 'lanes' | 'open'>) {
  const { say } = useSpeech();
  return (
    <>
      {lanes.map((lane) => (
        <Lane key={lane.id} lane={lane} />
      ))}
      {open > lanes.length && (
        <AppLink className="now-whole" to="/respond" search={{ state: 'open' }}>
          {say(NOW.moreOpen, { n: open - lanes.length })}
        </AppLink>
      )}
    </>
  );
}

function Lane({ lane }: { lane: LaneOf }) {
  const { say, list } = useSpeech();
  const { id, number, title, drill, severity, room, phases, declaredAt } = lane;
  return (
    <Card
      className={`now-whole lane${drill ? ' lane-drill' : ''}`}
      data-severity={severity}
      component="section"
      aria-label={`#${number} ${title}`}
    >
      <div className="lane-head">
        <Severity level={severity} />
        {drill && <Mark tone="decision">{say(W.drill)}</Mark>}
        <PlainLink to="/respond/incidents/$id" params={{ id }} className="lane-title">
          #{number} {title}
        </PlainLink>
        <span className="quiet">
          <Elapsed since={declaredAt} />
          {room && (
            <>
              {' · '}
              {room.commander ? say(NOW.commander, { name: room.commander }) : say(NOW.noCommander)}
              {room.systems.length > 0 && ` · ${list(room.systems.map(({ name }) => name))}`}
            </>
          )}
        </span>
        <AppLink to="/respond/incidents/$id" params={{ id }} className="lane-open">
          {say(NOW.openRoom)}
        </AppLink>
      </div>
      <Phases phases={phases} headquarters={room?.headquarters} />
      {room && <Rest room={room} />}
    </Card>
  );
}

function Rest({ room }: { room: Room }) {
  const { say } = useSpeech();
  return (
    <div className="lane-rest">
      <Part title={say(NOW.latest)} empty={say(NOW.nothingWritten)}>
        {room.latest.map(({ at, is, text }) => (
          <div key={`${at} ${text}`} className="lane-line">
            <span className="quiet">{clockTime(at).slice(0, 5)}</span>
            <ToneIcon tone={TONES[is]} />
            <span title={text}>{text}</span>
          </div>
        ))}
      </Part>
      <Part title={say(NOW.due)} empty={say(NOW.nothingDue)}>
        {room.due.map((due) => (
          <div key={`${due.at} ${due.kind} ${due.what}`} className="lane-line">
            <Countdown until={due.at} />
            <DueWords due={due} />
          </div>
        ))}
      </Part>
      <Part title={say(NOW.told)} empty={say(NOW.nothingTold)}>
        {room.told.map(({ audience, sentAt, state }) => (
          <div key={audience} className="lane-line">
            {state === 'sent' && sentAt ? (
              <Mark tone="recovery">{clockTime(sentAt).slice(0, 5)}</Mark>
            ) : (
              <Mark tone="quiet">{say(NOW.draft)}</Mark>
            )}
            <span>{say(AUDIENCE_WORDS[audience])}</span>
          </div>
        ))}
      </Part>
    </div>
  );
}

function DueWords({ due }: { due: Room['due'][number] }) {
  const { say, bracketed } = useSpeech();
  const words =
    due.kind === 'report' && due.regimeName && due.stage
      ? `${say(due.regimeName)} ${say(STAGE_WORDS[due.stage])}`
      : due.kind === 'update' && due.audience
        ? say(NOW.nextUpdate, { audience: say(AUDIENCE_WORDS[due.audience]) })
        : `${due.what}${due.who ? bracketed(due.who) : ''}`;
  return <span title={words}>{words}</span>;
}

function Part({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {children.length === 0 ? <p className="now-quiet">{empty}</p> : children}
    </div>
  );
}
