import { Group } from '@mantine/core';
import { useSpeech } from '../../../language.tsx';
import { DateTimeField } from '../../../ui/dates/date-time-field.tsx';
import { type Precision, PrecisionSelect } from '../../room/precision-select.tsx';
import { TIMELINE } from '../words.ts';

/** When it happened, where that was not now, and how exactly that is known. */
export function PastTime({
  at,
  precision,
  wrong,
  onAt,
  onPrecision,
}: {
  at: string;
  precision: Precision;
  wrong: string | undefined;
  onAt: (at: string) => void;
  onPrecision: (precision: Precision) => void;
}) {
  const { say } = useSpeech();
  return (
    <Group align="end" gap="sm">
      <DateTimeField
        label={say(TIMELINE.when)}
        value={at || null}
        onChange={(next) => onAt(next ?? '')}
        error={wrong}
      />
      {at && <PrecisionSelect value={precision} onChange={onPrecision} />}
    </Group>
  );
}
