import {
  Button,
  type ButtonProps,
  Card,
  Group,
  Modal,
  Popover,
  Select,
  Stack,
  Tabs,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DETECTION_ROUTES } from '../../../../../areas/respond/incidents/schema.ts';
import { CERTAINTIES } from '../../../../../areas/respond/investigation/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { SimilarCases } from '../../learn/lessons/similar-cases.tsx';
import { useMay } from '../../me.ts';
import { CallRuns } from '../../prepare/registers/call-runs.tsx';
import { Boundary, Bounded } from '../../ui/boundary.tsx';
import { useAct } from '../../ui/form.tsx';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { IncidentState, Mark, Severity, SignalState } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { Ago, clockTime, Elapsed, fullTime } from '../../ui/time.tsx';
import { ATTEMPT_WORDS, channelWords, reasonWords, SEVERITY_WORDS, W } from '../../words.ts';
import { IncidentPlan } from '../plans/incident-plan.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { AskForm, instantOf, ROOM_STALE, textOf } from './ask-form.tsx';
import { AssetSelect } from './asset-select.tsx';
import { BOARD } from './board-words.ts';
import { ChangesCard } from './changes-card.tsx';
import { ClockBar } from './clock-bar.tsx';
import { DeskCard } from './desk-card.tsx';
import { FigureCard } from './figure-card.tsx';
import { HeadquartersCard } from './headquarters-card.tsx';
import { InvestigationCard } from './investigation-card.tsx';
import { LinksCard, SystemsCard, TimesCard } from './know-cards.tsx';
import { FactsCard, JointCard } from './record-cards.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { RecoveryPlanCard } from './recovery-plan-card.tsx';
import { RECOVERY } from './recovery-words.ts';
import { ReportsCard } from './reports-card.tsx';
import { RolesCard } from './roles-card.tsx';
import { SweepsCard } from './sweeps-card.tsx';
import { TasksCard } from './tasks-card.tsx';
import { UnlinkButton } from './unlink-button.tsx';
import { useIncident } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

const route = getRouteApi('/shell/respond/incidents/$id');
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
          {may('incident.command') && <Turns incident={incident} onEdit={() => setEditing(true)} />}
        </Group>
      </Group>
      {may('room.read') && (
        <Boundary>
          <ClockBar incidentId={id} over={incident.state === 'closed'} />
        </Boundary>
      )}
      <Room incident={incident} />
      {editing && <Edit incident={incident} onClose={() => setEditing(false)} />}
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
  const inside = useMay()('room.read');
  const inPlace = (wide && inside && tab === 'command') || (tab === 'timeline' && !narrow);
  const shown = inPlace ? (wide && inside ? 'know' : 'command') : tab;
  return (
    <div className="incident">
      {!narrow && (
        <div className="incident-main">
          <Boundary>
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
              <Know incident={incident} />
            </Tabs.Panel>
            <Tabs.Panel value="outside">
              <Outside incident={incident} />
            </Tabs.Panel>
            <Tabs.Panel value="plan">
              <Stack>
                <Bounded>
                  <Card withBorder padding="sm">
                    <IncidentPlan incidentId={id} />
                  </Card>
                  <ChangesCard incidentId={id} />
                </Bounded>
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="figure">
              <Boundary>
                <FigureCard incidentId={id} title={`#${incident.number} ${incident.title}`} />
              </Boundary>
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </div>
  );
}

function Command({
  incident: { id, state, situation, site },
  inside,
}: {
  incident: Incident;
  inside: boolean;
}) {
  const may = useMay();
  const open = state === 'open';
  const attack = situation === 'ransomware' || situation === 'ddos' || situation === 'dataLeak';
  return (
    <Stack>
      <Bounded>
        <Pages incidentId={id} open={open} />
        {inside && <HeadquartersCard incidentId={id} open={state !== 'closed'} />}
        {inside && <TasksCard incidentId={id} open={state !== 'closed'} />}
        {inside && <RolesCard incidentId={id} open={state !== 'closed'} />}
        {inside && may('incident.declare') && (
          <Card withBorder padding="sm" className="no-print">
            <CallRuns cause={attack ? 'cyberAttack' : 'systemFailure'} site={site} incidentId={id} />
          </Card>
        )}
      </Bounded>
    </Stack>
  );
}

function Know({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const may = useMay();
  const { id } = incident;
  return (
    <Stack>
      <Bounded>
        <TimesCard incidentId={id} />
        <SystemsCard incidentId={id} />
        <FactsCard incidentId={id} />
        <RecoveryPlanCard incidentId={id} />
        <RecoveryCard incidentId={id} />
        <SweepsCard incidentId={id} open={incident.state !== 'closed'} />
        {may('signal.read') && <Signals incidentId={id} count={incident.signals} />}
        <InvestigationCard incidentId={id} />
        <LinksCard incidentId={id} situation={incident.situation} />
        {may('case.read') && (
          <Card withBorder padding="sm" className="no-print">
            <Title order={2} mb="xs">
              {say(W.similar)}
            </Title>
            <SimilarCases of="incident" id={id} />
          </Card>
        )}
      </Bounded>
    </Stack>
  );
}

function Outside({ incident }: { incident: Incident }) {
  const may = useMay();
  return (
    <Stack>
      <Bounded>
        <DeskCard incidentId={incident.id} over={incident.state !== 'open'} />
        <ReportsCard incidentId={incident.id} />
        <JointCard incidentId={incident.id} />
        {may('incident.share') && <Shares incident={incident} />}
      </Bounded>
    </Stack>
  );
}

function Turns({ incident: { id, state }, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { say } = useSpeech();
  const stale = ['incident', 'incidents', 'timeline', 'pages'];
  const resolve = useAct('POST /api/respond/incidents/:id/resolve', { stale });
  const reopen = useAct('POST /api/respond/incidents/:id/reopen', { stale });
  const input = (note: string) => ({ params: { id }, body: { note } });
  return (
    <Group gap="sm" className="no-print">
      <Button variant="default" onClick={onEdit}>
        {say(ROOM.edit)}
      </Button>
      {state === 'open' && (
        <Turn
          label={say(ROOM.resolve)}
          color="green"
          loading={resolve.pending}
          onTurn={(note) => resolve.run(input(note))}
        />
      )}
      {state !== 'open' && (
        <Turn
          label={say(ROOM.reopen)}
          variant="default"
          loading={reopen.pending}
          onTurn={(note) => reopen.run(input(note))}
        />
      )}
      {state === 'resolved' && (
        <AskForm
          act="POST /api/respond/incidents/:id/close"
          label={say(ROOM.close)}
          submit={say(ROOM.close)}
          variant="filled"
          size="sm"
          fields={[
            {
              name: 'was',
              label: say(ROOM.wasAttack),
              kind: 'choice',
              optional: true,
              choices: (['excluded', 'supported', 'undecided'] as const).map((value) => ({
                value,
                label: say(VALUES[value]),
              })),
            },
            { name: 'how', label: say(ROOM.howKnown), kind: 'text', optional: true },
            {
              name: 'certainty',
              label: say(ROOM.certainty),
              kind: 'choice',
              begin: 'likely',
              choices: CERTAINTIES.map((value) => ({ value, label: say(VALUES[value]) })),
            },
            { name: 'note', label: say(ROOM.turnNote), kind: 'text', optional: true },
          ]}
          input={(a) => ({
            params: { id },
            body: {
              note: textOf(a['note']),
              cyber: a['was']
                ? {
                    was: a['was'] as 'excluded' | 'supported' | 'undecided',
                    how: textOf(a['how']),
                    certainty: a['certainty'] as (typeof CERTAINTIES)[number],
                  }
                : null,
            },
          })}
        />
      )}
    </Group>
  );
}

/** A turn of the incident's state; why is asked for, and may be left empty at 3 a.m. */
function Turn({
  label,
  onTurn,
  ...button
}: { label: string; onTurn: (note: string) => void } & Pick<ButtonProps, 'color' | 'variant' | 'loading'>) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [note, setNote] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button {...button} onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(false);
            onTurn(note);
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={say(ROOM.turnNote)}
              value={note}
              onChange={(e) => setNote(e.currentTarget.value)}
              autosize
              minRows={2}
              w={280}
              data-autofocus
            />
            <Button type="submit" {...(button.color && { color: button.color })}>
              {say(ROOM.record)}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function Edit({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { say } = useSpeech();
  const [title, setTitle] = useState(incident.title);
  const [severity, setSeverity] = useState(String(incident.severity));
  const [site, setSite] = useState(incident.site ?? '');
  const change = useAct('PUT /api/respond/incidents/:id', {
    stale: ['incident', 'incidents', 'timeline'],
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(ROOM.edit)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.run({
            params: { id: incident.id },
            body: { title, severity: Number(severity), site: site || null },
          });
        }}
      >
        <Stack>
          <TextInput
            label={say(W.title)}
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
            error={change.wrong('title')}
            data-autofocus
          />
          <Select
            label={say(W.severity)}
            value={severity}
            onChange={(value) => setSeverity(value ?? severity)}
            allowDeselect={false}
            error={change.wrong('severity')}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <AssetSelect
            label={say(RECOVERY.site)}
            kind="site"
            value={site}
            onChange={(key) => setSite(key ?? '')}
            error={change.wrong('site')}
          />
          <Text className="quiet">{say(ROOM.situationElsewhere)}</Text>
          <Button type="submit" loading={change.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function Pages({ incidentId, open }: { incidentId: string; open: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery({
    queryKey: ['pages', incidentId],
    queryFn: ({ signal }) => call('GET /api/respond/pages', { query: { incidentId } }, signal),
  });
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages', 'timeline'] });
  const again = useAct('POST /api/respond/incidents/:id/page', { stale: ['pages'] });
  const seeking = query.data?.pages.some(({ state }) => state === 'seeking') === true;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(W.pages)}</Title>
        {open && !seeking && may('page.command') && (
          <Button
            variant="default"
            loading={again.pending}
            onClick={() => again.run({ params: { id: incidentId } })}
          >
            {say(ROOM.pageAgain)}
          </Button>
        )}
      </Group>
      <Loaded query={query}>
        {({ pages }) =>
          pages.length === 0 ? (
            <Text className="quiet">—</Text>
          ) : (
            <Stack gap="sm">
              {pages.map((page) => (
                <Stack key={page.id} gap={4}>
                  {page.subjectKind === 'summons' && <Text fw={700}>{page.subject}</Text>}
                  <Group justify="space-between">
                    {page.state === 'acknowledged' ? (
                      <Mark tone="recovery">
                        {page.answers.map(({ name }) => name ?? say(W.someone)).join('、') ||
                          page.acknowledgedBy}{' '}
                        {say(ATTEMPT_WORDS.acknowledged)}
                      </Mark>
                    ) : page.state === 'exhausted' ? (
                      <Mark tone="event">{say(W.nobody)}</Mark>
                    ) : page.state === 'stopped' ? (
                      <Mark tone="quiet">
                        {say(page.subjectKind === 'summons' ? ROOM.summonsSettled : W.closed)}
                      </Mark>
                    ) : (
                      <Mark tone="event">
                        {say(W.calling)} {say(W.stepOf, { step: page.step + 1, steps: page.steps })}
                        {page.needed > 1 &&
                          ` · ${say(ROOM.answersOf, { answers: page.answers.length, needed: page.needed })}`}
                      </Mark>
                    )}
                    {(page.state === 'seeking' || page.state === 'exhausted') &&
                      page.mayAnswer &&
                      may('page.acknowledge') && (
                        <Button
                          loading={acknowledge.pending}
                          onClick={() => acknowledge.run({ params: { id: page.id } })}
                        >
                          {say(W.acknowledge)}
                        </Button>
                      )}
                  </Group>
                  {page.attempts.map((attempt) => (
                    <Text key={attempt.id} fz="sm" className="quiet" style={{ overflowWrap: 'anywhere' }}>
                      {attempt.personName ?? say(W.someone)} ({say(channelWords(attempt.channel))}
                      {', '}
                      {clockTime(attempt.changedAt).slice(0, 5)}): {say(ATTEMPT_WORDS[attempt.state])}
                      {attempt.reason &&
                      (attempt.state === 'failed' || attempt.state === 'held' || attempt.state === 'queued')
                        ? ` – ${say(reasonWords(attempt.reason))}`
                        : ''}
                    </Text>
                  ))}
                </Stack>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Card>
  );
}

/** How it was noticed, by whom and by what: signals of monitors, and what people told. */
function Signals({ incidentId, count }: { incidentId: string; count: number }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery({
    queryKey: ['incident-signals', incidentId],
    queryFn: ({ signal }) =>
      call(
        'GET /api/respond/incidents/:id/signals',
        { params: { id: incidentId }, query: { limit: 20 } },
        signal,
      ),
  });
  const detach = useAct('DELETE /api/respond/incidents/:id/signals/:signalId', {
    stale: ['incident-signals', ...ROOM_STALE],
  });
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          {say(W.signals)} {count.toLocaleString()}
        </Title>
        {may('timeline.write') && (
          <AskForm
            act="POST /api/respond/incidents/:id/detections"
            label={say(ROOM.addDetection)}
            hint={say(ROOM.detectionHint)}
            fields={[
              {
                name: 'route',
                label: say(ROOM.detectionRoute),
                kind: 'choice',
                begin: 'inquiry',
                choices: DETECTION_ROUTES.map((value) => ({ value, label: say(VALUES[value]) })),
              },
              { name: 'text', label: say(ROOM.detectionText), kind: 'text' },
              { name: 'at', label: say(ROOM.at), kind: 'time', optional: true },
            ]}
            input={(a) => ({
              params: { id: incidentId },
              body: {
                route: a['route'] as (typeof DETECTION_ROUTES)[number],
                text: textOf(a['text']),
                ...(instantOf(a['at']) && { at: instantOf(a['at']) ?? '' }),
              },
            })}
          />
        )}
      </Group>
      <Loaded query={query}>
        {({ signals }) => (
          <Stack gap={4}>
            {signals.length === 0 && <Text className="quiet">—</Text>}
            {signals.map((signal) => (
              <Group key={signal.id} justify="space-between" wrap="nowrap">
                <AppLink to="/detect" search={{ open: signal.id }} truncate>
                  {signal.title}
                </AppLink>
                <Group gap="xs" wrap="nowrap">
                  <SignalState state={signal.state} />
                  {may('room.write') && (
                    <UnlinkButton
                      of={signal.title}
                      loading={detach.pending}
                      onClick={() => detach.run({ params: { id: incidentId, signalId: signal.id } })}
                    />
                  )}
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function Shares({ incident: { id: incidentId, restricted } }: { incident: Incident }) {
  const { say } = useSpeech();
  const people = useQuery({
    queryKey: ['people', restricted ? 'all' : 'contractor'],
    queryFn: ({ signal }) =>
      call(
        'GET /api/prepare/people',
        { query: { role: restricted ? undefined : 'contractor', limit: 500 } },
        signal,
      ),
  });
  const restrict = useAct('PUT /api/respond/incidents/:id/restriction', { stale: ROOM_STALE });
  const shares = useQuery({
    queryKey: ['shares', incidentId],
    queryFn: ({ signal }) =>
      call('GET /api/respond/incidents/:id/shares', { params: { id: incidentId } }, signal),
  });
  const share = useAct('POST /api/respond/incidents/:id/shares', { stale: ['shares'], formless: true });
  const unshare = useAct('DELETE /api/respond/incidents/:id/shares/:personId', {
    stale: ['shares'],
    formless: true,
  });
  const shared = new Set(shares.data?.people.map(({ id }) => id));
  const others = (people.data?.people ?? []).filter(({ id }) => !shared.has(id));
  return (
    <Card withBorder padding="sm" className="no-print">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(ROOM.sharedWith)}</Title>
        <Button
          size="compact-md"
          variant="default"
          loading={restrict.pending}
          onClick={() => restrict.run({ params: { id: incidentId }, body: { restricted: !restricted } })}
        >
          {say(restricted ? ROOM.unrestrict : ROOM.restrict)}
        </Button>
      </Group>
      <Stack gap="xs">
        {(shares.data?.people ?? []).map((person) => (
          <Group key={person.id} justify="space-between">
            <Text>{person.name}</Text>
            <Button
              variant="subtle"
              color="red"
              onClick={() => unshare.run({ params: { id: incidentId, personId: person.id } })}
            >
              {say(W.remove)}
            </Button>
          </Group>
        ))}
        {people.data && people.data.people.length === 0 ? (
          <Empty text={say(ROOM.noOutside)} />
        ) : (
          <Select
            aria-label={say(ROOM.shareWith)}
            placeholder={say(ROOM.shareWith)}
            value={null}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(personId) => personId && share.run({ params: { id: incidentId }, body: { personId } })}
          />
        )}
      </Stack>
    </Card>
  );
}
