import { Button, type ButtonProps, Group, Text } from '@mantine/core';
import { useId } from 'react';

/** A button that says, where everybody can read it, why it cannot be pressed now. */
export function ActButton({
  why,
  onClick,
  children,
  ...button
}: Omit<ButtonProps, 'disabled'> & {
  /** Undefined while it can. */
  why: string | undefined;
  type?: 'submit' | 'button';
  onClick?: () => void;
}) {
  const id = useId();
  return (
    <Group gap="xs">
      <Button
        {...button}
        {...(onClick && { onClick })}
        disabled={why !== undefined}
        aria-describedby={why === undefined ? undefined : id}
      >
        {children}
      </Button>
      {why !== undefined && (
        <Text id={id} span className="quiet">
          {why}
        </Text>
      )}
    </Group>
  );
}
