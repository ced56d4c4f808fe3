import { BAND_WORDS } from '../calendars/words.ts';
import type { Gathered } from './gather-hours.ts';
import type { SimulationResult, WorstHour } from './schema.ts';

type HourResult = SimulationResult['hours'][number];

/** The one that fails most, then the one that takes longest; the first of equals. */
function isWorse(one: HourResult, other: HourResult): boolean {
  if (one.reached !== other.reached) return one.reached < other.reached;
  const slow = (minutes: number | null) => minutes ?? Number.POSITIVE_INFINITY;
  if (slow(one.p95) !== slow(other.p95)) return slow(one.p95) > slow(other.p95);
  return slow(one.p50) > slow(other.p50);
}

/** The worst hour of the four weeks, in words: when it is, how long it takes, and what is missing then. */
export function worstHour(gathered: Gathered, hours: readonly HourResult[]): WorstHour | null {
  const worst = hours.reduce((found, hour, n) => {
    const before = hours[found];
    return before && isWorse(hour, before) ? n : found;
  }, 0);
  const hour = hours[worst];
  if (!hour) return null;
  const at = gathered.from.add({ hours: worst });
  const local = at.toZonedDateTimeISO(gathered.timeZone);
  const missing = gathered.roles.filter((_, n) => gathered.simulation.hours[worst]?.roles[n]?.length === 0);
  const onLeave = gathered.onLeave[worst] ?? [];
  const percent = Math.round(hour.reached * 100);
  const when = (language: 'ja' | 'en') =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
      timeZone: gathered.timeZone,
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }).format(local.epochMilliseconds);
  const ja = [
    `所要時間が最も長いのは、${when('ja')}からの1時間（${BAND_WORDS[hour.band].ja}）です。`,
    hour.p95 === null ? '' : `95%の確率で${hour.p95.toFixed(1)}分以内に設置できます。`,
    hour.reached < 1 ? `時間内に設置できる確率は${percent}%です。` : '',
    missing.length > 0 ? `担当できる人がいない役割：${missing.join('、')}。` : '',
    onLeave.length > 0 ? `不在の人：${onLeave.join('、')}。` : '',
  ];
  const en = [
    `The worst hour starts ${when('en')} (${BAND_WORDS[hour.band].en}).`,
    hour.p95 === null ? '' : `Set up within ${hour.p95.toFixed(1)} min in 95% of runs.`,
    hour.reached < 1 ? `Set up in time in ${percent}% of runs.` : '',
    missing.length > 0 ? `No one available for: ${missing.join(', ')}.` : '',
    onLeave.length > 0 ? `On leave: ${onLeave.join(', ')}.` : '',
  ];
  return {
    at: at.toString(),
    ...hour,
    missing,
    onLeave: [...onLeave],
    said: { ja: ja.join(''), en: en.filter(Boolean).join(' ') },
  };
}
