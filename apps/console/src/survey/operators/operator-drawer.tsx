import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LIST_WORDS } from '../../../../../areas/survey/editions/words.ts';
import { contracts as OPERATORS_ROUTES } from '../../../../../areas/survey/operators/contract.ts';
import { WAY_WORDS } from '../../../../../areas/survey/operators/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { fullTime } from '../../ui/time.tsx';
import { EditOperator, type Lists } from './edit-operator.tsx';
import type { Operator } from './operators-page.tsx';
import { OPERATORS } from './words.ts';

const STALE = ['survey-operators'] as const;

/** One operator: what is known of it, how it was verified, and its form. */
export function OperatorDrawer({ id, lists, onClose }: { id: string; lists: Lists; onClose: () => void }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const query = useQuery(reading('GET /api/survey/operators/:id', { params: { id } }, 'survey-operators'));
  return (
    <SideDrawer onClose={onClose} size="xl" title={query.data?.name ?? say(OPERATORS.registered)}>
      <Loaded query={query}>
        {(operator) => (
          <Stack>
            <Standing operator={operator} manage={manage} />
            {manage ? (
              <EditOperator operator={operator} lists={lists} onDone={onClose} />
            ) : (
              <Told operator={operator} lists={lists} />
            )}
          </Stack>
        )}
      </Loaded>
    </SideDrawer>
  );
}

/** Whether it is who it says, and whether it still counts. */
function Standing({ operator, manage }: { operator: Operator; manage: boolean }) {
  const { say, language } = useSpeech();
  const { id, verifiedAt, verifiedHow, endedAt } = operator;
  return (
    <Stack gap="xs">
      <Text>
        {verifiedAt
          ? say(OPERATORS.howTold, { at: fullTime(verifiedAt, language), how: verifiedHow })
          : say(OPERATORS.no)}
        {endedAt && ` · ${say(OPERATORS.ended)} ${fullTime(endedAt, language)}`}
      </Text>
      {manage && (
        <Group gap="xs">
          {verifiedAt ? (
            <AskForm
              by={OPERATORS_ROUTES}
              act="POST /api/survey/operators/:id/verification"
              label={say(OPERATORS.unverify)}
              submit={say(OPERATORS.unverify)}
              stale={STALE}
              given={{ id, verified: false, how: '' }}
              fields={{}}
            />
          ) : (
            <AskForm
              by={OPERATORS_ROUTES}
              act="POST /api/survey/operators/:id/verification"
              label={say(OPERATORS.verify)}
              submit={say(OPERATORS.verify)}
              stale={STALE}
              given={{ id, verified: true }}
              fields={{ how: { kind: 'line', label: say(OPERATORS.how), needed: true } }}
            />
          )}
          <AskForm
            by={OPERATORS_ROUTES}
            act="POST /api/survey/operators/:id/ending"
            label={say(endedAt ? OPERATORS.resume : OPERATORS.end)}
            submit={say(endedAt ? OPERATORS.resume : OPERATORS.end)}
            stale={STALE}
            given={{ id, ended: endedAt === null }}
            fields={{}}
          />
        </Group>
      )}
    </Stack>
  );
}

function Told({ operator, lists }: { operator: Operator; lists: Lists }) {
  const { say } = useSpeech();
  const { sector, designated, way, via, contacts, note } = operator;
  const named = (list: 'sectors' | 'designated', key: string | null): string => {
    const entry = lists.find((each) => each.list === list)?.entries.find((each) => each.key === key);
    return entry ? say(entry.name) : (key ?? say(OPERATORS.notTold));
  };
  const rows: readonly (readonly [string, string])[] = [
    [say(LIST_WORDS.sectors), named('sectors', sector)],
    [say(OPERATORS.designated), named('designated', designated)],
    [say(OPERATORS.way), [say(WAY_WORDS[way]), via].filter(Boolean).join(' ')],
    ...contacts.map(({ name, role, email, phone }, i): readonly [string, string] => [
      say(OPERATORS.contact, { n: i + 1 }),
      [name, role, email, phone].filter(Boolean).join(' · '),
    ]),
    ...(note === '' ? [] : [[say(OPERATORS.note), note] as const]),
  ];
  return (
    <dl className="report-content" aria-label={say(OPERATORS.name)}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
