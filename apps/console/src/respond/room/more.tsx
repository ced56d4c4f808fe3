import { ActionIcon, Popover, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { HEAD } from './head/words.ts';

/**
 * What may be done besides the one act that stands in the line. It stays mounted: a form that was begun there keeps what was
 * typed. @param of what it is about, for whoever hears it
 */
export function More({ of, children }: { of: string; children: ReactNode }) {
  const { say, labelled } = useSpeech();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" keepMounted withRoles={false}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={28}
          className="more no-print"
          aria-label={labelled(say(HEAD.more), of)}
          aria-expanded={opened}
          onClick={() => setOpened((was) => !was)}
        >
          …
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
