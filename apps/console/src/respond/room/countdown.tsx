import { span } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { fullTime, useTick } from '../../ui/time.tsx';
import { COUNTDOWN } from './countdown-words.ts';

export { span };

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
