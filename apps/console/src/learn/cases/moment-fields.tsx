import { useState } from 'react';
import type { StatedTime } from '../../../../../areas/learn/cases/life/schema.ts';
import { SINCE_WORDS } from '../../../../../areas/learn/cases/life/words.ts';
import { type Span, spanBetween } from '../../../../../areas/learn/cases/spans/rules.ts';
import { useSpeech } from '../../language.tsx';
import { DateTimeField } from '../../ui/dates/date-time-field.tsx';
import { CASE } from './words.ts';

/** What times are counted from, as it was last said on this page; a case itself holds no date. */
const moments = new Map<string, string>();

/** A time told by two dates: that of what it is counted from, and its own. */
export function MomentFields({
  since,
  onChange,
}: {
  since: StatedTime['since'];
  onChange: (span: Span) => void;
}) {
  const { say, labelled } = useSpeech();
  const key = `${location.pathname} ${since}`;
  const [from, setFrom] = useState<string | null>(moments.get(key) ?? null);
  const [to, setTo] = useState<string | null>(null);
  const set = (start: string | null, end: string | null) => {
    setFrom(start);
    setTo(end);
    if (start && isMoment(start)) moments.set(key, start);
    const span = between(start, end);
    if (span) onChange(span);
  };
  const early = from && to && isMoment(from) && isMoment(to) && !between(from, to);
  return (
    <details>
      <summary>{say(CASE.byDates)}</summary>
      <DateTimeField
        label={labelled(say(CASE.timeSince), say(SINCE_WORDS[since]))}
        value={from}
        onChange={(next) => set(next, to)}
      />
      <DateTimeField
        label={say(CASE.ownMoment)}
        value={to}
        onChange={(next) => set(from, next)}
        error={early ? say(CASE.tooEarly) : undefined}
      />
    </details>
  );
}

/** What is typed and no moment yet is told as it is. */
const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT.*Z$/.test(text);

const between = (from: string | null, to: string | null): Span | undefined =>
  from && to && isMoment(from) && isMoment(to) ? spanBetween(from, to) : undefined;
