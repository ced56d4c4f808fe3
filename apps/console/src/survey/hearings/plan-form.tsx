import { Button, Fieldset, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Attendee, PLACE_KINDS, SIDES } from '../../../../../areas/survey/hearings/schema.ts';
import { MODE_WORDS, SIDE_WORDS } from '../../../../../areas/survey/hearings/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { DateTimeField } from '../../ui/dates/date-time-field.tsx';
import { useAct } from '../../ui/form.tsx';
import { HEARING } from './words.ts';

type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;
const NOBODY: Attendee = { side: 'operator', role: '', name: '', email: '' };

/** When, where and with whom; whoever has an address is invited by it. */
export function PlanForm({ hearing, onDone }: { hearing?: Hearing; onDone: (id: string) => void }) {
  const { say } = useSpeech();
  const { data } = useQuery({
    ...reading(
      'GET /api/survey/reports',
      { query: { state: 'received', place: 'primary', limit: 200 } },
      'survey',
    ),
    enabled: !hearing,
  });
  const [eventId, setEventId] = useState(hearing?.eventId ?? '');
  const [startsAt, setStartsAt] = useState<string | null>(hearing?.startsAt ?? null);
  const [endsAt, setEndsAt] = useState<string | null>(hearing?.endsAt ?? null);
  const [mode, setMode] = useState<Hearing['mode']>(hearing?.mode ?? 'visit');
  const [place, setPlace] = useState(hearing?.place ?? '');
  const [note, setNote] = useState(hearing?.note ?? '');
  const [attendees, setAttendees] = useState<readonly Attendee[]>(hearing?.attendees ?? [NOBODY]);
  const stale = ['survey-hearings'] as const;
  const plan = useAct('POST /api/survey/hearings', { stale, done: ({ id }) => onDone(id) });
  const change = useAct('PUT /api/survey/hearings/:id', { stale, done: () => onDone(hearing?.id ?? '') });
  const act = hearing ? change : plan;
  const set = (at: number, part: Partial<Attendee>): void =>
    setAttendees(attendees.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const send = (): void => {
    const written = {
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
      zone: hearing?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      mode,
      place,
      note,
      attendees: [...attendees],
    };
    if (hearing) change.run({ params: { id: hearing.id }, body: { ...written, version: hearing.version } });
    else plan.run({ body: { ...written, eventId } });
  };
  return (
    <Stack gap="sm">
      {!hearing && (
        <NativeSelect
          label={say(HEARING.event)}
          value={eventId}
          error={act.wrong('eventId')}
          data={[
            { value: '', label: '—' },
            ...(data?.reports ?? []).flatMap(({ eventId: value, number, title, operatorName }) =>
              value && number !== null
                ? [{ value, label: `${receiptNumber(number)} ${title} ${operatorName}` }]
                : [],
            ),
          ]}
          onChange={(event) => setEventId(event.currentTarget.value)}
        />
      )}
      <DateTimeField
        label={say(HEARING.startsAt)}
        value={startsAt}
        onChange={setStartsAt}
        error={act.wrong('startsAt')}
      />
      <DateTimeField
        label={say(HEARING.endsAt)}
        value={endsAt}
        onChange={setEndsAt}
        error={act.wrong('endsAt')}
      />
      <NativeSelect
        label={say(HEARING.mode)}
        value={mode}
        data={PLACE_KINDS.map((value) => ({ value, label: say(MODE_WORDS[value]) }))}
        onChange={(event) => setMode(event.currentTarget.value as Hearing['mode'])}
      />
      <TextInput
        label={say(HEARING.place)}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Textarea
        label={say(HEARING.note)}
        autosize
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {attendees.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attendees have no id; they are told by their place.
        <Fieldset key={i} legend={say(HEARING.attendee, { n: i + 1 })}>
          <Stack gap="xs">
            <NativeSelect
              label={say(HEARING.side)}
              value={each.side}
              data={SIDES.map((value) => ({ value, label: say(SIDE_WORDS[value]) }))}
              onChange={(event) => set(i, { side: event.currentTarget.value as Attendee['side'] })}
            />
            <TextInput
              label={say(HEARING.role)}
              value={each.role}
              error={act.wrong(`attendees.${i}.role`)}
              onChange={(event) => set(i, { role: event.currentTarget.value })}
            />
            <TextInput
              label={say(HEARING.name)}
              value={each.name}
              onChange={(event) => set(i, { name: event.currentTarget.value })}
            />
            <TextInput
              label={say(HEARING.email)}
              type="email"
              value={each.email}
              error={act.wrong(`attendees.${i}.email`)}
              onChange={(event) => set(i, { email: event.currentTarget.value })}
            />
            {attendees.length > 1 && (
              <Group justify="end">
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => setAttendees(attendees.filter((_, at) => at !== i))}
                >
                  {say(HEARING.remove)}
                </Button>
              </Group>
            )}
          </Stack>
        </Fieldset>
      ))}
      <Group justify="space-between">
        <Button variant="default" onClick={() => setAttendees([...attendees, NOBODY])}>
          {say(HEARING.addAttendee)}
        </Button>
        <Button
          loading={act.pending}
          disabled={
            eventId === '' || !startsAt || !endsAt || attendees.some(({ role }) => role.trim() === '')
          }
          onClick={send}
        >
          {say(hearing ? HEARING.resend : HEARING.invite)}
        </Button>
      </Group>
    </Stack>
  );
}
