import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { peopleChoices, usePeople } from '../../prepare/people/people.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago, dayAndClock } from '../../ui/time.tsx';
import { inputName, inputValue } from '../plans/input-words.ts';
import { AskForm } from './ask-form.tsx';
import { numberOf, ROOM_STALE, textOf } from './ask-values.ts';
import { span } from './countdown.tsx';
import { RoomCard } from './room-card.tsx';
import { useHeadquarters } from './use-room.ts';
import { ROOM } from './words.ts';

type View = ReplyOf<'GET /api/respond/incidents/:id/headquarters'>;

/** The headquarters: proposed on its criteria, set up against its clock, deciding, briefing, stood down. */
export function HeadquartersCard({ incidentId: id, open }: { incidentId: string; open: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useHeadquarters(id);
  const people = peopleChoices(usePeople());
  const state = query.data?.headquarters?.state;
  const command = may('incident.command');
  return (
    <RoomCard
      title={say(ROOM.headquarters)}
      actions={
        <>
          {open && command && state !== 'standing' && (
            <AskForm
              act="POST /api/respond/incidents/:id/headquarters"
              label={say(ROOM.setUp)}
              submit={say(ROOM.setUp)}
              hint={say(ROOM.setUpHint)}
              variant="filled"
              fields={[
                { name: 'room', label: say(ROOM.room), kind: 'line', optional: true },
                { name: 'bridge', label: say(ROOM.bridge), kind: 'line', optional: true },
                { name: 'briefMinutes', label: say(ROOM.briefEvery), kind: 'number', begin: 60 },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  room: textOf(a['room']),
                  bridge: textOf(a['bridge']),
                  briefMinutes: numberOf(a['briefMinutes']) ?? 0,
                },
              })}
            />
          )}
          {command && state === 'standing' && (
            <AskForm
              act="PUT /api/respond/incidents/:id/headquarters"
              label={say(ROOM.moveHeadquarters)}
              fields={[
                {
                  name: 'room',
                  label: say(ROOM.room),
                  kind: 'line',
                  begin: query.data?.headquarters?.room,
                  optional: true,
                },
                {
                  name: 'bridge',
                  label: say(ROOM.bridge),
                  kind: 'line',
                  begin: query.data?.headquarters?.bridge,
                  optional: true,
                },
                {
                  name: 'briefMinutes',
                  label: say(ROOM.briefEvery),
                  kind: 'number',
                  begin: query.data?.headquarters?.briefMinutes,
                },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  room: textOf(a['room']),
                  bridge: textOf(a['bridge']),
                  briefMinutes: numberOf(a['briefMinutes']) ?? 0,
                },
              })}
            />
          )}
          {command && (state === 'standing' || state === 'proposed') && (
            <AskForm
              act="POST /api/respond/incidents/:id/headquarters/end"
              label={say(state === 'standing' ? ROOM.standDown : ROOM.decline)}
              fields={[{ name: 'reason', label: say(ROOM.reason), kind: 'text' }]}
              input={(a) => ({ params: { id }, body: { reason: textOf(a['reason']) } })}
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
                  act="POST /api/respond/incidents/:id/decisions"
                  label={say(ROOM.decide)}
                  fields={[
                    { name: 'question', label: say(ROOM.question), kind: 'line' },
                    { name: 'options', label: say(ROOM.options), kind: 'text', optional: true },
                    { name: 'decision', label: say(ROOM.decision), kind: 'text' },
                    { name: 'basis', label: say(ROOM.basis), kind: 'text', optional: true },
                    { name: 'deciderId', label: say(ROOM.decider), kind: 'choice', choices: people },
                  ]}
                  input={(a) => ({
                    params: { id },
                    body: {
                      question: textOf(a['question']),
                      options: textOf(a['options'])
                        .split('\n')
                        .map((line) => line.trim())
                        .filter(Boolean),
                      decision: textOf(a['decision']),
                      basis: textOf(a['basis']),
                      deciderId: textOf(a['deciderId']),
                    },
                  })}
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
                    <Text className="quiet">
                      {say(ROOM.options)}: {each.options.join(' / ')}
                    </Text>
                  )}
                  {each.basis && (
                    <Text className="quiet">
                      {say(ROOM.basis)}: {each.basis}
                    </Text>
                  )}
                </List.Item>
              ))}
            </List>
            <Briefs incidentId={id} briefs={briefs} people={people} />
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

function Standing({ made }: { made: View['headquarters'] }) {
  const { say, language } = useSpeech();
  if (!made) return <Text className="quiet">{say(ROOM.noHeadquarters)}</Text>;
  const inputs = Object.entries(made.inputs)
    .map(([name, value]) => `${inputName(name, say)} ${inputValue(value, say)}`)
    .join(language === 'ja' ? '、' : ', ');
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

function Briefs({
  incidentId: id,
  briefs,
  people,
}: {
  incidentId: string;
  briefs: View['briefs'];
  people: { value: string; label: string }[];
}) {
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
              act="POST /api/respond/briefs/:id/send"
              label={say(ROOM.sendBrief)}
              submit={say(ROOM.sendBrief)}
              fields={[
                { name: 'text', label: say(ROOM.text), kind: 'text', begin: brief.text },
                { name: 'readerIds', label: say(ROOM.readers), kind: 'choices', choices: people, begin: [] },
              ]}
              input={(a) => ({
                params: { id: brief.id },
                body: { text: textOf(a['text']), readerIds: (a['readerIds'] ?? []) as string[] },
              })}
            />
          )}
        </details>
      ))}
    </Stack>
  );
}
