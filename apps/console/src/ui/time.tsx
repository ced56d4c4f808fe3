import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Language } from '../../../../kernel/language.ts';
import { useSpeech } from '../language.tsx';
import { fullTime } from './dates/wall.ts';

const tickers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** The current time in ms, renewed every second while anybody looks: one timer for the whole page. */
export function useTick(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tickers.add(tick);
    ticking ??= setInterval(() => {
      for (const each of tickers) each();
    }, 1_000);
    return () => {
      tickers.delete(tick);
      if (tickers.size === 0) {
        clearInterval(ticking);
        ticking = undefined;
      }
    };
  }, []);
  return now;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

export { clockMinute, clockTime, dayAndClock, dayAndMinute, fullTime, otherDay } from './dates/wall.ts';

export function relativeTime(instant: string, now: number, language: Language): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1_000);
  const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** Relative, with the exact time and zone one hover or focus away. */
export function Ago({ at }: { at: string }) {
  const { language } = useSpeech();
  const now = useTick();
  return (
    <Tooltip label={fullTime(at, language)}>
      <time dateTime={at} className="nowrap">
        {relativeTime(at, now, language)}
      </time>
    </Tooltip>
  );
}

/** A running clock: h:mm:ss since a moment. */
export function Elapsed({ since }: { since: string }) {
  const seconds = Math.max(0, Math.floor((useTick() - Date.parse(since)) / 1_000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const text = `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return (
    <time dateTime={since} className="elapsed">
      {text}
    </time>
  );
}
