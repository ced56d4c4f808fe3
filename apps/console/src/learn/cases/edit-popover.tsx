import { Popover, Stack, Text } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What it stands beside. */
  readonly target: ReactElement;
  readonly children: ReactNode;
}

/** Fields beside what they change. Lists that open from within it belong to it: choosing in one closes nothing. */
export function EditPopover({ title, opened, onClose, target, children }: Props) {
  const within = useRef(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!opened) return;
    const pressed = (): void => {
      if (!within.current) close.current();
      within.current = false;
    };
    document.addEventListener('mousedown', pressed);
    return () => document.removeEventListener('mousedown', pressed);
  }, [opened]);
  return (
    <Popover
      opened={opened}
      onChange={(open) => open || onClose()}
      closeOnClickOutside={false}
      position="bottom-start"
      width={420}
      trapFocus
      // What it stands beside is no button.
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={title}
        data-edits
        maw="calc(100vw - 32px)"
        mah="70vh"
        style={{ overflow: 'auto' }}
        // What is drawn elsewhere but belongs to it is heard of here as well.
        onMouseDownCapture={() => {
          within.current = true;
        }}
      >
        {opened && (
          <Stack gap="xs">
            <Text fw={600}>{title}</Text>
            {children}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
