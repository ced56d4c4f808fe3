import './room.css';
import { Group, Tabs, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { IncidentState, Mark, Severity } from '../../ui/mark.tsx';
import { Aside, Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago, Elapsed, fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { AddNote } from '../timeline/add-note.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { BOARD } from './board-words.ts';
import { ClockBar } from './clock-bar.tsx';
import { Command } from './command-tab.tsx';
import { useIncident } from './use-room.ts';
import { ROOM } from './words.ts';

const route = getRouteApi('/shell/respond/incidents/$id');
const Turns = lazyPart(() => import('./turns.tsx'), 'Turns');
const EditIncident = lazyPart(() => import('./edit-incident.tsx'), 'EditIncident');
const Know = lazyPart(() => import('./know-tab.tsx'), 'Know');
const Outside = lazyPart(() => import('./outside-tab.tsx'), 'Outside');
const Plan = lazyPart(() => import('./plan-tab.tsx'), 'Plan');
const FigureCard = lazyPart(() => import('./figure-card.tsx'), 'FigureCard');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function IncidentPage() {
  const { id } = route.useParams();
  const query = useIncident(id);
  return (
    <div className="page">
      <Loaded query={query}>{(incident) => <Incident key={id} incident={incident} />}</Loaded>
    </div>
  );
}

function Incident({ incident }: { incident: Incident }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { id } = incident;
  return (
    <>
      {incident.drill && <div className="drill-banner">{say(ROOM.drillLong)}</div>}
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>
            #{incident.number} {incident.title}
          </Title>
          <Group gap="md" mt={4}>
            <IncidentState state={incident.state} />
            {incident.mergedInto && (
              <AppLink to="/respond/incidents/$id" params={{ id: incident.mergedInto.id }}>
                {say(ROOM.goesOnAs, { number: incident.mergedInto.number })}
              </AppLink>
            )}
            {incident.drill && <Mark tone="decision">{say(W.drill)}</Mark>}
            {incident.restricted && <Mark tone="decision">{say(ROOM.restricted)}</Mark>}
            <span>
              {say(W.severity)} <Severity level={incident.severity} />
            </span>
            <span className="quiet" title={fullTime(incident.declaredAt, language)}>
              {say(W.declaredAt)}{' '}
              {incident.state === 'open' ? (
                <Elapsed since={incident.declaredAt} />
              ) : (
                <Ago at={incident.declaredAt} />
              )}
            </span>
          </Group>
        </div>
        <Group gap="sm">
          {may('room.read') && (
            <ButtonLink
              variant="default"
              className="no-print"
              to="/respond/incidents/$id/board"
              params={{ id }}
            >
              {say(BOARD.board)}
            </ButtonLink>
          )}
          {may('incident.command') && (
            <Aside>
              <Turns incident={incident} onEdit={() => setEditing(true)} />
            </Aside>
          )}
        </Group>
      </Group>
      {may('room.read') && (
        <Boundary>
          <ClockBar incidentId={id} over={incident.state === 'closed'} />
        </Boundary>
      )}
      <Room incident={incident} />
      {editing && (
        <Aside>
          <EditIncident incident={incident} onClose={() => setEditing(false)} />
        </Aside>
      )}
    </>
  );
}

/** The timeline and, beside it, one room for commanding, one for knowing, one for the outside, one for the plan and the figure. */
function Room({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useMediaQuery('(max-width: 62em)') ?? false;
  // Where there is room the command stands beside whatever else is looked at: nothing to turn over at 3 a.m.
  const wide = useMediaQuery('(min-width: 110em)') ?? false;
  const { id } = incident;
  // An outside party has the timeline and its pages, nothing else.
  const may = useMay();
  const inside = may('room.read');
  const mayWrite = may('timeline.write');
  const inPlace = (wide && inside && tab === 'command') || (tab === 'timeline' && !narrow);
  const shown = inPlace ? (wide && inside ? 'know' : 'command') : tab;
  return (
    <div className="incident">
      {!narrow && (
        <div className="incident-main">
          <Boundary>
            {mayWrite && <AddNote incidentId={id} />}
            <Timeline incidentId={id} />
          </Boundary>
        </div>
      )}
      {wide && inside && (
        <div className="incident-command">
          <Command incident={incident} inside={inside} />
        </div>
      )}
      <Tabs
        className="incident-room"
        value={shown}
        keepMounted={false}
        onChange={(next) =>
          void navigate({ search: { tab: (next ?? 'command') as typeof tab }, replace: true })
        }
      >
        <Tabs.List mb="sm" className="no-print">
          {narrow && <Tabs.Tab value="timeline">{say(ROOM.timeline)}</Tabs.Tab>}
          {!(wide && inside) && <Tabs.Tab value="command">{say(ROOM.command)}</Tabs.Tab>}
          {inside && (
            <>
              <Tabs.Tab value="know">{say(ROOM.know)}</Tabs.Tab>
              <Tabs.Tab value="outside">{say(ROOM.outside)}</Tabs.Tab>
              <Tabs.Tab value="plan">{say(ROOM.plan)}</Tabs.Tab>
              <Tabs.Tab value="figure">{say(W.figure)}</Tabs.Tab>
            </>
          )}
        </Tabs.List>
        {narrow && (
          <Tabs.Panel value="timeline">
            <Boundary>
              {mayWrite && <AddNote incidentId={id} />}
              <Timeline incidentId={id} />
            </Boundary>
          </Tabs.Panel>
        )}
        {!(wide && inside) && (
          <Tabs.Panel value="command">
            <Command incident={incident} inside={inside} />
          </Tabs.Panel>
        )}
        {inside && (
          <>
            <Tabs.Panel value="know">
              <Part>
                <Know incident={incident} />
              </Part>
            </Tabs.Panel>
            <Tabs.Panel value="outside">
              <Part>
                <Outside incident={incident} />
              </Part>
            </Tabs.Panel>
            <Tabs.Panel value="plan">
              <Part>
                <Plan incidentId={id} />
              </Part>
            </Tabs.Panel>
            <Tabs.Panel value="figure">
              <Part>
                <FigureCard incidentId={id} title={`#${incident.number} ${incident.title}`} />
              </Part>
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </div>
  );
}
