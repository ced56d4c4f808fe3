import { Button, type ButtonProps, Group, Popover, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';

/** For what cannot be undone: it says so, and asks for the same verb once more. */
export function ConfirmButton({
  onConfirm,
  children,
  ...props
}: ButtonProps & { onConfirm: () => void; children: ReactNode }) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  return (
    <Popover opened={asking} onChange={setAsking} position="top-start" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" color="red" {...props} onClick={() => setAsking(true)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text mb="sm">{say(W.sure)}</Text>
        <Group justify="end" gap="sm">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {say(W.cancel)}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              onConfirm();
            }}
          >
            {children}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
