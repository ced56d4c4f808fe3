import { Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { SITUATIONS } from '../../../../../areas/prepare/plans/schema.ts';
import { LINKS, SYSTEM_STATES } from '../../../../../areas/respond/incidents/schema.ts';
import { TIMES } from '../../../../../areas/respond/timeline/schema.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { FIELD_WORDS, VALUE_WORDS } from '../../prepare/registers/words.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { AskForm } from './ask-form.tsx';
import { instantOf, ROOM_STALE, textOf } from './ask-values.ts';
import { incidentLabel } from './incident-label.ts';
import { PRECISIONS } from './precision-select.tsx';
import { RoomCard } from './room-card.tsx';
import { UnlinkButton } from './unlink-button.tsx';
import { useIncident, useLinks, useSystems, useTimes } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

type TimeName = (typeof TIMES)[number];

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
            act="POST /api/respond/incidents/:id/times"
            label={say(ROOM.stateTime)}
            fields={[
              {
                name: 'which',
                label: say(ROOM.which),
                kind: 'choice',
                choices: TIMES.map((value) => ({ value, label: say(VALUES[value]) })),
              },
              { name: 'at', label: say(ROOM.at), kind: 'time' },
              {
                name: 'precision',
                label: say(ROOM.precision),
                kind: 'choice',
                begin: 'minute',
                choices: PRECISIONS.map((value) => ({ value, label: say(VALUES[value]) })),
              },
              { name: 'note', label: say(ROOM.basis), kind: 'line', optional: true },
            ]}
            input={(a) => ({
              params: { id },
              body: {
                which: a['which'] as TimeName,
                at: instantOf(a['at']) ?? '',
                precision: a['precision'] as (typeof PRECISIONS)[number],
                note: textOf(a['note']),
              },
            })}
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
                  <Table.Th>{say(VALUES[which])}</Table.Th>
                  <Table.Td>
                    {at ? shownTime(at, precision, language) : say(ROOM.notKnown)}{' '}
                    <span className="quiet">
                      {precision === 'hour' && say(VALUES.hour)} {at && !stated && say(ROOM.fromRecord)}{' '}
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
  const ask = (label: string, asset: string | undefined) => (
    <AskForm
      act="PUT /api/respond/incidents/:id/systems"
      label={label}
      fields={[
        ...(asset ? [] : [{ name: 'asset', label: say(ROOM.systems), kind: 'asset' as const }]),
        {
          name: 'state',
          label: say(ROOM.state),
          kind: 'choice',
          begin: 'affected',
          choices: SYSTEM_STATES.map((value) => ({ value, label: say(VALUES[value]) })),
        },
      ]}
      input={(a) => ({
        params: { id },
        body: { asset: asset ?? textOf(a['asset']), state: a['state'] as (typeof SYSTEM_STATES)[number] },
      })}
    />
  );
  return (
    <RoomCard title={say(ROOM.systems)} actions={may('room.write') && ask(say(ROOM.addSystem), undefined)}>
      <Loaded query={query}>
        {({ systems }) => (
          <Stack gap="xs">
            {systems.length === 0 && <Text className="quiet">{say(ROOM.noSystems)}</Text>}
            {systems.map(({ asset, name, state }) => (
              <Group key={asset} justify="space-between" wrap="nowrap">
                <AppLink to="/prepare/systems" search={{ search: asset }}>
                  {name}
                </AppLink>
                <Group gap="xs" wrap="nowrap">
                  <Mark tone={TONES[state]}>{say(VALUES[state])}</Mark>
                  {may('room.write') && ask(say(ROOM.state), asset)}
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

const LEVELS = SEVERITY_WORDS.map((word, level) => ({ level: String(level), word }));

/** What it is taken for and how grave it is, each with its ground; and which other incidents it belongs with. */
export function LinksCard({ incidentId: id, situation }: { incidentId: string; situation: string | null }) {
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
  const levels = LEVELS.map(({ level, word }) => ({ value: level, label: say(word) }));
  return (
    <RoomCard
      title={say(ROOM.links)}
      actions={
        <>
          {may('incident.command') && (
            <>
              <AskForm
                act="PUT /api/respond/incidents/:id/rating"
                label={say(ROOM.rate)}
                fields={(['continuity', 'safety', 'trust'] as const).map((name) => ({
                  name,
                  label: say(ROOM[name]),
                  kind: 'choice',
                  begin: incident.data?.rating ? String(incident.data.rating[name]) : undefined,
                  choices: levels,
                }))}
                input={(a) => ({
                  params: { id },
                  body: {
                    continuity: Number(a['continuity']),
                    safety: Number(a['safety']),
                    trust: Number(a['trust']),
                  },
                })}
              />
              <AskForm
                act="PUT /api/respond/incidents/:id/situation"
                label={say(ROOM.classify)}
                fields={[
                  {
                    name: 'situation',
                    label: say(FIELD_WORDS['situation'] ?? W.any),
                    kind: 'choice',
                    begin: situation,
                    choices: SITUATIONS.map((value) => ({ value, label: say(VALUE_WORDS[value] ?? W.any) })),
                  },
                  { name: 'evidence', label: say(ROOM.evidenceFor), kind: 'text' },
                ]}
                input={(a) => ({
                  params: { id },
                  body: {
                    situation: a['situation'] as (typeof SITUATIONS)[number],
                    evidence: textOf(a['evidence']),
                  },
                })}
              />
            </>
          )}
          {may('incident.command') && incident.data?.state !== 'closed' && (
            <AskForm
              act="POST /api/respond/incidents/:id/merge"
              label={say(ROOM.merge)}
              hint={say(ROOM.mergeHint)}
              fields={[
                {
                  name: 'intoId',
                  label: say(ROOM.mergeInto),
                  kind: 'choice',
                  choices: choices.filter((each) => each.open),
                },
              ]}
              input={(a) => ({ params: { id }, body: { intoId: textOf(a['intoId']) } })}
            />
          )}
          {may('room.write') && (
            <AskForm
              act="POST /api/respond/incidents/:id/links"
              label={say(ROOM.link)}
              fields={[
                { name: 'otherId', label: say(ROOM.otherIncident), kind: 'choice', choices },
                {
                  name: 'how',
                  label: say(ROOM.how),
                  kind: 'choice',
                  begin: 'wave',
                  choices: LINKS.map((value) => ({ value, label: say(VALUES[value]) })),
                },
                { name: 'noImpact', label: say(ROOM.noImpact), kind: 'yesNo', begin: false },
                {
                  name: 'improvementId',
                  label: say(ROOM.provesMeasure),
                  kind: 'choice',
                  choices: measures,
                  optional: true,
                },
                { name: 'note', label: say(ROOM.reason), kind: 'text', optional: true },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  otherId: textOf(a['otherId']),
                  how: a['how'] as (typeof LINKS)[number],
                  noImpact: a['noImpact'] === true,
                  improvementId: textOf(a['improvementId']) || null,
                  note: textOf(a['note']),
                },
              })}
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
                <span className="quiet">{say(each.earlier ? VALUES[each.how] : ROOM[`${each.how}Of`])}</span>{' '}
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
