import { Button, Group, List, Stack, Text } from '@mantine/core';
import { inputName, inputValue } from '../../../../../areas/prepare/plans/words.ts';
import { contracts as HEADQUARTERS_ROUTES } from '../../../../../areas/respond/headquarters/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago, dayAndClock } from '../../ui/time.tsx';
import { span } from './countdown.tsx';
import { RoomCard } from './room-card.tsx';
import { useHeadquarters } from './use-room.ts';
import { ROOM } from './words.ts';

type View = ReplyOf<'GET /api/respond/incidents/:id/headquarters'>;

/** Where it stands, as it was read. */
const placeOf = (made: View['headquarters'] | undefined) =>
  made ? { room: made.room, bridge: made.bridge, briefMinutes: made.briefMinutes } : undefined;

/** The headquarters: proposed on its criteria, set up against its clock, deciding, briefing, stood down. */
export function HeadquartersCard({ incidentId: id, open }: { incidentId: string; open: boolean }) {
  const { say, labelled } = useSpeech();
  const may = useMay();
  const query = useHeadquarters(id);
  const state = query.data?.headquarters?.state;
  const command = may('incident.command');
  return (
    <RoomCard
      title={say(ROOM.headquarters)}
      actions={
        <>
          {open && command && state !== 'standing' && (
            <AskForm
              by={HEADQUARTERS_ROUTES}
              act="POST /api/respond/incidents/:id/headquarters"
              label={say(ROOM.setUp)}
              submit={say(ROOM.setUp)}
              hint={say(ROOM.setUpHint)}
              variant="filled"
              fields={{
                room: { label: say(ROOM.room), kind: 'line' },
                bridge: { label: say(ROOM.bridge), kind: 'line' },
                briefMinutes: { needed: true, label: say(ROOM.briefEvery), kind: 'number', begin: 60 },
              }}
              given={{ id }}
            />
          )}
          {command && state === 'standing' && (
            <AskForm
              by={HEADQUARTERS_ROUTES}
              act="PUT /api/respond/incidents/:id/headquarters"
              label={say(ROOM.moveHeadquarters)}
              fields={{
                room: { label: say(ROOM.room), kind: 'line', begin: query.data?.headquarters?.room },
                bridge: { label: say(ROOM.bridge), kind: 'line', begin: query.data?.headquarters?.bridge },
                briefMinutes: {
                  needed: true,
                  label: say(ROOM.briefEvery),
                  kind: 'number',
                  begin: query.data?.headquarters?.briefMinutes,
                },
              }}
              given={{ id, seen: placeOf(query.data?.headquarters) }}
            />
          )}
          {command && (state === 'standing' || state === 'proposed') && (
            <AskForm
              by={HEADQUARTERS_ROUTES}
              act="POST /api/respond/incidents/:id/headquarters/end"
              label={say(state === 'standing' ? ROOM.standDown : ROOM.decline)}
              fields={{ reason: { label: say(ROOM.reason), kind: 'text' } }}
              given={{ id }}
            />
          )}
        </>
      }
    >
      <Loaded query={query}>
        {({ headquarters, decisions, briefs }) => (
          <Stack gap="sm">
            <Standing made={headquarters} />
            <Group justify="space-between">
              <Text fw={700}>{say(ROOM.decisions)}</Text>
              {may('room.write') && (
                <AskForm
                  by={HEADQUARTERS_ROUTES}
                  act="POST /api/respond/incidents/:id/decisions"
                  label={say(ROOM.decide)}
                  fields={{
                    question: { label: say(ROOM.question), kind: 'line' },
                    options: { label: say(ROOM.options), kind: 'lines' },
                    decision: { label: say(ROOM.decision), kind: 'text' },
                    basis: { label: say(ROOM.basis), kind: 'text', needed: true, help: say(ROOM.basisHelp) },
                    deciderId: { label: say(ROOM.decider), kind: 'person' },
                  }}
                  given={{ id }}
                />
              )}
            </Group>
            <List spacing={4}>
              {decisions.map((each) => (
                <List.Item key={`${each.at} ${each.decision}`}>
                  <strong>{each.decision}</strong>{' '}
                  <span className="quiet">
                    {each.question !== each.decision && `${each.question} · `}
                    {each.decider} · <Ago at={each.at} />
                  </span>
                  {each.options.length > 0 && (
                    <Text className="quiet">{labelled(say(ROOM.options), each.options.join(' / '))}</Text>
                  )}
                  {each.basis && <Text className="quiet">{labelled(say(ROOM.basis), each.basis)}</Text>}
                </List.Item>
              ))}
            </List>
            <Briefs incidentId={id} briefs={briefs} />
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

function Standing({ made }: { made: View['headquarters'] }) {
  const { say, list } = useSpeech();
  if (!made) return <Text className="quiet">{say(ROOM.noHeadquarters)}</Text>;
  const inputs = list(
    Object.entries(made.inputs).map(([name, value]) => `${inputName(name, say)} ${inputValue(value, say)}`),
  );
  return (
    <Stack gap={4}>
      <Text fw={700}>{made.name}</Text>
      {made.state === 'proposed' && <Mark tone="event">{say(ROOM.proposed)}</Mark>}
      {made.state === 'standing' && made.seconds !== null && (
        <Mark tone={made.met ? 'recovery' : 'event'}>
          {say(made.met ? ROOM.met : ROOM.late, { time: span(made.seconds) })} ·{' '}
          {say(ROOM.target, { minutes: made.targetMinutes })}
        </Mark>
      )}
      {made.state !== 'declined' && (
        <Text className="quiet">{say(ROOM.countedFrom, { time: dayAndClock(made.noticedAt) })}</Text>
      )}
      {made.state === 'stoodDown' && <Mark tone="quiet">{say(ROOM.stoodDown)}</Mark>}
      {made.state === 'declined' && <Mark tone="quiet">{say(ROOM.declined)}</Mark>}
      {inputs && <Text className="quiet">{say(ROOM.proposedOn, { inputs })}</Text>}
      {(made.room || made.bridge) && (
        <Text>
          {made.room} {made.bridge}
        </Text>
      )}
    </Stack>
  );
}

function Briefs({ incidentId: id, briefs }: { incidentId: string; briefs: View['briefs'] }) {
  const { say } = useSpeech();
  const may = useMay();
  const me = useMe().data?.personId;
  const draft = useAct('POST /api/respond/incidents/:id/briefs', { stale: ROOM_STALE });
  const read = useAct('POST /api/respond/briefs/:id/read', { stale: ROOM_STALE });
  const command = may('incident.command');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={700}>{say(ROOM.briefs)}</Text>
        {command && (
          <Button
            size="compact-md"
            variant="default"
            loading={draft.pending}
            onClick={() => draft.run({ params: { id } })}
          >
            {say(ROOM.draftBrief)}
          </Button>
        )}
      </Group>
      {briefs.map((brief) => (
        <details
          key={brief.id}
          open={brief.sentAt === null || brief.readers.some(({ id: r, readAt }) => r === me && !readAt)}
        >
          <summary>
            #{brief.number} <Ago at={brief.sentAt ?? brief.draftedAt} />{' '}
            {say(brief.sentAt ? ROOM.asked : ROOM.draft)}
          </summary>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{brief.text}</Text>
          {brief.readers.map(({ id: reader, name, readAt }) => (
            <Group key={reader} gap="xs">
              <Text>{name}</Text>
              {readAt ? (
                <Mark tone="recovery">
                  <Ago at={readAt} />
                </Mark>
              ) : reader === me ? (
                <Button size="compact-md" onClick={() => read.run({ params: { id: brief.id } })}>
                  {say(ROOM.read)}
                </Button>
              ) : (
                <Mark tone="quiet">{say(ROOM.unread)}</Mark>
              )}
            </Group>
          ))}
          {command && brief.sentAt === null && (
            <AskForm
              by={HEADQUARTERS_ROUTES}
              act="POST /api/respond/briefs/:id/send"
              label={say(ROOM.sendBrief)}
              submit={say(ROOM.sendBrief)}
              fields={{
                text: { label: say(ROOM.text), kind: 'text', begin: brief.text },
                readerIds: { label: say(ROOM.readers), kind: 'people' },
              }}
              given={{ id: brief.id }}
            />
          )}
        </details>
      ))}
    </Stack>
  );
}
