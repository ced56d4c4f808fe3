import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contracts as DOORS_ROUTES } from '../../../../../areas/survey/doors/contract.ts';
import { LANGUAGES } from '../../../../../kernel/language.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { DESK } from './words.ts';

const LANGUAGE_WORDS = { ja: '日本語', en: 'English' } as const;

/** Sends an operator without an account the page of one report. */
export function SendForm({ reportId = null }: { reportId?: string | null }) {
  const { say, language } = useSpeech();
  const [sent, setSent] = useState<ReplyOf<'POST /api/survey/doors'>>();
  const form = useRouteForm(DOORS_ROUTES, 'POST /api/survey/doors', {
    given: { reportId, operatorId: null },
    begin: { name: '', email: '', language },
    stale: ['survey'],
    done: setSent,
  });
  if (sent)
    return (
      <Stack>
        <Text>{say(sent.mailed ? DESK.linkMailed : DESK.linkNotMailed)}</Text>
        <TextInput label={say(DESK.link)} value={sent.link} readOnly />
      </Stack>
    );
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack>
        <TextInput {...form.text('name', say(DESK.name))} />
        <TextInput {...form.text('email', say(DESK.email))} type="email" />
        <Select
          {...form.choice('language', say(DESK.language))}
          allowDeselect={false}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_WORDS[value] }))}
        />
        <Button type="submit" loading={form.pending}>
          {say(DESK.sendForm)}
        </Button>
      </Stack>
    </form>
  );
}
