import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { IconCalendar } from '../icons.ts';
import { lazyPart } from '../lazy-part.tsx';
import { Part } from '../part.tsx';
import { DATES } from './words.ts';

const Calendar = lazyPart(() => import('./calendar.tsx'), 'Calendar');

/** What every field for a date or a time takes besides its value. */
export interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
  readonly w?: number | string;
  readonly 'aria-label'?: string;
  readonly 'data-autofocus'?: boolean;
}

/**
 * A field one types into as one would write it, put in order when one leaves it, with a calendar beside it.
 * @param read what a text means, as the route takes it; undefined where it means nothing
 * @param show what a value looks like
 */
export function TypedInput({
  value,
  onChange,
  read,
  show,
  notRead,
  calendar,
  onBlur,
  error,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (value: string | null) => void;
  read: (text: string) => string | undefined;
  show: (value: string) => string | undefined;
  notRead: string;
  calendar?: { readonly day: string | null; readonly today: string; readonly onPick: (day: string) => void };
}) {
  const { say } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string | null }>();
  const [left, setLeft] = useState(false);
  const [opened, setOpened] = useState(false);
  // What was typed holds while it means the value; set from elsewhere, the field shows that.
  const text = typed && typed.value === value ? typed.text : value === null ? '' : (show(value) ?? value);
  const unread = value !== null && show(value) === undefined;
  const take = (next: string) => {
    const meant = next.trim() === '' ? null : (read(next) ?? next);
    setTyped({ text: next, value: meant });
    setLeft(false);
    onChange(meant);
  };
  return (
    <TextInput
      {...field}
      id={id}
      value={text}
      error={left && unread ? notRead : error}
      autoComplete="off"
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        if (!unread) setTyped(undefined);
        onBlur?.();
      }}
      rightSection={
        calendar && (
          <Popover
            opened={opened}
            onChange={setOpened}
            position="bottom-end"
            trapFocus
            returnFocus
            withinPortal
          >
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say(DATES.calendar)}
                // Of which field: its label has this id.
                aria-describedby={`${id}-label`}
                onClick={() => setOpened(!opened)}
              >
                <IconCalendar size={16} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <Part>
                <Calendar
                  value={calendar.day}
                  today={calendar.today}
                  onPick={(day) => {
                    setTyped(undefined);
                    setOpened(false);
                    calendar.onPick(day);
                  }}
                />
              </Part>
            </Popover.Dropdown>
          </Popover>
        )
      }
    />
  );
}
