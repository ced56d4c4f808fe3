import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { ReportContentView } from '../desk/report-content.tsx';
import { SELECTION } from './words.ts';

/** What was reported of a candidate, beside the sheet it is rated on. */
export function RatedReport({
  cycleId,
  eventId,
  title,
  onClose,
}: {
  cycleId: string;
  eventId: string;
  title: string;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const params = { id: cycleId, eventId };
  const asked = useQuery(
    reading('GET /api/survey/cycles/:id/candidates/:eventId/report', { params }, 'survey'),
  );
  const lists = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists'));
  return (
    <SideDrawer title={title} onClose={onClose} size="lg">
      <Loaded query={asked}>
        {({ number, version, submittedAt, content }) => (
          <Loaded query={lists}>
            {({ lists: known }) => (
              <>
                <Text className="quiet" mb="sm">
                  {receiptNumber(number)} · {say(SELECTION.versionOf, { n: version })} ·{' '}
                  <Ago at={submittedAt} />
                </Text>
                <Text className="quiet" mb="sm">
                  {say(SELECTION.readingLogged)}
                </Text>
                <ReportContentView content={content} lists={known} differences={[]} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </SideDrawer>
  );
}
