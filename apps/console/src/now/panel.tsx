import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One matter of the page: its name, where all of it stands, and what there is now. */
export function Panel({
  title,
  aside,
  all,
  className,
  children,
}: {
  title: string;
  aside?: ReactNode;
  all?: ReactNode;
  className: string;
  children: ReactNode;
}) {
  return (
    <Card className={className} padding="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap="xs">
          <Title order={2}>{title}</Title>
          {aside && <span className="quiet">{aside}</span>}
        </Group>
        {all}
      </Group>
      {children}
    </Card>
  );
}
