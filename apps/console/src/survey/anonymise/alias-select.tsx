import { Select } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { KIND_WORDS, type Listed, PUBLIC } from './words.ts';

/** Of which name on the list a word is another: typed, chosen with Enter, left with Escape. */
export function AliasSelect({
  names,
  onChoose,
  onLeave,
}: {
  names: readonly Listed[];
  onChoose: (entityId: string) => void;
  onLeave: () => void;
}) {
  const { say } = useSpeech();
  return (
    <Select
      label={say(PUBLIC.aliasChoose)}
      data={names.map(({ id, kind, names: [name = ''] }) => ({
        value: id,
        label: `${name} (${say(KIND_WORDS[kind])})`,
      }))}
      searchable
      data-autofocus
      ref={(input) => input?.focus()}
      defaultDropdownOpened
      selectFirstOptionOnChange
      onChange={(id) => id && onChoose(id)}
      onBlur={onLeave}
      onKeyDown={({ key }) => key === 'Escape' && onLeave()}
    />
  );
}
