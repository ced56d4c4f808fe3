import { Group, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ASSET_WORDS } from '../../../../../areas/prepare/assets/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark, Severity } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { minutesWords } from './systems-page.tsx';
import { TITLES } from './titles.ts';
import { SYSTEM } from './words.ts';

/** The order in which things are brought back, each with its reason. */
export function RecoveryPage() {
  const { say, language } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/assets/recovery-order', {}, 'assets'));
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.recoveryOrder)}</Title>
      </Group>
      <Text className="quiet">{say(SYSTEM.recoveryHint)}</Text>
      <Loaded query={query}>
        {({ order }) =>
          order.length === 0 ? (
            <Empty text={say(SYSTEM.systemsEmpty)} />
          ) : (
            <Table.ScrollContainer minWidth={640}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{say(W.number)}</Table.Th>
                    <Table.Th>{say(W.name)}</Table.Th>
                    <Table.Th>{say(SYSTEM.impact)}</Table.Th>
                    <Table.Th>RTO</Table.Th>
                    <Table.Th>{say(SYSTEM.reasonWhy)}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {order.map((each) => (
                    <Table.Tr key={each.id}>
                      <Table.Td>{each.rank}</Table.Td>
                      <Table.Td>
                        <AppLink to="/prepare/systems" search={{ open: each.id }}>
                          {each.name}
                        </AppLink>{' '}
                        <span className="quiet">{say(ASSET_WORDS[each.kind])}</span>
                      </Table.Td>
                      <Table.Td>
                        {each.impact === null ? say(SYSTEM.notKnown) : <Severity level={each.impact} />}
                      </Table.Td>
                      <Table.Td>{minutesWords(each.rtoMinutes, language)}</Table.Td>
                      <Table.Td>
                        {each.becauseName && say(SYSTEM.neededBy, { name: each.becauseName })}{' '}
                        {each.needsOwner ? (
                          <Mark tone="event">{say(SYSTEM.needsRating)}</Mark>
                        ) : each.confirmed ? (
                          <Mark tone="recovery">{say(SYSTEM.confirmed)}</Mark>
                        ) : (
                          <Mark tone="quiet">{say(SYSTEM.notConfirmed)}</Mark>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
    </div>
  );
}
