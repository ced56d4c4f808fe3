import { Select } from '@mantine/core';
import { PRECISION_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { useSpeech } from '../../language.tsx';
import { ROOM } from './words.ts';

export const PRECISIONS = ['second', 'minute', 'about', 'hour', 'day'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** How exactly a time is known: nothing is claimed beyond that. */
export function PrecisionSelect({
  value,
  onChange,
}: {
  value: Precision;
  onChange: (precision: Precision) => void;
}) {
  const { say } = useSpeech();
  return (
    <Select
      label={say(ROOM.precision)}
      value={value}
      allowDeselect={false}
      w={140}
      onChange={(next) => onChange((next as Precision | null) ?? value)}
      data={PRECISIONS.map((each) => ({ value: each, label: say(PRECISION_WORDS[each]) }))}
    />
  );
}
