import { Card, Group, Text } from '@mantine/core';
import { STAGE_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { dayAndClock } from '../../ui/time.tsx';
import { Countdown, Since, span } from './countdown.tsx';
import { useDesk, useHeadquarters, useReports, useTasks, useTimes } from './use-room.ts';
import { ROOM } from './words.ts';

const MOST_DUE = 4;

/** The clocks of an incident in one line: since when, the headquarters against its target, and what is due next. */
export function ClockBar({ incidentId, over }: { incidentId: string; over: boolean }) {
  const { say } = useSpeech();
  const noticed = useTimes(incidentId).data?.times.find(({ which }) => which === 'noticed')?.at;
  const made = useHeadquarters(incidentId).data?.headquarters;
  const due = useDue(incidentId);
  if (over) return null;
  return (
    <Card withBorder padding="sm" className="clock-bar">
      <Group gap="lg" align="start">
        {noticed && !over && (
          <div>
            <Text className="quiet">{say(ROOM.sinceNoticed)}</Text>
            <Text className="clock">
              <Since at={noticed} />
            </Text>
          </div>
        )}
        {made && (made.state === 'proposed' || made.state === 'standing') && (
          <div>
            <Text className="quiet">
              {say(ROOM.headquarters)} · {say(ROOM.target, { minutes: made.targetMinutes })}
            </Text>
            <Text className="clock">
              {made.seconds === null ? (
                made.state === 'standing' ? (
                  say(ROOM.notMeasured)
                ) : (
                  <Since at={made.noticedAt} targetMinutes={made.targetMinutes} />
                )
              ) : (
                <Mark tone={made.met ? 'recovery' : 'event'}>
                  {say(made.met ? ROOM.met : ROOM.late, { time: span(made.seconds) })}
                </Mark>
              )}
            </Text>
            <Text className="quiet">{say(ROOM.countedFrom, { time: dayAndClock(made.noticedAt) })}</Text>
          </div>
        )}
        <div className="clock-due">
          <Text className="quiet">{say(ROOM.nextDue)}</Text>
          {due.length === 0 && <Text>{say(ROOM.nothingDue)}</Text>}
          {due.slice(0, MOST_DUE).map(({ what, at }) => (
            <Group key={`${what} ${at}`} gap="xs" wrap="nowrap">
              <Countdown until={at} />
              <Text truncate>{what}</Text>
            </Group>
          ))}
        </div>
      </Group>
    </Card>
  );
}

/** Everything of an incident that has a time, the soonest first. */
function useDue(incidentId: string): { what: string; at: string }[] {
  const { say } = useSpeech();
  const tasks = useTasks(incidentId).data?.tasks ?? [];
  const reports = useReports(incidentId).data?.reports ?? [];
  const statements = useDesk(incidentId).data?.statements ?? [];
  const lastTo = new Map(
    statements.filter(({ state }) => state === 'sent').map((each) => [each.audience, each] as const),
  );
  return [
    ...tasks.flatMap(({ state, dueAt, title }) =>
      state === 'open' && dueAt ? { what: title, at: dueAt } : [],
    ),
    ...reports.flatMap(({ state, dueAt, name, stage }) =>
      state === 'due' && dueAt ? { what: `${say(name)} ${say(STAGE_WORDS[stage])}`, at: dueAt } : [],
    ),
    ...[...lastTo.values()].flatMap(({ nextUpdateAt, kind }) =>
      nextUpdateAt && kind !== 'end' ? { what: say(ROOM.promised), at: nextUpdateAt } : [],
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}
