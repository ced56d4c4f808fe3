import './roster-ahead.css';
import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { shortTime } from '../../ui/dates/wall.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { SWAP } from '../duty/swap-words.ts';
import { AskSwap } from './ask-swap.tsx';
import { REGISTER } from './words.ts';

type Ahead = ReplyOf<'GET /api/prepare/rosters/:roster/ahead'>;

/** A roster as it will be: who is on now, four weeks of days, what is not covered, how the burden is shared. */
export function RosterAhead({ roster }: { roster: string }) {
  const { say, list, labelled } = useSpeech();
  const query = useQuery(
    reading('GET /api/prepare/rosters/:roster/ahead', { params: { roster } }, 'rosters-ahead'),
  );
  return (
    <Card withBorder padding="sm" mb="md">
      <Loaded query={query}>
        {(ahead) => (
          <Stack gap="sm">
            <Text>
              {labelled(say(W.onDuty), '')}
              <strong>{list(ahead.onNow) || '—'}</strong>
            </Text>
            <Holes ahead={ahead} />
            <Days ahead={ahead} roster={roster} />
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say(REGISTER.burden)}</Table.Th>
                  <Table.Th ta="end">{say(REGISTER.shifts)}</Table.Th>
                  <Table.Th ta="end">{say(REGISTER.nights)}</Table.Th>
                  <Table.Th ta="end">{say(REGISTER.daysOff)}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {ahead.loads.map((load) => (
                  <Table.Tr key={load.person}>
                    <Table.Td>{load.person}</Table.Td>
                    <Table.Td ta="end">{load.shifts}</Table.Td>
                    <Table.Td ta="end">{load.nights}</Table.Td>
                    <Table.Td ta="end">{load.daysOff}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function Holes({ ahead: { gaps, overlaps, layerGaps, fallen } }: { ahead: Ahead }) {
  const { say, labelled } = useSpeech();
  const byLayer = [...Map.groupBy(layerGaps, ({ layer, kind }) => `${kind} ${layer}`).values()];
  if ([gaps, overlaps, layerGaps, fallen].every((list) => list.length === 0))
    return <Mark tone="recovery">{say(REGISTER.noGaps)}</Mark>;
  const span = ({ from, until }: { from: string; until: string }) =>
    `${shortTime(from)} – ${shortTime(until)}`;
  return (
    <div>
      {gaps.length > 0 && (
        <Mark tone="event">
          {labelled(say(REGISTER.gapsAhead, { n: gaps.length }), '')}
          {gaps.slice(0, 3).map(span).join(' / ')}
        </Mark>
      )}
      {byLayer.map((list) => {
        const [{ layer, kind } = { layer: '', kind: 'nobody' }] = list;
        const words = kind === 'nobody' ? REGISTER.layerGapsAhead : REGISTER.outsideLayer;
        return (
          <Mark key={`${kind} ${layer}`} tone={kind === 'nobody' ? 'event' : 'response'}>
            {labelled(say(words, { layer, n: list.length }), '')}
            {list.slice(0, 3).map(span).join(' / ')}
          </Mark>
        );
      })}
      {fallen.length > 0 && (
        <Mark tone="event">
          {say(REGISTER.fallenAhead, { n: fallen.length })}:{' '}
          {fallen
            .slice(0, 3)
            .map((each) => `${each.layer} ${each.person} ${span(each)}`)
            .join(' / ')}
        </Mark>
      )}
      {overlaps.length > 0 && (
        <Mark tone="event">
          {say(REGISTER.overlapsAhead, { n: overlaps.length })}:{' '}
          {overlaps
            .slice(0, 3)
            .map((each) => `${each.person} ${span(each)}`)
            .join(' / ')}
        </Mark>
      )}
    </div>
  );
}

/** Days in rows of a week; a day off is named as well as tinted. */
function Days({ ahead, roster }: { ahead: Ahead; roster: string }) {
  const { say, language } = useSpeech();
  const [asking, setAsking] = useState<NonNullable<Ahead['shifts'][number]['swap']>>();
  const days = [...Map.groupBy(ahead.shifts, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Group gap={4} align="stretch">
      {days.map(([day, shifts]) => (
        <div key={day} className="duty-day" data-off={shifts[0]?.dayOff}>
          <div className="quiet">
            {day.slice(5)} {weekday.format(new Date(day))}
            {shifts[0]?.dayOff && ` ${say(REGISTER.off)}`}
          </div>
          {shifts.map((shift) => (
            <div key={`${shift.layer} ${shift.start}`}>
              {shift.person ?? <strong>{say(REGISTER.nobodyOn)}</strong>}
              {shift.overridden && ` (${say(REGISTER.changed)})`}
              {shift.swap && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => setAsking(shift.swap ?? undefined)}
                >
                  {say(SWAP.ask)}
                </Button>
              )}
            </div>
          ))}
        </div>
      ))}
      {asking && <AskSwap roster={roster} turn={asking} onClose={() => setAsking(undefined)} />}
    </Group>
  );
}
