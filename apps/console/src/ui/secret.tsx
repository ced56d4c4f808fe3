import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** Something that is shown this once, with a button that copies it. */
export function Secret({ value, hint }: { value: string; hint: string }) {
  const { say } = useSpeech();
  return (
    <Alert color="yellow">
      <Stack gap="xs">
        <Text fw={700}>{hint}</Text>
        <Group wrap="nowrap" align="start">
          <div className="code" data-testid="secret" style={{ flex: 1 }}>
            {value}
          </div>
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(copied ? W.copied : W.copy)}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
