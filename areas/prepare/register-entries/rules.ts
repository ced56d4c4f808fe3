import type { Bilingual } from '../../../kernel/language.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

export const ENDS_BEFORE: Bilingual = {
  ja: '終了が開始より前です。開始以降の日時を入力してください',
  en: 'The end is before the start. Enter a later end',
};

/** Where something is told from when until when, and ends before it begins; hours of the clock may run over midnight. */
export function backwardSpans(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const { from, until } = value as { from?: unknown; until?: unknown };
  const backward =
    typeof from === 'string' &&
    typeof until === 'string' &&
    ((DAY.test(from) && DAY.test(until) && until < from) ||
      (MOMENT.test(from) && MOMENT.test(until) && until <= from));
  return [
    ...(backward ? [at('until')] : []),
    ...Object.entries(value).flatMap(([name, each]) => backwardSpans(each, at(name))),
  ];
}
