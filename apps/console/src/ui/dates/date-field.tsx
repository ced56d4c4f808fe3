import { useSpeech } from '../../language.tsx';
import { readDate, readTime, shownDate, shownTime } from './rules.ts';
import { type FieldProps, TypedInput } from './typed-input.tsx';
import { todayIn, useZone } from './use-zone.ts';
import { DATES } from './words.ts';

interface ValueProps extends FieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^\d{2}:\d{2}(:\d{2})?$/;

/** A day, typed and shown as people write it; told as 2026-11-29. */
export function DateField({ value, ...field }: ValueProps) {
  const { say, language } = useSpeech();
  const today = todayIn(useZone());
  return (
    <TypedInput
      {...field}
      value={value}
      read={(text) => readDate(text, today)?.toString()}
      show={(day) => (DAY.test(day) ? shownDate(Temporal.PlainDate.from(day), language) : undefined)}
      notRead={say(DATES.notDate)}
      calendar={{
        day: value !== null && DAY.test(value) ? value : null,
        today: today.toString(),
        onPick: field.onChange,
      }}
    />
  );
}

/** A time of day on the 24-hour clock; told as 14:05. */
export function TimeField(props: ValueProps) {
  const { say } = useSpeech();
  return (
    <TypedInput
      {...props}
      read={(text) => {
        const time = readTime(text);
        return time && shownTime(time);
      }}
      show={(time) => (CLOCK.test(time) ? time : undefined)}
      notRead={say(DATES.notClock)}
    />
  );
}
