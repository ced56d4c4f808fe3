import { ActionIcon, Button, Popover, Stack, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { IconCalendar } from '../icons.ts';
import { type Past, PastTime } from './past-time.tsx';
import { FORM } from './words.ts';

/**
 * Beside a button that acts at one press: the same at a time that lies behind, for hours that were kept on paper.
 * @param label what the button says
 * @param about of which row it is, where there are several
 */
export function AtATime({
  label,
  about = '',
  pending = false,
  error,
  onPress,
}: {
  label: string;
  about?: string;
  pending?: boolean;
  error?: string | undefined;
  onPress: (happened: Past) => void;
}) {
  const { say } = useSpeech();
  const [past, setPast] = useState<Past | null>(null);
  const [opened, setOpened] = useState(false);
  const name = [say(FORM.atATime), label, about].filter(Boolean).join(': ');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={say(FORM.atATime)}>
          <ActionIcon variant="subtle" color="gray" aria-label={name} onClick={() => setOpened(!opened)}>
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <PastTime folded={false} value={past} error={error} onChange={setPast} />
          <Button
            disabled={!past}
            loading={pending}
            onClick={() => {
              if (past) onPress(past);
            }}
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
