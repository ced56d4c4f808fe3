import { useSpeech } from '../../language.tsx';
import { fullTime, useTick } from '../../ui/time.tsx';
import { COUNTDOWN } from './countdown-words.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A span as people count it at 3 a.m.: 4:07, 1:04:07, or days and hours. */
export function span(seconds: number, language: 'ja' | 'en' = 'en'): string {
  const whole = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  if (hours >= 48)
    return language === 'ja'
      ? `${Math.floor(hours / 24)}日${hours % 24}時間`
      : `${Math.floor(hours / 24)}d ${hours % 24}h`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Ticks towards a time, and says so loudly when it has passed. */
export function Countdown({ until }: { until: string }) {
  const { say, language } = useSpeech();
  const left = (Date.parse(until) - useTick()) / 1_000;
  return (
    <span className={`nowrap${left < 0 ? ' mark-event' : ''}`} title={fullTime(until, language)}>
      {left < 0
        ? `${say(COUNTDOWN.overdue)} ${span(left, language)}`
        : `${say(COUNTDOWN.left)} ${span(left, language)}`}
    </span>
  );
}

/** Ticks away from a time, and is marked once it took longer than it was to. */
export function Since({ at, targetMinutes }: { at: string; targetMinutes?: number }) {
  const { language } = useSpeech();
  const seconds = (useTick() - Date.parse(at)) / 1_000;
  const late = targetMinutes !== undefined && seconds > targetMinutes * 60;
  return (
    <span className={`nowrap${late ? ' mark-event' : ''}`} title={fullTime(at, language)}>
      {span(seconds, language)}
    </span>
  );
}
