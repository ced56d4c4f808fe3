import './board.css';
import './room.css';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { factDetail, factName, isMachinery } from '../../../../../areas/audit/incident-lines/rules.ts';
import { AUDIENCE_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { SYSTEM_STATE_WORDS } from '../../../../../areas/respond/incidents/words.ts';
import { STAGE_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useChannelNames } from '../../channel-names.ts';
import { useSpeech } from '../../language.tsx';
import { FigureView } from '../../learn/cases/figure-view.tsx';
import { useConnected } from '../../live/live.tsx';
import { useMe } from '../../me.ts';
import { reading } from '../../queries.ts';
import { Boundary, Bounded } from '../../ui/boundary.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { IncidentState, Mark, Severity } from '../../ui/mark.tsx';
import { printWhenDrawn } from '../../ui/print-when-drawn.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { clockMinute, clockTime, fullTime, otherDay, useTick } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { BOARD } from './board-words.ts';
import { ClockBar } from './clock-bar.tsx';
import { Countdown } from './countdown.tsx';
import { Estimates } from './record-cards.tsx';
import { RECORD } from './record-words.ts';
import {
  useBoard,
  useDesk,
  useFacts,
  useFigure,
  useHeadquarters,
  useIncident,
  useReports,
  useRoles,
  useSystems,
  useTasks,
} from './use-room.ts';
import { useWall, WallPages } from './wall.tsx';
import { ROOM } from './words.ts';

const route = getRouteApi('/shell/respond/incidents/$id/board');
type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

const DECISIONS = 6;
const TASKS = 12;
const LINES = 14;

/** Everything of an incident at one look: for a wall without a keyboard, and for paper. Nothing here is to be pressed. */
export function StatusBoard() {
  const { id } = route.useParams();
  const wall = route.useSearch().wall !== '';
  const query = useIncident(id);
  useWall(wall);
  return (
    <div className="page board">
      <Loaded query={query}>{(incident) => <Board incident={incident} wall={wall} />}</Loaded>
    </div>
  );
}

function Board({ incident, wall }: { incident: Incident; wall: boolean }) {
  const { say } = useSpeech();
  const { id } = incident;
  return (
    <>
      <Controls id={id} wall={wall} />
      {incident.drill && (
        <>
          <div className="wall-frame" aria-hidden />
          <div className="drill-banner">{say(ROOM.drillLong)}</div>
        </>
      )}
      <div className="board-head">
        <Title order={1}>
          #{incident.number} {incident.title}
        </Title>
        <Group gap="md">
          <IncidentState state={incident.state} />
          {incident.drill && <Mark tone="decision">{say(W.drill)}</Mark>}
          <span>
            {say(W.severity)} <Severity level={incident.severity} />
          </span>
          <AsOf />
        </Group>
      </div>
      <Boundary>
        <ClockBar incidentId={id} over={incident.state === 'closed'} />
      </Boundary>
      {wall ? (
        <WallPages>
          <Parts incident={incident} />
        </WallPages>
      ) : (
        <div className="board-parts">
          <Parts incident={incident} />
        </div>
      )}
    </>
  );
}

/** Each matter in its place; on a wall they run on from column to column. */
function Parts({ incident: { id, number, title } }: { incident: Incident }) {
  return (
    <>
      <div>
        <Bounded>
          <Systems id={id} />
          <Known id={id} />
          <Recovery id={id} />
          <Outside id={id} />
        </Bounded>
      </div>
      <div>
        <Bounded>
          <Headquarters id={id} />
          <Roles id={id} />
          <Tasks id={id} />
        </Bounded>
      </div>
      <div className="board-latest">
        <Boundary>
          <Latest id={id} />
        </Boundary>
      </div>
      <Boundary>
        <Figure id={id} title={`#${number} ${title}`} />
      </Boundary>
    </>
  );
}

function Controls({ id, wall }: { id: string; wall: boolean }) {
  const { say } = useSpeech();
  const navigate = route.useNavigate();
  // A wall has no keyboard, but whoever put it there has: Escape brings the controls back.
  useEffect(() => {
    if (!wall) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ search: { wall: '' } });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [wall, navigate]);
  if (wall)
    return (
      <Button
        className="no-print wall-leave"
        size="compact-md"
        variant="subtle"
        onClick={() => void navigate({ search: { wall: '' } })}
      >
        {say(BOARD.endWall)}
      </Button>
    );
  return (
    <Group className="no-print" gap="sm">
      <ButtonLink variant="default" to="/respond/incidents/$id" params={{ id }}>
        {say(BOARD.back)}
      </ButtonLink>
      <Button variant="default" onClick={() => void navigate({ search: { wall: '1' } })}>
        {say(BOARD.wall)}
      </Button>
      <Button variant="default" onClick={() => void printWhenDrawn()}>
        {say(BOARD.print)}
      </Button>
    </Group>
  );
}

/** Whose board and of when: a sheet of paper goes on lying there. */
function AsOf() {
  const { say, language } = useSpeech();
  const now = useTick();
  const connected = useConnected();
  const me = useMe().data;
  return (
    <>
      <span className="quiet">
        {me?.organisation.name} · {say(BOARD.asOf, { at: fullTime(new Date(now).toISOString(), language) })}
      </span>
      {!connected && <Mark tone="event">{say(BOARD.stale)}</Mark>}
    </>
  );
}

function Part({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  const { say } = useSpeech();
  return (
    <section className="board-part" aria-label={title}>
      <Title order={2}>{title}</Title>
      {empty ? <Text className="quiet">{say(BOARD.nothing)}</Text> : children}
    </section>
  );
}

function Systems({ id }: { id: string }) {
  const { say } = useSpeech();
  const systems = useSystems(id).data?.systems ?? [];
  return (
    <Part title={say(ROOM.systems)} empty={systems.length === 0}>
      {systems.map(({ asset, name, state }) => (
        <Group key={asset} justify="space-between" gap="xs">
          <span>{name}</span>
          <Mark tone={state === 'restored' ? 'recovery' : state === 'notAffected' ? 'quiet' : 'event'}>
            {say(SYSTEM_STATE_WORDS[state])}
          </Mark>
        </Group>
      ))}
    </Part>
  );
}

function Known({ id }: { id: string }) {
  const { say } = useSpeech();
  const facts = useFacts(id).data;
  const open = (facts?.conflicts ?? []).filter(({ settled }) => settled === null);
  return (
    <Part title={say(BOARD.estimates)} empty={!facts?.estimates.length && open.length === 0}>
      <Estimates estimates={facts?.estimates ?? []} />
      {open.map(({ seq, accounts }) => (
        <Text key={seq}>
          <Mark tone="event">{say(RECORD.openConflict)}</Mark> {accounts.map(({ text }) => text).join(' ⇄ ')}
        </Text>
      ))}
    </Part>
  );
}

function Recovery({ id }: { id: string }) {
  const { say, labelled, language } = useSpeech();
  const board = useBoard(id).data;
  if (!board || board.total === 0) return null;
  return (
    <Part title={say(SYSTEM_STATE_WORDS.restored)} empty={false}>
      <Text className="clock">
        {board.states.restored.toLocaleString()} / {board.total.toLocaleString()}
      </Text>
      {board.forecast.at && <Text>→ {fullTime(board.forecast.at, language)}</Text>}
      {board.blockers.slice(0, 4).map(({ name, count }) => (
        <Text key={name}>{labelled(name || say(ROOM.noReason), count.toLocaleString())}</Text>
      ))}
    </Part>
  );
}

function Headquarters({ id }: { id: string }) {
  const { say } = useSpeech();
  const data = useHeadquarters(id).data;
  const made = data?.headquarters;
  const decisions = data?.decisions ?? [];
  return (
    <Part
      title={`${say(ROOM.headquarters)} · ${say(ROOM.decisions)}`}
      empty={!made && decisions.length === 0}
    >
      {made && (
        <Text>
          {made.name} {made.state === 'stoodDown' && <Mark tone="quiet">{say(ROOM.stoodDown)}</Mark>}
          {made.state === 'proposed' && <Mark tone="event">{say(ROOM.proposed)}</Mark>} {made.room}{' '}
          {made.bridge}
        </Text>
      )}
      {decisions.slice(0, DECISIONS).map((each) => (
        <Text key={`${each.at} ${each.decision}`}>
          <strong>{each.decision}</strong>{' '}
          <span className="quiet">
            {each.decider} {clockTime(each.at).slice(0, 5)}
          </span>
        </Text>
      ))}
    </Part>
  );
}

function Roles({ id }: { id: string }) {
  const { say } = useSpeech();
  const roles = useRoles(id).data?.roles ?? [];
  return (
    <Part title={say(ROOM.roles)} empty={roles.length === 0}>
      <Table>
        <Table.Tbody>
          {roles.map((each) => (
            <Table.Tr key={`${each.role} ${each.personId}`}>
              <Table.Td>{each.name}</Table.Td>
              <Table.Td>{each.personName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function Tasks({ id }: { id: string }) {
  const { say } = useSpeech();
  const open = (useTasks(id).data?.tasks ?? [])
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return (
    <Part title={`${say(ROOM.tasks)} ${open.length}`} empty={open.length === 0}>
      {open.slice(0, TASKS).map((task) => (
        <Group key={task.id} gap="xs" wrap="nowrap" align="start">
          {task.dueAt && <Countdown until={task.dueAt} />}
          <span>
            {task.title} <span className="quiet">{task.personName ?? task.party ?? say(ROOM.noOne)}</span>
          </span>
        </Group>
      ))}
      {open.length > TASKS && <Text className="quiet">+{open.length - TASKS}</Text>}
    </Part>
  );
}

function Outside({ id }: { id: string }) {
  const { say } = useSpeech();
  const sent = (useDesk(id).data?.statements ?? []).filter(({ state }) => state === 'sent').toReversed();
  const due = (useReports(id).data?.reports ?? []).filter(({ state }) => state === 'due');
  return (
    <Part title={`${say(BOARD.said)} · ${say(ROOM.reports)}`} empty={sent.length + due.length === 0}>
      {sent.slice(0, 4).map((each) => (
        <Text key={each.id}>
          <strong>{say(AUDIENCE_WORDS[each.audience])}</strong> {each.text}
        </Text>
      ))}
      {due.map((each) => (
        <Group key={each.id} gap="xs">
          {each.dueAt ? <Countdown until={each.dueAt} /> : <span>{say(ROOM.asSoonAsPossible)}</span>}
          <span>
            {say(each.name)} {say(STAGE_WORDS[each.stage])}
          </span>
        </Group>
      ))}
    </Part>
  );
}

function Latest({ id }: { id: string }) {
  const { say } = useSpeech();
  const query = useQuery(
    reading('GET /api/respond/incidents/:id/timeline', { params: { id }, query: { limit: 200 } }, 'timeline'),
  );
  const channels = useChannelNames();
  const all = query.data?.lines ?? [];
  const corrected = new Set(
    all.filter(({ kind }) => kind === 'timeline.corrected').map(({ corrects }) => corrects),
  );
  // What people did; a note that was corrected reads as it was corrected to.
  const lines = all
    .filter(({ kind, seq }) => !isMachinery(kind) && !(kind === 'timeline.noted' && corrected.has(seq)))
    .filter(({ body }) => body['struck'] !== true)
    .slice(0, LINES);
  return (
    <Part title={say(BOARD.latest)} empty={lines.length === 0}>
      <Stack gap={2}>
        {lines.map((line) => (
          <Text key={line.seq} className="board-line">
            <span className="quiet">
              {otherDay(line.at)} {clockTime(line.at).slice(0, 5)}
            </span>{' '}
            {say(factName(line.kind))}{' '}
            <strong>
              {factDetail(line, { ...query.data?.names, ...channels }, { say, clock: clockMinute })}
            </strong>
          </Text>
        ))}
      </Stack>
    </Part>
  );
}

function Figure({ id, title }: { id: string; title: string }) {
  const { say } = useSpeech();
  const { data, isPending } = useFigure(id);
  const figure = data?.figure;
  if (isPending) return <section className="board-figure" data-drawing />;
  if (!figure || figure.boxes.length === 0) return null;
  return (
    <section className="board-figure" aria-label={say(ROOM.figure)}>
      <Title order={2}>{say(ROOM.figure)}</Title>
      <FigureView figure={figure} title={title} />
    </section>
  );
}
