import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import type { Entry } from '../registers/all-entries.ts';
import { PLAN } from './words.ts';

export type PastVersion = ReplyOf<'GET /api/prepare/registers/:register/:entry/versions'>['versions'][number];

/** Every version of a plan: looked at, or made the draft again; what was in force stays what it was. */
export function PlanVersions({
  entry,
  inForce,
  manage,
  shown,
  onShow,
  onBrought,
}: {
  entry: Entry;
  inForce: number | undefined;
  manage: boolean;
  shown: number | undefined;
  onShow: (past: PastVersion | undefined) => void;
  /** An older version is the draft again: what is typed gives way to it. */
  onBrought: () => void;
}) {
  const { say } = useSpeech();
  const query = useQuery(
    reading(
      'GET /api/prepare/registers/:register/:entry/versions',
      { params: { register: 'plans', entry: entry.key }, query: { limit: 50 } },
      'registers',
    ),
  );
  const bring = useAct('PUT /api/prepare/registers/:register', {
    stale: ['registers'],
    done: () => {
      onBrought();
      onShow(undefined);
    },
  });
  const back = (past: PastVersion) =>
    past.entry &&
    bring.run({ params: { register: 'plans' }, body: { version: entry.version, entry: past.entry } });
  return (
    <Card withBorder padding="sm">
      <Title order={2} mb="xs">
        {say(PLAN.versions)}
      </Title>
      <Loaded query={query}>
        {({ versions }) => {
          const standing = versions.find(({ version }) => version === inForce);
          return (
            <Stack gap="xs">
              {manage && standing && standing.version !== entry.version && (
                <ConfirmButton onConfirm={() => back(standing)}>{say(PLAN.discard)}</ConfirmButton>
              )}
              {versions.map((past) => (
                <Group key={past.version} justify="space-between">
                  <div>
                    <Text>
                      {say(PLAN.version, { version: past.version })}{' '}
                      {past.version === inForce && <Mark tone="recovery">{say(PLAN.inForce)}</Mark>}
                    </Text>
                    <Text className="quiet">
                      <Ago at={past.changedAt} /> · {past.changedBy}
                    </Text>
                  </div>
                  {past.entry && past.version !== entry.version && (
                    <Group gap="xs">
                      {shown === past.version && manage && (
                        <Button size="compact-md" loading={bring.pending} onClick={() => back(past)}>
                          {say(PLAN.bringBack)}
                        </Button>
                      )}
                      <Button
                        size="compact-md"
                        variant="default"
                        onClick={() => onShow(shown === past.version ? undefined : past)}
                      >
                        {say(shown === past.version ? PLAN.backToNow : PLAN.look)}
                      </Button>
                    </Group>
                  )}
                </Group>
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Card>
  );
}
