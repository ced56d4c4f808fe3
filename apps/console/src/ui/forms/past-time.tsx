import { Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { PRECISION_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { KNOWN_TO } from '../../../../../kernel/time.ts';
import { useSpeech } from '../../language.tsx';
import { DateTimeField } from '../dates/date-time-field.tsx';
import { FORM } from './words.ts';

export interface Past {
  readonly at: string;
  readonly precision?: (typeof KNOWN_TO)[number] | undefined;
}

/** When an act happened, folded: left empty it is now. What is entered afterwards calls nobody. */
export function PastTime({
  folded = true,
  value,
  error,
  onChange,
}: {
  folded?: boolean;
  value: Past | null;
  error?: string | undefined;
  onChange: (past: Past | null) => void;
}) {
  const { say } = useSpeech();
  const [precision, setPrecision] = useState<(typeof KNOWN_TO)[number]>(value?.precision ?? 'minute');
  const [opened, setOpened] = useState(value !== null || !folded);
  return (
    <details open={opened || error !== undefined} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{say(FORM.time)}</summary>
      <Group align="start" gap="sm" mt="xs">
        <DateTimeField
          label={say(FORM.happened)}
          error={error}
          value={value?.at ?? null}
          onChange={(at) => onChange(at ? { at, precision } : null)}
        />
        <Select
          label={say(FORM.precision)}
          w={170}
          allowDeselect={false}
          value={precision}
          onChange={(next) => {
            const known = KNOWN_TO.find((each) => each === next) ?? precision;
            setPrecision(known);
            if (value) onChange({ ...value, precision: known });
          }}
          data={KNOWN_TO.map((each) => ({ value: each, label: say(PRECISION_WORDS[each]) }))}
        />
      </Group>
      <Text className="quiet">{say(FORM.afterwards)}</Text>
    </details>
  );
}
