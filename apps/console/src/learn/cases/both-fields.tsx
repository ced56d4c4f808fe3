import { Group, Textarea, TextInput } from '@mantine/core';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly value: Bilingual;
  readonly onChange: (value: { ja: string; en: string }) => void;
  /** Named before the language; the language alone where the place says what it is. */
  readonly label?: string;
  readonly long?: boolean;
}

/** A text in both languages, side by side. */
export function BothFields({ value, onChange, label, long }: Props) {
  const { say } = useSpeech();
  const Field = long ? Textarea : TextInput;
  return (
    <Group grow align="start" gap="xs">
      {(['ja', 'en'] as const).map((each) => {
        const language = say(each === 'ja' ? CASE.inJapanese : CASE.inEnglish);
        return (
          <Field
            key={each}
            label={label ? `${label} (${language})` : language}
            value={value[each]}
            {...(long && { autosize: true })}
            onChange={(event: { currentTarget: { value: string } }) =>
              onChange({ ...value, [each]: event.currentTarget.value })
            }
          />
        );
      })}
    </Group>
  );
}
