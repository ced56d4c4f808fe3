import { Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { SITUATIONS } from '../../../../../areas/prepare/plans/schema.ts';
import { SITUATION_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { contracts as INCIDENTS_ROUTES } from '../../../../../areas/respond/incidents/contract.ts';
import { LINKS, SYSTEM_STATES } from '../../../../../areas/respond/incidents/schema.ts';
import { LINK_WORDS, SYSTEM_STATE_WORDS } from '../../../../../areas/respond/incidents/words.ts';
import { contracts as LIFECYCLE_ROUTES } from '../../../../../areas/respond/lifecycle/contract.ts';
import { TIMES } from '../../../../../areas/respond/timeline/schema.ts';
import { PRECISION_WORDS, TIME_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { FIELD_WORDS } from '../../prepare/registers/words.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { SEVERITY_WORDS } from '../../words.ts';
import { incidentLabel } from './incident-label.ts';
import { PRECISIONS } from './precision-select.tsx';
import { RoomCard } from './room-card.tsx';
import { UnlinkButton } from './unlink-button.tsx';
import { useIncident, useLinks, useSystems, useTimes } from './use-room.ts';
import { ROOM } from './words.ts';

/** As exact as it is known, and no more. */
function shownTime(at: string, precision: string, language: 'ja' | 'en'): string {
  const whole = fullTime(at, language).replace(/ \(.*\)$/, '');
  if (precision === 'second') return whole;
  const day = whole.replace(/[ ,]*\d{1,2}:\d{2}:\d{2}.*$/, '');
  return precision === 'day' ? day : whole.replace(/(\d{1,2}:\d{2}):\d{2}/, '$1');
}

/** The times of an incident, kept apart, and where each comes from. */
export function TimesCard({ incidentId: id }: { incidentId: string }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const query = useTimes(id);
  return (
    <RoomCard
      title={say(ROOM.times)}
      actions={
        may('room.write') && (
          <AskForm
            by={LIFECYCLE_ROUTES}
            act="POST /api/respond/incidents/:id/times"
            label={say(ROOM.stateTime)}
            fields={{
              which: {
                label: say(ROOM.which),
                kind: 'choice',
                choices: TIMES.map((value) => ({ value, label: say(TIME_WORDS[value]) })),
              },
              at: { label: say(ROOM.at), kind: 'time' },
              precision: {
                needed: true,
                label: say(ROOM.precision),
                kind: 'choice',
                begin: 'minute',
                choices: PRECISIONS.map((value) => ({ value, label: say(PRECISION_WORDS[value]) })),
              },
              note: { label: say(ROOM.basis), kind: 'line' },
              noChecks: { label: say(ROOM.noChecks), kind: 'line', help: say(ROOM.noChecksHelp) },
            }}
            given={{ id }}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ times }) => (
          <Table>
            <Table.Tbody>
              {times.map(({ which, at, precision, stated, note, corrections, outOfOrder }) => (
                <Table.Tr key={which}>
                  <Table.Th>{say(TIME_WORDS[which])}</Table.Th>
                  <Table.Td>
                    {at ? shownTime(at, precision, language) : say(ROOM.notKnown)}{' '}
                    {!at && which === 'recognised' && (
                      <span className="quiet">{say(ROOM.howRecognised)}</span>
                    )}
                    <span className="quiet">
                      {(precision === 'hour' || precision === 'about') && say(PRECISION_WORDS[precision])}{' '}
                      {at && !stated && say(ROOM.fromRecord)}{' '}
                      {corrections > 0 && say(ROOM.correctedTimes, { n: corrections })} {note}
                    </span>
                    {outOfOrder && <Mark tone="event">{say(ROOM.outOfOrder)}</Mark>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
    </RoomCard>
  );
}

const TONES: Readonly<Record<(typeof SYSTEM_STATES)[number], Tone>> = {
  suspected: 'event',
  affected: 'event',
  contained: 'response',
  restored: 'recovery',
  notAffected: 'quiet',
};

/** Which systems of the register it affects, and how each stands. */
export function SystemsCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useSystems(id);
  const state = {
    label: say(ROOM.state),
    kind: 'choice',
    begin: 'affected',
    choices: SYSTEM_STATES.map((value) => ({ value, label: say(SYSTEM_STATE_WORDS[value]) })),
  } as const;
  return (
    <RoomCard
      title={say(ROOM.systems)}
      actions={
        may('room.write') && (
          <AskForm
            by={INCIDENTS_ROUTES}
            act="PUT /api/respond/incidents/:id/systems"
            label={say(ROOM.addSystem)}
            fields={{ asset: { label: say(ROOM.systems), kind: 'asset' }, state }}
            given={{ id }}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ systems }) => (
          <Stack gap="xs">
            {systems.length === 0 && <Text className="quiet">{say(ROOM.noSystems)}</Text>}
            {systems.map(({ asset, name, state: stands }) => (
              <Group key={asset} justify="space-between" wrap="nowrap">
                <AppLink to="/prepare/systems" search={{ search: asset }}>
                  {name}
                </AppLink>
                <Group gap="xs" wrap="nowrap">
                  <Mark tone={TONES[stands]}>{say(SYSTEM_STATE_WORDS[stands])}</Mark>
                  {may('room.write') && (
                    <AskForm
                      by={INCIDENTS_ROUTES}
                      act="PUT /api/respond/incidents/:id/systems"
                      label={say(ROOM.state)}
                      fields={{ state }}
                      given={{ id, asset, seen: stands }}
                    />
                  )}
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

/** What it is taken for and how grave it is, each with its ground; and which other incidents it belongs with. */
export function LinksCard({
  incidentId: id,
  situation,
}: {
  incidentId: string;
  situation: ReplyOf<'GET /api/respond/incidents/:id'>['situation'];
}) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useLinks(id);
  const incident = useIncident(id);
  const unlink = useAct('DELETE /api/respond/incidents/:id/links/:otherId', { stale: ROOM_STALE });
  const others = useQuery(reading('GET /api/respond/incidents', { query: { limit: 200 } }, 'incidents'));
  const choices = (others.data?.incidents ?? [])
    .filter((each) => each.id !== id)
    .map((each) => ({ value: each.id, label: incidentLabel(each, say), open: each.state === 'open' }));
  const improvements = useQuery({
    ...reading('GET /api/learn/improvements', { query: { limit: 200 } }, 'improvements'),
    enabled: may('case.read') && may('room.write'),
  });
  const measures = (improvements.data?.improvements ?? []).map(({ id: value, title }) => ({
    value,
    label: title,
  }));
  const rating = (name: 'continuity' | 'safety' | 'trust') =>
    ({
      label: say(ROOM[name]),
      kind: 'choice',
      begin: incident.data?.rating?.[name],
      choices: SEVERITY_WORDS.map((word, level) => ({ value: level, label: say(word) })),
    }) as const;
  return (
    <RoomCard
      title={say(ROOM.links)}
      actions={
        <>
          {may('incident.command') && (
            <>
              <AskForm
                by={INCIDENTS_ROUTES}
                act="PUT /api/respond/incidents/:id/rating"
                label={say(ROOM.rate)}
                fields={{
                  continuity: rating('continuity'),
                  safety: rating('safety'),
                  trust: rating('trust'),
                }}
                given={{ id, seen: incident.data?.rating ?? null }}
              />
              <AskForm
                by={INCIDENTS_ROUTES}
                act="PUT /api/respond/incidents/:id/situation"
                label={say(ROOM.classify)}
                fields={{
                  situation: {
                    needed: true,
                    label: say(FIELD_WORDS.situation),
                    kind: 'choice',
                    begin: situation,
                    choices: SITUATIONS.map((value) => ({ value, label: say(SITUATION_WORDS[value]) })),
                  },
                  evidence: { label: say(ROOM.evidenceFor), kind: 'text' },
                }}
                given={{ id, seen: situation }}
              />
            </>
          )}
          {may('incident.command') && incident.data?.state !== 'closed' && (
            <AskForm
              by={LIFECYCLE_ROUTES}
              act="POST /api/respond/incidents/:id/merge"
              label={say(ROOM.merge)}
              hint={say(ROOM.mergeHint)}
              fields={{
                intoId: {
                  label: say(ROOM.mergeInto),
                  kind: 'choice',
                  choices: choices.filter((each) => each.open),
                },
              }}
              given={{ id }}
            />
          )}
          {may('room.write') && (
            <AskForm
              by={LIFECYCLE_ROUTES}
              act="POST /api/respond/incidents/:id/links"
              label={say(ROOM.link)}
              fields={{
                otherId: { label: say(ROOM.otherIncident), kind: 'choice', choices },
                how: {
                  label: say(ROOM.how),
                  kind: 'choice',
                  begin: 'wave',
                  choices: LINKS.map((value) => ({ value, label: say(LINK_WORDS[value]) })),
                },
                noImpact: { label: say(ROOM.noImpact), kind: 'yesNo', begin: false },
                improvementId: { label: say(ROOM.provesMeasure), kind: 'choice', choices: measures },
                note: { label: say(ROOM.reason), kind: 'text' },
              }}
              given={{ id }}
            />
          )}
        </>
      }
    >
      <Loaded query={query}>
        {({ links }) => (
          <Stack gap="xs">
            {links.length === 0 && <Text className="quiet">{say(ROOM.noLinks)}</Text>}
            {links.map((each) => (
              <div key={each.id}>
                <AppLink to="/respond/incidents/$id" params={{ id: each.id }}>
                  #{each.number} {each.title}
                </AppLink>{' '}
                <span className="quiet">
                  {say(each.earlier ? LINK_WORDS[each.how] : ROOM[`${each.how}Of`])}
                </span>{' '}
                {each.noImpact && <Mark tone="recovery">{say(ROOM.noImpact)}</Mark>} {each.note}{' '}
                {may('room.write') && (
                  <UnlinkButton
                    of={`#${each.number}`}
                    loading={unlink.pending}
                    onClick={() => unlink.run({ params: { id, otherId: each.id } })}
                  />
                )}
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}
