import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { STAGE_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import { contracts as REPORTS_ROUTES } from '../../../../../areas/respond/reports/contract.ts';
import { REPORT_STATE_WORDS } from '../../../../../areas/respond/reports/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { Countdown } from './countdown.tsx';
import { More } from './more.tsx';
import { ReportForm } from './report-form.tsx';
import { RoomCard } from './room-card.tsx';
import { useReports } from './use-room.ts';
import { ROOM } from './words.ts';

/** To whom it must be reported, and until when. */
export function ReportsCard({ incidentId: id }: { incidentId: string }) {
  const { say, labelled, language } = useSpeech();
  const may = useMay();
  const query = useReports(id);
  const regimes = useQuery(reading('GET /api/respond/regimes', {}, 'regimes'));
  // What is ended is begun no more; what runs by it goes on.
  const inUse = (regimes.data?.regimes ?? []).filter(({ ended }) => !ended);
  const reports = query.data?.reports ?? [];
  const running = [...new Map(reports.map(({ regime, name }) => [regime, name]))];
  const nameOf = (key: string): string => {
    const found = regimes.data?.regimes.find(({ regime }) => regime === key);
    return found ? say(found.name) : '…';
  };
  return (
    <RoomCard
      title={say(ROOM.reports)}
      actions={
        may('room.write') && (
          <>
            {running.length > 0 && (
              <AskForm
                by={REPORTS_ROUTES}
                act="POST /api/respond/incidents/:id/reports/follow-up"
                label={say(ROOM.addFollowUp)}
                fields={{
                  regime: {
                    label: say(ROOM.regime),
                    kind: 'choice',
                    choices: running.map(([value, name]) => ({ value, label: say(name) })),
                  },
                  dueAt: { label: say(ROOM.dueBy), kind: 'time' },
                }}
                given={{ id }}
              />
            )}
            <AskForm
              by={REPORTS_ROUTES}
              act="POST /api/respond/incidents/:id/reports"
              label={say(ROOM.openReport)}
              fields={{
                regime: {
                  label: say(ROOM.regime),
                  kind: 'choice',
                  choices: inUse.map(({ regime, name, trigger }) => ({
                    value: regime,
                    label: `${say(name)} – ${say(trigger)}`,
                  })),
                },
                startsAt: { label: say(ROOM.startsAt), kind: 'time' },
                wrongful: { label: say(ROOM.wrongful), kind: 'yesNo', begin: false },
              }}
              given={{ id }}
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
                    <Mark tone="decision">{nameOf(regime)}</Mark>
                    {may('room.write') && (
                      <AskForm
                        by={REPORTS_ROUTES}
                        act="POST /api/respond/incidents/:id/reports"
                        label={labelled(say(ROOM.startIt), nameOf(regime))}
                        submit={say(ROOM.startIt)}
                        fields={{
                          startsAt: { label: say(ROOM.startsAt), kind: 'time' },
                          wrongful: { label: say(ROOM.wrongful), kind: 'yesNo', begin: false },
                        }}
                        given={{ id, regime }}
                      />
                    )}
                    {may('incident.command') && (
                      <AskForm
                        by={REPORTS_ROUTES}
                        act="POST /api/respond/incidents/:id/reports/not-owed"
                        label={labelled(say(ROOM.drop), nameOf(regime))}
                        submit={say(ROOM.drop)}
                        variant="subtle"
                        fields={{ reason: { label: say(ROOM.reason), kind: 'text' } }}
                        given={{ id, regime }}
                      />
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
                    {say(each.name)} {say(STAGE_WORDS[each.stage])}
                    {each.number > 1 && ` ${each.number}`}
                  </Text>
                  <Group gap="xs">
                    <Mark tone={each.state === 'submitted' ? 'recovery' : each.overdue ? 'event' : 'quiet'}>
                      {say(REPORT_STATE_WORDS[each.state])}
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
                        by={REPORTS_ROUTES}
                        act="PUT /api/respond/reports/:id"
                        label={say(ROOM.receipt)}
                        variant="subtle"
                        fields={{
                          receipt: {
                            needed: true,
                            label: say(ROOM.receipt),
                            kind: 'line',
                            begin: each.receipt,
                          },
                        }}
                        given={{ id: each.id }}
                      />
                    )}
                  </Group>
                )}
                {each.state === 'due' && (
                  <Group gap={4} justify="end" className="no-print">
                    <ReportForm reportId={each.id} submitted={false} />
                    {may('report.submit') && (
                      <AskForm
                        by={REPORTS_ROUTES}
                        act="POST /api/respond/reports/:id/submit"
                        label={say(ROOM.submit)}
                        fields={{
                          text: { label: say(ROOM.text), kind: 'text' },
                          receipt: { label: say(ROOM.receipt), kind: 'line' },
                        }}
                        given={{ id: each.id }}
                      />
                    )}
                    <More of={say(each.name)}>
                      {may('report.submit') && (
                        <AskForm
                          by={REPORTS_ROUTES}
                          act="PUT /api/respond/reports/:id"
                          label={say(ROOM.setDue)}
                          variant="subtle"
                          hint={say(ROOM.setDueHint)}
                          fields={{
                            dueAt: { needed: true, label: say(ROOM.dueBy), kind: 'time', begin: each.dueAt },
                          }}
                          given={{ id: each.id }}
                        />
                      )}
                      {may('incident.command') && (
                        <AskForm
                          by={REPORTS_ROUTES}
                          act="POST /api/respond/reports/:id/drop"
                          label={say(ROOM.drop)}
                          fields={{ reason: { label: say(ROOM.reason), kind: 'text' } }}
                          given={{ id: each.id }}
                        />
                      )}
                    </More>
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
