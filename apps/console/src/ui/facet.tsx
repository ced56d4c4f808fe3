import { Select } from '@mantine/core';
import type { Bilingual } from '../../../../kernel/language.ts';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/**
 * One thing a list is filtered by; without a choice it says what it is and that anything will do.
 * @param anyWord what it says then, instead of "all"
 */
export function Facet<V extends string>({
  label,
  value,
  values,
  words,
  onChange,
  anyWord,
}: {
  label: string;
  value: V | 'any';
  values: readonly V[];
  words: Readonly<Record<V, Bilingual>>;
  onChange: (value: V | 'any') => void;
  anyWord?: string;
}) {
  const { say } = useSpeech();
  return (
    <Select
      aria-label={label}
      classNames={{ input: 'facet-input' }}
      value={value}
      allowDeselect={false}
      onChange={(next) => onChange((next ?? 'any') as V | 'any')}
      data={[
        { value: 'any', label: `${label}: ${anyWord ?? say(W.any)}` },
        ...values.map((each) => ({ value: each as string, label: say(words[each]) })),
      ]}
    />
  );
}
