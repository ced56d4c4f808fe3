import { Card, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BANDS } from '../../../../../areas/prepare/calendars/schema.ts';
import { BAND_WORDS } from '../../../../../areas/prepare/calendars/words.ts';
import { CAUSES, type Cause } from '../../../../../areas/prepare/calling/schema.ts';
import { CAUSE_WORDS, PASSED_OVER_WORDS } from '../../../../../areas/prepare/calling/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AssetSelect } from '../../ui/forms/selects.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { everyEntry } from './all-entries.ts';
import { CallRuns } from './call-runs.tsx';
import { TITLES } from './titles.ts';
import { FIELD_WORDS, REGISTER } from './words.ts';

/** A call tree for each cause in each band. */
const CELLS = CAUSES.length * BANDS.length;

/** The matrix of call trees, nine cells, and whom it would call right now. */
export function CallsPage() {
  const { say, list, labelled, bracketed } = useSpeech();
  const [cause, setCause] = useState<Cause>('systemFailure');
  const [site, setSite] = useState<string | null>(null);
  const trees = useQuery(everyEntry('call-trees'));
  const resolved = useQuery(
    reading('GET /api/prepare/calls', { query: { cause, site: site ?? undefined } }, 'calls'),
  );
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.callMatrix)}</Title>
      <Text className="quiet">{say(REGISTER.callMatrixHint)}</Text>
      <Loaded query={trees}>
        {({ entries }) => (
          <Table.ScrollContainer minWidth={560}>
            <Table withColumnBorders>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th />
                  {BANDS.map((band) => (
                    <Table.Th key={band}>{say(BAND_WORDS[band])}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {CAUSES.map((each) => (
                  <Table.Tr key={each}>
                    <Table.Th>{say(CAUSE_WORDS[each])}</Table.Th>
                    {BANDS.map((band) => {
                      const cell = entries.find(
                        ({ entry }) => entry['cause'] === each && entry['band'] === band,
                      );
                      return (
                        <Table.Td key={band}>
                          <AppLink
                            to="/prepare/registers/$register"
                            params={{ register: 'call-trees' }}
                            search={{ open: cell?.key ?? `new:${each}.${band}` }}
                          >
                            {cell ? String(cell.entry['name']) : say(REGISTER.missingCell)}
                          </AppLink>
                        </Table.Td>
                      );
                    })}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      <Card withBorder padding="sm" maw={720}>
        <Group justify="space-between" mb="sm">
          <Title order={2}>{say(REGISTER.whoNow)}</Title>
          <AssetSelect
            kind="site"
            aria-label={say(FIELD_WORDS.site)}
            placeholder={say(FIELD_WORDS.site)}
            value={site ?? ''}
            onChange={setSite}
          />
          <Select
            aria-label={say(W.cause)}
            value={cause}
            allowDeselect={false}
            onChange={(next) => setCause((next ?? cause) as Cause)}
            data={CAUSES.map((value) => ({ value, label: say(CAUSE_WORDS[value]) }))}
          />
        </Group>
        <Loaded query={resolved}>
          {({ band, calls, missing, passedOver }) => (
            <Stack gap="xs">
              <Text>
                {say(BAND_WORDS[band])} ·{' '}
                {missing.length === 0 ? (
                  <Mark tone="recovery">{say(REGISTER.cellsAll)}</Mark>
                ) : (
                  <Mark tone="event">
                    {say(REGISTER.cells, { n: CELLS - missing.length, missing: missing.length })}
                  </Mark>
                )}
              </Text>
              {calls.length === 0 && <Text className="quiet">{say(REGISTER.dutyInstead)}</Text>}
              <ol>
                {calls.map((each) => (
                  <li key={each.people.map(({ id }) => id).join()}>
                    {list(each.people.map(({ name }) => name))}{' '}
                    <span className="quiet">
                      {each.deputies.length > 0 &&
                        `→ ${labelled(say(REGISTER.deputies), list(each.deputies.map(({ name }) => name)))}`}
                    </span>
                  </li>
                ))}
              </ol>
              {passedOver.length > 0 && (
                <Text className="quiet">
                  {labelled(
                    say(REGISTER.passedOver),
                    list(
                      passedOver.map(({ name, why }) => `${name}${bracketed(say(PASSED_OVER_WORDS[why]))}`),
                    ),
                  )}
                </Text>
              )}
            </Stack>
          )}
        </Loaded>
      </Card>
      <CallRuns cause={cause} site={site} />
    </div>
  );
}
