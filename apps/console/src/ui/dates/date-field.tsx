import { useSpeech } from '../../language.tsx';
import { readDate, readDateTime, readTime, shownDate, shownDateTime, shownTime, zoneName } from './rules.ts';
import { type FieldProps, TypedInput } from './typed-input.tsx';
import { todayIn, useZone } from './use-zone.ts';
import { DATES } from './words.ts';

interface ValueProps extends FieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^\d{2}:\d{2}$/;

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

/** A time of day to the minute; told as 14:05. */
export function TimeField(props: ValueProps) {
  const { say } = useSpeech();
  return (
    <TypedInput
      {...props}
      read={(text) => {
        const time = readTime(text);
        return time?.second === 0 ? shownTime(time) : undefined;
      }}
      show={(time) => (CLOCK.test(time) ? time : undefined)}
      notRead={say(DATES.notClock)}
    />
  );
}

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A date and time on the organisation's clock whatever the clock does, as rosters keep it; told as 2026-11-29T14:05. */
export function WallTimeField({ value, ...field }: ValueProps) {
  const { say, language } = useSpeech();
  const zone = useZone();
  const today = todayIn(zone);
  const wall = value !== null && WALL.test(value) ? Temporal.PlainDateTime.from(value) : undefined;
  const told = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' });
  return (
    <TypedInput
      {...field}
      description={zoneName(zone, language, new Date())}
      value={value}
      read={(text) => {
        const at = readDateTime(text, today);
        return at && told(at);
      }}
      show={(at) => (WALL.test(at) ? shownDateTime(Temporal.PlainDateTime.from(at), language) : undefined)}
      notRead={say(DATES.notTime)}
      calendar={{
        day: wall?.toPlainDate().toString() ?? null,
        today: today.toString(),
        onPick: (day) =>
          field.onChange(told(Temporal.PlainDate.from(day).toPlainDateTime(wall?.toPlainTime()))),
      }}
    />
  );
}
