import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NOTICE_STATES } from '../../../../../areas/respond/notices/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { AtATime } from '../../ui/forms/at-a-time.tsx';
import type { Past } from '../../ui/forms/past-time.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Aside } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { reasonWords } from '../../words.ts';
import { NOTICES } from './notice-words.ts';

const SHOWN = 100;
/** What somebody has to see to, before what went well. */
const TO_SEE_TO = ['held', 'failed', 'returned', 'queued', 'accepted', 'reached'] as const;

/** Tells each affected person what was published, and shows what became of each (C5-R4). */
export function Individuals({ incidentId, statementId }: { incidentId: string; statementId: string }) {
  const { say } = useSpeech();
  const may = useMay()('statement.write');
  const [chosen, setChosen] = useState<(typeof TO_SEE_TO)[number]>();
  const [after, setAfter] = useState<string>();
  const query = useQuery(
    reading(
      'GET /api/respond/incidents/:id/notices',
      {
        params: { id: incidentId },
        query: { kind: 'individual', about: statementId, state: chosen, after, limit: SHOWN },
      },
      'room',
    ),
  );
  const counts = (query.data?.counts ?? []).filter(
    ({ kind, about }) => kind === 'individual' && about === statementId,
  );
  return (
    <>
      <Group gap="xs">
        {may && (
          <Aside>
            <Tell statementId={statementId} />
          </Aside>
        )}
        {NOTICE_STATES.map((state) => {
          const found = counts.find((each) => each.state === state);
          if (!found) return null;
          return (
            <Mark
              key={state}
              tone={state === 'failed' || state === 'held' || state === 'returned' ? 'event' : 'quiet'}
            >
              {say(NOTICES[state])} {found.count.toLocaleString()}
            </Mark>
          );
        })}
      </Group>
      {counts.length > 0 && (
        <details>
          <summary>{say(NOTICES.state)}</summary>
          <Group gap={4}>
            {TO_SEE_TO.filter((state) => counts.some((each) => each.state === state)).map((state) => (
              <Button
                key={state}
                size="compact-md"
                variant={chosen === state ? 'filled' : 'default'}
                onClick={() => {
                  setChosen(chosen === state ? undefined : state);
                  setAfter(undefined);
                }}
              >
                {say(NOTICES[state])}
              </Button>
            ))}
          </Group>
          <Loaded query={query}>
            {({ notices, next }) => (
              <Stack gap={4}>
                {notices.map((each) => (
                  <Notice key={each.id} notice={each} may={may} />
                ))}
                {next && (
                  <Button size="compact-md" variant="default" onClick={() => setAfter(next)}>
                    {say(NOTICES.more)}
                  </Button>
                )}
              </Stack>
            )}
          </Loaded>
        </details>
      )}
    </>
  );
}

const Tell = lazyPart(() => import('./tell-individuals.tsx'), 'Tell');

type One = ReplyOf<'GET /api/respond/incidents/:id/notices'>['notices'][number];

function Notice({ notice, may }: { notice: One; may: boolean }) {
  const { say } = useSpeech();
  const settle = useAct('PUT /api/respond/notices/:id', { stale: ROOM_STALE });
  const put = (state: 'reached' | 'returned', happened: Past | null = null) =>
    settle.run({ params: { id: notice.id }, body: { state, note: '', happened } });
  return (
    <Group justify="space-between" gap="xs">
      <Text>
        {notice.name} <span className="quiet">{notice.address}</span>
      </Text>
      <Group gap={4}>
        <span className="quiet">
          {say(NOTICES[notice.state])} {notice.reason && say(reasonWords(notice.reason))}
        </span>
        {may && notice.state !== 'reached' && (
          <>
            <Button
              size="compact-md"
              variant="default"
              loading={settle.pending}
              onClick={() => put('reached')}
            >
              {say(NOTICES.byPhone)}
            </Button>
            <AtATime
              label={say(NOTICES.byPhone)}
              about={notice.name}
              pending={settle.pending}
              error={settle.wrong('happened.at')}
              onPress={(happened) => put('reached', happened)}
            />
            <Button size="compact-md" variant="subtle" onClick={() => put('returned')}>
              {say(NOTICES.cameBack)}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}
