import { Button, NumberInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { OPERATORS } from './words.ts';
import '../desk/desk.css';

const A_YEAR = 12;
const MOST_MONTHS = 60;

/** Who reported nothing for so long: no report at all is read as too few. */
export function SilentOperators({
  nameOf,
  onOpen,
}: {
  nameOf: (list: 'sectors', key: string | null) => string;
  onOpen: (id: string) => void;
}) {
  const { say, labelled } = useSpeech();
  const [months, setMonths] = useState(A_YEAR);
  const query = useQuery(
    reading('GET /api/survey/silent-operators', { query: { months } }, 'survey-operators'),
  );
  return (
    <Stack>
      <NumberInput
        label={say(OPERATORS.months)}
        value={months}
        min={1}
        max={MOST_MONTHS}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(next) => typeof next === 'number' && next >= 1 && setMonths(next)}
      />
      <Text className="quiet">{say(OPERATORS.silentHint)}</Text>
      <Loaded query={query}>
        {({ operators }) =>
          operators.length === 0 ? (
            <Text>{say(OPERATORS.noneSilent, { n: months })}</Text>
          ) : (
            <ul className="report-list">
              {operators.map(({ id, name, sector, lastAt }) => (
                <li key={id}>
                  <Button size="compact-md" variant="subtle" onClick={() => onOpen(id)}>
                    {name}
                  </Button>{' '}
                  <span className="quiet">{nameOf('sectors', sector)}</span>{' '}
                  {lastAt ? (
                    <span>
                      {labelled(say(OPERATORS.last), '')}
                      <Ago at={lastAt} />
                    </span>
                  ) : (
                    say(OPERATORS.never)
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Stack>
  );
}
