import { Checkbox, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contracts as REGIMES_ROUTES } from '../../../../../areas/respond/regimes/contract.ts';
import { type Deadline, GROUNDS, RESERVED } from '../../../../../areas/respond/regimes/schema.ts';
import { GROUND_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import { useSpeech } from '../../language.tsx';
import { freeKey, letteredKeyFrom } from '../../prepare/registers/form/keys.ts';
import { KeptForm, useKept } from '../../ui/forms/kept-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { W } from '../../words.ts';
import { DeadlinesField, FIRST_DEADLINE } from './deadlines-field.tsx';
import type { Regime } from './regimes-page.tsx';
import { REGIMES } from './words.ts';

const FRESH = {
  name: { ja: '', en: '' },
  trigger: { ja: '', en: '' },
  source: '',
  owedWhen: [],
  deadlines: [FIRST_DEADLINE],
  ended: false,
} satisfies Omit<Regime, 'regime' | 'edition' | 'since'>;

/** What a new one is called in files: out of its English name. */
const keyOf = (english: string, taken: readonly string[]): string =>
  freeKey(letteredKeyFrom(english, 'recipient'), new Set([...taken, ...RESERVED]));

/** A regime as a form; kept, it is another edition. */
export function EditRegime({
  regime,
  taken,
  manage,
  onDone,
}: {
  regime: Regime | undefined;
  taken: readonly string[];
  manage: boolean;
  onDone: () => void;
}) {
  const { say } = useSpeech();
  const { name, trigger, source, owedWhen, deadlines, ended } = regime ?? FRESH;
  const [english, setEnglish] = useState('');
  const { stays, done } = useKept(onDone);
  const form = useRouteForm(REGIMES_ROUTES, 'PUT /api/respond/regimes/:regime', {
    begin: { name, trigger, source, owedWhen, deadlines, ended },
    given: { regime: regime?.regime ?? keyOf(english, taken), seen: regime?.edition ?? 0 },
    stale: ['regimes'],
    said: say(W.saved),
    done,
  });
  type Said = typeof FRESH.name;
  const said = (field: 'name' | 'trigger', language: keyof Said, label: string) => {
    const both = (form.values[field] || FRESH.name) as Said;
    return {
      label,
      required: true,
      value: both[language],
      error: form.wrong(`${field}.${language}`),
      onBlur: () => form.leave(`${field}.${language}`),
      onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
        if (field === 'name' && language === 'en') setEnglish(value);
        form.set(field, { ...both, [language]: value });
      },
    };
  };
  return (
    <KeptForm
      form={form}
      stays={stays}
      manage={manage}
      note={manage && regime && <Text className="quiet">{say(REGIMES.versioned)}</Text>}
      onCancel={onDone}
    >
      <TextInput {...said('name', 'ja', say(REGIMES.nameJa))} />
      <TextInput {...said('name', 'en', say(REGIMES.nameEn))} />
      <Textarea autosize {...said('trigger', 'ja', say(REGIMES.triggerJa))} />
      <Textarea autosize {...said('trigger', 'en', say(REGIMES.triggerEn))} />
      <TextInput {...form.text('source', say(REGIMES.source))} />
      <Checkbox.Group
        label={say(REGIMES.owedWhen)}
        description={say(REGIMES.owedHint)}
        value={[...(form.values.owedWhen || [])]}
        onChange={(next) => form.set('owedWhen', next as (typeof GROUNDS)[number][])}
      >
        <Group mt="xs">
          {GROUNDS.map((ground) => (
            <Checkbox key={ground} value={ground} label={say(GROUND_WORDS[ground])} />
          ))}
        </Group>
      </Checkbox.Group>
      <DeadlinesField
        deadlines={(form.values.deadlines || []) as readonly Deadline[]}
        wrong={form.wrong}
        onChange={(next) => form.set('deadlines', next)}
      />
      {regime && <Checkbox {...form.yesNo('ended', say(REGIMES.end))} description={say(REGIMES.endHint)} />}
    </KeptForm>
  );
}
