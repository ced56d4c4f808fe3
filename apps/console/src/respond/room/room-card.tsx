import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Boundary } from '../../ui/boundary.tsx';

/** One matter of an incident: its name, what can be done about it, and what there is. */
export function RoomCard({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card withBorder padding="sm" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2}>{title}</Title>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      <Boundary>{children}</Boundary>
    </Card>
  );
}
