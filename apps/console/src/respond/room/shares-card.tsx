import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { people } from '../../ui/forms/choice-sources.ts';
import { SearchSelect } from '../../ui/forms/search-select.tsx';
import { Empty } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { ROOM } from './words.ts';

const ANYBODY = people();
const CONTRACTORS = people('contractor');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function SharesCard({ incident: { id: incidentId, restricted } }: { incident: Incident }) {
  const { say } = useSpeech();
  const anybody = useQuery(
    reading(
      'GET /api/prepare/people',
      { query: { role: restricted ? undefined : 'contractor', limit: 1 } },
      'people',
    ),
  );
  const restrict = useAct('PUT /api/respond/incidents/:id/restriction', { stale: ROOM_STALE });
  const shares = useQuery(
    reading('GET /api/respond/incidents/:id/shares', { params: { id: incidentId } }, 'shares'),
  );
  const share = useAct('POST /api/respond/incidents/:id/shares', { stale: ['shares'], formless: true });
  const unshare = useAct('DELETE /api/respond/incidents/:id/shares/:personId', {
    stale: ['shares'],
    formless: true,
  });
  const shared = shares.data?.people.map(({ id }) => id) ?? [];
  return (
    <Card withBorder padding="sm" className="no-print">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(ROOM.sharedWith)}</Title>
        <Button
          size="compact-md"
          variant="default"
          loading={restrict.pending}
          onClick={() =>
            restrict.run({ params: { id: incidentId }, body: { restricted: !restricted, seen: restricted } })
          }
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
        {anybody.data && anybody.data.people.length === 0 ? (
          <Empty text={say(ROOM.noOutside)} />
        ) : (
          <SearchSelect
            key={shared.length}
            aria-label={say(ROOM.shareWith)}
            placeholder={say(ROOM.shareWith)}
            source={restricted ? ANYBODY : CONTRACTORS}
            value=""
            without={shared}
            onChange={(personId) => personId && share.run({ params: { id: incidentId }, body: { personId } })}
          />
        )}
      </Stack>
    </Card>
  );
}
