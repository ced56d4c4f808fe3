import { Group, Textarea, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { NOTHING_SELECTED, selectedAnew } from '../../../../../areas/learn/cases/prose/rules.ts';
import type { Hedge } from '../../../../../kernel/certainty.ts';
import { rewritten } from '../../../../../kernel/hedges.ts';
import { useSpeech } from '../../language.tsx';
import { HedgeFields } from './hedge-fields.tsx';
import { TooLong } from './too-long.tsx';
import { CASE_WORDS } from './undo-place.ts';
import { CASE } from './words.ts';

export interface BothText {
  ja: string;
  en: string;
  hedges?: Hedge[] | undefined;
}

interface Props {
  readonly value: BothText;
  readonly onChange: (value: BothText) => void;
  /** Named before the language; the language alone where the place says what it is. */
  readonly label?: string;
  readonly long?: boolean;
  /** Letters it may have in Japanese. */
  readonly longest?: number;
  /** Its words are printed as more or less certain: what of them is in doubt is marked here. */
  readonly hedged?: boolean;
}

/** A text in both languages, side by side, and what of it is not certain. */
export function BothFields({ value, onChange, label, long, longest, hedged }: Props) {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState(NOTHING_SELECTED);
  const Field = long ? Textarea : TextInput;
  return (
    <>
      <Group grow align="start" gap="xs">
        {(['ja', 'en'] as const).map((each) => {
          const language = say(each === 'ja' ? CASE.inJapanese : CASE.inEnglish);
          return (
            <Field
              {...CASE_WORDS}
              key={each}
              label={label ? `${label} (${language})` : language}
              value={value[each]}
              {...(long && { autosize: true })}
              onSelect={({
                currentTarget,
                timeStamp,
              }: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>) => {
                const { selectionStart, selectionEnd } = currentTarget;
                const words = currentTarget.value.slice(selectionStart ?? 0, selectionEnd ?? 0).trim();
                setChosen((before) =>
                  before.words[each] === words ? before : selectedAnew(before, each, words, timeStamp),
                );
              }}
              onChange={(event: { currentTarget: { value: string } }) => {
                setChosen(NOTHING_SELECTED);
                onChange(rewritten(value, each, event.currentTarget.value));
              }}
            />
          );
        })}
      </Group>
      {longest !== undefined && <TooLong text={value} longest={longest} />}
      {hedged && <HedgeFields value={value} chosen={chosen.words} onChange={onChange} />}
    </>
  );
}
