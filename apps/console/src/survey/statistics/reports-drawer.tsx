import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import type { ReportsQuery } from './narrowing.ts';
import { STATISTICS } from './words.ts';

/** The reports behind a number, for whoever may read them. */
export function ReportsDrawer({
  title,
  query,
  onClose,
}: {
  title: string;
  query: ReportsQuery;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const asked = useQuery(reading('GET /api/survey/reports', { query }, 'survey'));
  return (
    <SideDrawer title={`${say(STATISTICS.reports)} – ${title}`} onClose={onClose}>
      <Loaded query={asked}>
        {({ reports, next }) => (
          <Stack gap="sm">
            {reports.length === 0 && <Text>{say(STATISTICS.noReports)}</Text>}
            {reports.map(({ id, number, title: called, operatorName, submittedAt }) => (
              <div key={id}>
                <Text fw={600}>
                  {number !== null && `${receiptNumber(number)} `}
                  {called}
                </Text>
                <Text className="quiet">
                  {operatorName} · {submittedAt && <Ago at={submittedAt} />}
                </Text>
              </div>
            ))}
            {next !== null && <Text className="quiet">{say(STATISTICS.more, { n: reports.length })}</Text>}
          </Stack>
        )}
      </Loaded>
    </SideDrawer>
  );
}
