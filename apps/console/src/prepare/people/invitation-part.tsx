import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Secret } from '../../ui/secret.tsx';
import { fullTime } from '../../ui/time.tsx';
import { Standing } from './standing.tsx';
import { INVITE } from './words.ts';

type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];

const MAIL = {
  waiting: INVITE.mailWaiting,
  held: INVITE.mailHeld,
  sent: INVITE.mailSent,
  failed: INVITE.mailFailed,
} as const;

/** How an invitation stands, and what can be done about it. */
export function InvitationPart({ person }: { person: Person }) {
  const { say, language } = useSpeech();
  const { data } = useQuery(reading('GET /api/prepare/invitations', {}, 'people', 'channels'));
  const options = { stale: ['people'] as const };
  const again = useAct('PUT /api/prepare/people/:id/invitation', { ...options, said: say(INVITE.renewed) });
  const withdraw = useAct('DELETE /api/prepare/people/:id/invitation', {
    ...options,
    said: say(INVITE.withdrawn),
  });
  if (person.standing === 'joined') return null;
  const params = { id: person.id };
  const mail = data?.invitations.find(({ personId }) => personId === person.id)?.mail;
  return (
    <Stack gap="xs" mb="lg">
      <Group gap="sm">
        <Standing standing={person.standing} />
        {person.invitedUntil !== null && (
          <Text className="quiet">
            {say(INVITE.until)} {fullTime(person.invitedUntil, language)}
          </Text>
        )}
        {mail && <Text className="quiet">{say(MAIL[mail])}</Text>}
      </Group>
      <Group gap="sm">
        <Button variant="default" loading={again.pending} onClick={() => again.run({ params })}>
          {say(
            data?.mailGoesOut === false
              ? INVITE.makeLink
              : person.standing === 'registered'
                ? INVITE.send
                : INVITE.sendAgain,
          )}
        </Button>
        {person.standing !== 'registered' && (
          <ConfirmButton loading={withdraw.pending} onConfirm={() => withdraw.run({ params })}>
            {say(INVITE.withdraw)}
          </ConfirmButton>
        )}
      </Group>
      {again.data?.link != null && <Secret value={again.data.link} hint={say(INVITE.handOver)} />}
    </Stack>
  );
}
