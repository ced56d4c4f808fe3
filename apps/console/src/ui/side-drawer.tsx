import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { Boundary } from './boundary.tsx';

/** What is open stands beside its list, which stays in use. */
export function SideDrawer({
  title,
  onClose,
  opened = true,
  size = 'md',
  children,
}: {
  title: string;
  onClose: () => void;
  opened?: boolean;
  size?: string;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={size}
      withOverlay={false}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': say(W.closePanel) }}
      title={title}
    >
      <Boundary of={title}>{children}</Boundary>
    </Drawer>
  );
}
