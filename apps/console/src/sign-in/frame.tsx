import { Button, Card, Center, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../language.tsx';

/** What one sees before being signed in: one card, both languages within reach. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { language, speak } = useSpeech();
  return (
    <Center mih="100dvh" p="md">
      <Card withBorder padding="lg" w={420} maw="100%">
        <Stack>
          <Group justify="space-between">
            <Title order={1}>Sonae 備え</Title>
            <Button variant="subtle" onClick={() => speak(language === 'ja' ? 'en' : 'ja')}>
              {language === 'ja' ? 'English' : '日本語'}
            </Button>
          </Group>
          <Title order={2}>{title}</Title>
          {children}
        </Stack>
      </Card>
    </Center>
  );
}
