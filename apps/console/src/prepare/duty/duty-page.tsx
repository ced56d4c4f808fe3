import { ActionIcon, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { PersonSelect } from '../../ui/forms/selects.tsx';
import { IconArrowDown, IconArrowUp, IconX } from '../../ui/icons.ts';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { Feeds, Swaps } from './swaps-and-feeds.tsx';
import { TITLES } from './titles.ts';
import { DUTY } from './words.ts';

/** The order in which people are called. */
export function DutyPage() {
  const { say } = useSpeech();
  const may = useMay();
  const duty = useQuery(reading('GET /api/prepare/duty', {}, 'duty'));
  const set = useAct('PUT /api/prepare/duty', { stale: ['duty'] });
  const ids = (duty.data?.people ?? []).map(({ id }) => id);
  const save = (personIds: string[]) => set.run({ body: { personIds, seen: ids } });
  const move = (from: number, to: number) => {
    const next = [...ids];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    save(next);
  };
  const manage = may('roster.manage');
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.duty)}</Title>
      <Text className="quiet">{say(DUTY.dutyHint)}</Text>
      <Loaded query={duty}>
        {({ people: onDuty }) => (
          <Stack gap="xs" maw={560}>
            {onDuty.length === 0 && <Empty text={say(W.noDuty)} />}
            {onDuty.map((person, index) => (
              <Card key={person.id} withBorder padding="xs">
                <Group justify="space-between" wrap="nowrap">
                  <Text>
                    <span className="quiet">{index + 1}</span> {person.name}
                  </Text>
                  {manage && (
                    <Group gap={0} wrap="nowrap">
                      <ActionIcon
                        aria-label={say(DUTY.up)}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        <IconArrowUp size={16} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={say(DUTY.down)}
                        disabled={index === onDuty.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        <IconArrowDown size={16} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={say(W.remove)}
                        color="red"
                        onClick={() => save(ids.filter((id) => id !== person.id))}
                      >
                        <IconX size={16} />
                      </ActionIcon>
                    </Group>
                  )}
                </Group>
              </Card>
            ))}
            {manage && (
              <PersonSelect
                key={ids.length}
                label={say(DUTY.addToDuty)}
                value=""
                without={ids}
                onChange={(id) => id && save([...ids, id])}
              />
            )}
            {set.pending && <Button variant="subtle" loading />}
          </Stack>
        )}
      </Loaded>
      <Swaps />
      <Feeds />
    </div>
  );
}
