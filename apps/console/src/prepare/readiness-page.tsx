import { Accordion, Badge, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call, type ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { Mark } from '../ui/mark.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { VALUE_WORDS } from './registers/words.ts';

type Check = ReplyOf<'GET /api/prepare/readiness'>['checks'][number];

/** What the registers are ready for: each check with its reason, its lesson, who must act, and the way to mend it. */
export function ReadinessPage() {
  const { say } = useSpeech();
  const query = useQuery({
    queryKey: ['readiness'],
    queryFn: ({ signal }) => call('GET /api/prepare/readiness', {}, signal),
  });
  return (
    <div className="page">
      <Title order={1}>{say(W.readiness)}</Title>
      <Text className="quiet">{say(W.readinessHint)}</Text>
      <Loaded query={query}>
        {({ checks, units, ready, asked }) => (
          <Stack>
            <Group gap="sm">
              <Text fw={700}>{say(W.readyOf, { ready, asked })}</Text>
              <Progress value={asked > 0 ? (ready / asked) * 100 : 0} w={200} aria-label={say(W.readiness)} />
            </Group>
            <Table maw={480}>
              <Table.Tbody>
                {units.map((unit) => (
                  <Table.Tr key={unit.unit ?? ''}>
                    <Table.Th>{unit.unit ?? say(W.noUnit)}</Table.Th>
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

function OneCheck({ check }: { check: Check }) {
  const { say } = useSpeech();
  const { title, reason, severity, actor, lessons, ready, asked, open } = check;
  return (
    <Accordion.Item value={check.id}>
      <Accordion.Control>
        <Group gap="sm">
          {asked === 0 ? (
            <Badge variant="default">{say(W.nothingAsked)}</Badge>
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
            {say(VALUE_WORDS[severity] ?? { ja: severity, en: severity })} · {say(W.mustAct)}: {say(actor)} ·{' '}
            {say(W.lessonFrom)}: {lessons.join(', ')}
          </Text>
          <ul>
            {open.map((each) => (
              <li key={each.key}>
                <Link to={each.link}>{each.name}</Link>
              </li>
            ))}
          </ul>
          {asked - ready > open.length && <Text>{say(W.andMore, { n: asked - ready - open.length })}</Text>}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
