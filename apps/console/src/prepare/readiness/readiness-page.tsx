import { Accordion, Anchor, Badge, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { READINESS_SEVERITY_WORDS } from '../../../../../areas/prepare/readiness/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { LazyDayChart } from '../../ui/charts/lazy.ts';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { TITLES } from './titles.ts';
import { READINESS } from './words.ts';

type Readiness = ReplyOf<'GET /api/prepare/readiness'>;
type Check = Readiness['checks'][number];

/** What the registers are ready for: each check with its reason, its lesson, who must act, and the way to mend it. */
export function ReadinessPage() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/readiness', {}, 'readiness'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.readiness)}</Title>
      <Text className="quiet">{say(READINESS.readinessHint)}</Text>
      <Loaded query={query}>
        {({ checks, units, ready, asked, history }) => (
          <Stack>
            <Group gap="sm">
              <Text fw={700}>{say(READINESS.readyOf, { ready, asked })}</Text>
              <Progress
                value={asked > 0 ? (ready / asked) * 100 : 0}
                w={200}
                aria-label={say(TITLES.readiness)}
              />
            </Group>
            <History days={history} />
            <Table maw={480}>
              <Table.Tbody>
                {units.map((unit) => (
                  <Table.Tr key={unit.unit ?? ''}>
                    <Table.Th>{unit.unit ?? say(READINESS.noUnit)}</Table.Th>
                    <Table.Td className="figures">
                      {unit.ready} / {unit.asked}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Accordion multiple variant="separated" order={2}>
              {checks.map((check) => (
                <OneCheck key={check.id} check={check} />
              ))}
            </Accordion>
          </Stack>
        )}
      </Loaded>
    </div>
  );
}

/** The share that was ready, day by day. */
function History({ days }: { days: Readiness['history'] }) {
  const { say } = useSpeech();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return null;
  const told = ({ ready, asked }: Readiness['history'][number]) => `${ready} / ${asked}`;
  return (
    <Part>
      <LazyDayChart
        title={say(READINESS.readinessHistory)}
        summary={say(READINESS.historyOf, {
          days: days.length,
          first: told(first),
          last: told(last),
        })}
        unit={say(READINESS.readyShare)}
        days={days.map((each) => ({
          day: each.day,
          value: each.asked > 0 ? each.ready / each.asked : 0,
          said: told(each),
        }))}
        most={1}
        as="line"
        notch={(share) => `${Math.round(share * 100)}%`}
      />
    </Part>
  );
}

function OneCheck({ check }: { check: Check }) {
  const { say, list, labelled } = useSpeech();
  const { title, reason, severity, actor, lessons, ready, asked, open } = check;
  return (
    <Accordion.Item value={check.id}>
      <Accordion.Control>
        <Group gap="sm">
          {asked === 0 ? (
            <Badge variant="default">{say(READINESS.nothingAsked)}</Badge>
          ) : (
            <Mark tone={ready === asked ? 'recovery' : 'event'}>
              {ready} / {asked}
            </Mark>
          )}
          <Text fw={600}>{say(title)}</Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          <Text>{say(reason)}</Text>
          <Text className="quiet">
            {say(READINESS_SEVERITY_WORDS[severity])} · {labelled(say(READINESS.mustAct), '')}
            {say(actor)} · {labelled(say(READINESS.lessonFrom), list(lessons))}
          </Text>
          <ul>
            {open.map((each) => (
              <li key={each.key}>
                <Anchor component={Link} to={each.link}>
                  {each.name}
                </Anchor>
              </li>
            ))}
          </ul>
          {asked - ready > open.length && (
            <Text>{say(READINESS.andMore, { n: asked - ready - open.length })}</Text>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
