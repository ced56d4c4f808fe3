import type ICAL from 'ical.js';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { NoSuchTime, UnknownZone } from './ics-moments.ts';
import { Unfollowable } from './ics-recurrence.ts';

const LONGEST_SAID = 80;

export const UNREADABLE: Bilingual = {
  ja: '日時か繰り返しの規則が正しくありません',
  en: 'its time or its rule of recurrence is not valid',
};
const TOO_FINE: Bilingual = { ja: '繰り返しが細かすぎるか多すぎます', en: 'it recurs too often' };
const NEVER: Bilingual = {
  ja: '繰り返しの規則に当てはまる日がありません',
  en: 'its rule of recurrence falls on no day',
};

/** What kept an event from being followed, in words. */
function reasonOf(cause: unknown, otherwise: Bilingual): Bilingual {
  if (cause instanceof Unfollowable) return cause.why === 'never' ? NEVER : TOO_FINE;
  if (cause instanceof UnknownZone) {
    const zone = shorten(cause.zone, LONGEST_SAID);
    return { ja: `タイムゾーン「${zone}」が分かりません`, en: `its time zone “${zone}” is not known` };
  }
  if (cause instanceof NoSuchTime) {
    const written = shorten(cause.written, LONGEST_SAID);
    return {
      ja: `「${written}」という日時はありません`,
      en: `there is no such date or time as “${written}”`,
    };
  }
  return otherwise;
}

/** Names the event and the mend. */
export function unfollowed(component: ICAL.Component, otherwise: Bilingual, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const title = shorten(String(component.getFirstPropertyValue('summary') ?? '—'), LONGEST_SAID);
  const why = reasonOf(cause, otherwise);
  const mend = {
    ja: `カレンダーファイルの予定「${title}」を読み取れません：${why.ja}。カレンダーでこの予定を直すか除いて、書き出し直してください`,
    en: `The event “${title}” of the calendar file cannot be followed: ${why.en}. Fix it or leave it out in the calendar, and export the file again`,
  };
  return new Fault('invalid', { fields: [{ field: 'ics', mend }], cause });
}

export const TOO_MANY = (most: number): Fault =>
  invalidField('ics', {
    ja: `カレンダーファイルの予定が多すぎます（1年に${most}件まで）。不在の予定だけにして書き出し直してください`,
    en: `The calendar file holds too many events (at most ${most} in a year): export it again with absences only`,
  });
