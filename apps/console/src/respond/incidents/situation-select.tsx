import { Select } from '@mantine/core';
import { SITUATIONS, type Situation } from '../../../../../areas/prepare/plans/schema.ts';
import { SITUATION_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../../language.tsx';
import { FIELD_WORDS } from '../../prepare/registers/words.ts';
import { W } from '../../words.ts';
import { INCIDENTS } from './words.ts';

/** Which kind of situation an incident is; plans are called for by it. Empty while nobody can say. */
export function SituationSelect({
  value,
  onChange,
}: {
  value: Situation | null;
  onChange: (situation: Situation | null) => void;
}) {
  const { say } = useSpeech();
  return (
    <Select
      label={say(FIELD_WORDS.situation)}
      description={say(INCIDENTS.situationHint)}
      value={value}
      clearable
      placeholder={say(W.notSaid)}
      onChange={(next) => onChange(SITUATIONS.find((each) => each === next) ?? null)}
      data={SITUATIONS.map((each) => ({ value: each, label: say(SITUATION_WORDS[each]) }))}
    />
  );
}
