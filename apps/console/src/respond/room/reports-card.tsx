import { Button, Group, Stack, Text } from '@mantine/core';
import { REGIME_NAMES } from '../../../../../areas/respond/reports/schema.ts';
import { REGIMES, STAGE_WORDS } from '../../../../../areas/respond/reports/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { AskForm } from './ask-form.tsx';
import { instantOf, localTime, ROOM_STALE, textOf } from './ask-values.ts';
import { Countdown } from './countdown.tsx';
import { ReportForm } from './report-form.tsx';
import { RoomCard } from './room-card.tsx';
import { useReports } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

/** To whom it must be reported, and until when. */
export function ReportsCard({ incidentId: id }: { incidentId: string }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const query = useReports(id);
  const start = useAct('POST /api/respond/incidents/:id/reports', { stale: ROOM_STALE });
  const running = [...new Set((query.data?.reports ?? []).map(({ regime }) => regime))];
  return (
    <RoomCard
      title={say(ROOM.reports)}
      actions={
        may('room.write') && (
          <>
            {running.length > 0 && (
              <AskForm
                act="POST /api/respond/incidents/:id/reports/follow-up"
                label={say(ROOM.addFollowUp)}
                fields={[
                  {
                    name: 'regime',
                    label: say(ROOM.regime),
                    kind: 'choice',
                    choices: running.map((value) => ({ value, label: say(REGIMES[value].name) })),
                  },
                  { name: 'dueAt', label: say(ROOM.dueBy), kind: 'time', optional: true },
                ]}
                input={(a) => ({
                  params: { id },
                  body: {
                    regime: a['regime'] as (typeof REGIME_NAMES)[number],
                    dueAt: instantOf(a['dueAt']),
                  },
                })}
              />
            )}
            <AskForm
              act="POST /api/respond/incidents/:id/reports"
              label={say(ROOM.openReport)}
              fields={[
                {
                  name: 'regime',
                  label: say(ROOM.regime),
                  kind: 'choice',
                  choices: REGIME_NAMES.map((value) => ({
                    value,
                    label: `${say(REGIMES[value].name)} – ${say(REGIMES[value].trigger)}`,
                  })),
                },
                { name: 'startsAt', label: say(ROOM.startsAt), kind: 'time', optional: true },
                { name: 'wrongful', label: say(ROOM.wrongful), kind: 'yesNo', begin: false },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  regime: a['regime'] as (typeof REGIME_NAMES)[number],
                  startsAt: instantOf(a['startsAt']),
                  wrongful: a['wrongful'] === true,
                },
              })}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ reports, owed }) => (
          <Stack gap="xs">
            {owed.length > 0 && (
              <Group gap="xs">
                <Text>{say(ROOM.seemsOwed)}</Text>
                {owed.map((regime) => (
                  <Group key={regime} gap={4}>
                    <Mark tone="decision">{say(REGIMES[regime].name)}</Mark>
                    {may('room.write') && (
                      <Button
                        size="compact-md"
                        variant="default"
                        className="no-print"
                        aria-label={`${say(ROOM.startIt)}: ${say(REGIMES[regime].name)}`}
                        loading={start.pending}
                        onClick={() => start.run({ params: { id }, body: { regime } })}
                      >
                        {say(ROOM.startIt)}
                      </Button>
                    )}
                  </Group>
                ))}
              </Group>
            )}
            {reports.length === 0 && <Text className="quiet">{say(ROOM.noReports)}</Text>}
            {reports.map((each) => (
              <Group key={each.id} justify="space-between" wrap="nowrap" align="start">
                <div>
                  <Text>
                    {say(REGIMES[each.regime].name)} {say(STAGE_WORDS[each.stage])}
                    {each.number > 1 && ` ${each.number}`}
                  </Text>
                  <Group gap="xs">
                    <Mark tone={each.state === 'submitted' ? 'recovery' : each.overdue ? 'event' : 'quiet'}>
                      {say(VALUES[each.state])}
                    </Mark>
                    {each.state === 'due' &&
                      (each.dueAt ? (
                        <Countdown until={each.dueAt} />
                      ) : (
                        <span className="quiet">{say(ROOM.asSoonAsPossible)}</span>
                      ))}
                    <span className="quiet">
                      {each.submittedAt && fullTime(each.submittedAt, language)} {each.receipt}
                    </span>
                  </Group>
                </div>
                {each.state === 'submitted' && (
                  <Group gap={4} justify="end" className="no-print">
                    <ReportForm reportId={each.id} submitted />
                    {may('report.submit') && (
                      <AskForm
                        act="PUT /api/respond/reports/:id"
                        label={say(ROOM.receipt)}
                        variant="subtle"
                        fields={[
                          { name: 'receipt', label: say(ROOM.receipt), kind: 'line', begin: each.receipt },
                        ]}
                        input={(a) => ({ params: { id: each.id }, body: { receipt: textOf(a['receipt']) } })}
                      />
                    )}
                  </Group>
                )}
                {each.state === 'due' && (
                  <Group gap={4} justify="end" className="no-print">
                    <ReportForm reportId={each.id} submitted={false} />
                    {may('report.submit') && (
                      <AskForm
                        act="PUT /api/respond/reports/:id"
                        label={say(ROOM.setDue)}
                        variant="subtle"
                        hint={say(ROOM.setDueHint)}
                        fields={[
                          {
                            name: 'dueAt',
                            label: say(ROOM.dueBy),
                            kind: 'time',
                            begin: localTime(each.dueAt),
                          },
                        ]}
                        input={(a) => ({
                          params: { id: each.id },
                          body: { dueAt: instantOf(a['dueAt']) ?? undefined },
                        })}
                      />
                    )}
                    {may('report.submit') && (
                      <AskForm
                        act="POST /api/respond/reports/:id/submit"
                        label={say(ROOM.submit)}
                        fields={[
                          { name: 'text', label: say(ROOM.text), kind: 'text', optional: true },
                          { name: 'receipt', label: say(ROOM.receipt), kind: 'line', optional: true },
                        ]}
                        input={(a) => ({
                          params: { id: each.id },
                          body: { text: textOf(a['text']), receipt: textOf(a['receipt']) },
                        })}
                      />
                    )}
                    {may('incident.command') && (
                      <AskForm
                        act="POST /api/respond/reports/:id/drop"
                        label={say(ROOM.drop)}
                        fields={[{ name: 'reason', label: say(ROOM.reason), kind: 'text' }]}
                        input={(a) => ({ params: { id: each.id }, body: { reason: textOf(a['reason']) } })}
                      />
                    )}
                  </Group>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}
