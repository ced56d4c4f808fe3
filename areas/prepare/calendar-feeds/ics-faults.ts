import type ICAL from 'ical.js';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { NoSuchTime, UnknownZone } from './ics-moments.ts';
import { Unfollowable } from './ics-recurrence.ts';

const LONGEST_SAID = 80;

export const UNREADABLE: Bilingual = {
  ja: '日時または繰り返しの設定が正しくありません',
  en: 'its time or recurrence rule is not valid',
};
const TOO_FINE: Bilingual = { ja: '繰り返しの回数が多すぎます', en: 'it recurs too often' };
const NEVER: Bilingual = {
  ja: '繰り返しの設定に該当する日がありません',
  en: 'its recurrence rule matches no day',
};

/** What kept an event from being followed, in words. */
function reasonOf(cause: unknown, otherwise: Bilingual): Bilingual {
  if (cause instanceof Unfollowable) return cause.why === 'never' ? NEVER : TOO_FINE;
  if (cause instanceof UnknownZone) {
    const zone = shorten(cause.zone, LONGEST_SAID);
    return { ja: `タイムゾーン「${zone}」を判別できません`, en: `its time zone “${zone}” is unknown` };
  }
  if (cause instanceof NoSuchTime) {
    const written = shorten(cause.written, LONGEST_SAID);
    return {
      ja: `日時「${written}」は存在しません`,
      en: `“${written}” is not a valid date or time`,
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
    ja: `カレンダーファイルの予定「${title}」を読み取れません：${why.ja}。カレンダーでこの予定を修正または削除し、再度書き出してください`,
    en: `The event “${title}” in the calendar file cannot be read: ${why.en}. Fix or remove it in the calendar, then export the file again`,
  };
  return new Fault('invalid', { fields: [{ field: 'ics', mend }], cause });
}

export const TOO_MANY = (most: number): Fault =>
  invalidField('ics', {
    ja: `カレンダーファイルの予定が多すぎます（1年に${most}件まで）。不在の予定のみにして再度書き出してください`,
    en: `The calendar file has too many events (at most ${most} a year). Export it again with absences only`,
  });
