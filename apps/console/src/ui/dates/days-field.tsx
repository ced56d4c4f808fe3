import { TagsInput } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { readDate, readDayOfYear, shownDate, shownDayOfYear } from './rules.ts';
import { todayIn, useZone } from './use-zone.ts';
import { DATES } from './words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Several days, each typed and shown as people write it; told as 2026-11-29, or as 11-29 where they are of every year. */
export function DaysField({
  value,
  everyYear,
  error,
  onChange,
  ...field
}: {
  label: string;
  value: readonly string[];
  everyYear: boolean;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (days: string[]) => void;
}) {
  const { say, language } = useSpeech();
  const today = todayIn(useZone());
  const show = (day: string): string | undefined => {
    if (everyYear) return shownDayOfYear(day, language);
    return DAY.test(day) ? shownDate(Temporal.PlainDate.from(day), language) : undefined;
  };
  const read = (text: string): string =>
    (everyYear ? readDayOfYear(text) : readDate(text, today)?.toString()) ?? text;
  const unread = value.some((day) => show(day) === undefined);
  return (
    <TagsInput
      {...field}
      error={unread ? say(everyYear ? DATES.notDayOfYear : DATES.notDate) : error}
      value={value.map((day) => show(day) ?? day)}
      onChange={(texts) => onChange([...new Set(texts.map(read))].sort())}
      acceptValueOnBlur
    />
  );
}
