import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { contracts as ACCOUNT_ROUTES } from '../../../../server/auth/contract.ts';
import { useSpeech } from '../../language.tsx';
import { useMe } from '../../me.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { ORGANISATION } from './words.ts';

/** For whoever administers the installation: another organisation in it, with its first administrator. */
export function FoundAnother() {
  const { say } = useSpeech();
  const me = useMe();
  const [made, setMade] = useState<{ readonly link: string | null }>();
  if (!me.data?.mayFound) return null;
  return (
    <Stack maw={560} align="start">
      <Title order={2}>{say(ORGANISATION.others)}</Title>
      <Text className="quiet">{say(ORGANISATION.othersHint)}</Text>
      <AskForm
        by={ACCOUNT_ROUTES}
        act="POST /api/account/organisations"
        label={say(ORGANISATION.found)}
        fields={{
          name: { label: say(ORGANISATION.organisationName), kind: 'line' },
          timeZone: { label: say(ORGANISATION.timeZone), kind: 'line', begin: 'Asia/Tokyo' },
          administrator: {
            kind: 'group',
            fields: {
              name: { label: say(ORGANISATION.administrator), kind: 'line' },
              email: { label: say(W.email), kind: 'line' },
              language: {
                label: say(ORGANISATION.language),
                kind: 'choice',
                begin: 'ja',
                choices: [
                  { value: 'ja', label: '日本語' },
                  { value: 'en', label: 'English' },
                ],
              },
            },
          },
        }}
        onDone={setMade}
      />
      {made &&
        (made.link === null ? (
          <Text>{say(ORGANISATION.signsInAlready)}</Text>
        ) : (
          <Secret value={made.link} hint={say(ORGANISATION.linkHint)} />
        ))}
    </Stack>
  );
}
