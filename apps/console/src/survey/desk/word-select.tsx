import { Select } from '@mantine/core';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';

/** One of a few keys, by its words; one is always chosen. */
export function WordSelect<K extends string>({
  label,
  keys,
  words,
  value,
  error,
  onChange,
}: {
  label: string;
  keys: readonly K[];
  words: Readonly<Record<K, Bilingual>>;
  value: K;
  error?: string | undefined;
  onChange: (key: K) => void;
}) {
  const { say } = useSpeech();
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={value}
      error={error}
      data={keys.map((key) => ({ value: key, label: say(words[key]) }))}
      onChange={(chosen) => onChange(keys.find((key) => key === chosen) ?? value)}
    />
  );
}
