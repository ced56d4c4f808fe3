import { plain } from '../kernel/text.ts';

/** Words by which senders say that an alarm is over, however they are written. Each source may have others. */
export const END_WORDS: readonly string[] = [
  'resolved',
  'resolve',
  'ok',
  'okay',
  'recovered',
  'recovery',
  'restored',
  'up',
  'closed',
  'close',
  'canceled',
  'cancelled',
  'cleared',
  'clear',
  'normal',
  'inactive',
  'ended',
  'end',
  'fixed',
  'good',
  'healthy',
  'success',
  'returned_to_normal',
  '0',
  'false',
  'off',
  '復旧',
  '復旧済み',
  '復旧しました',
  '回復',
  '回復済み',
  '回復しました',
  '正常',
  '正常復帰',
  '解消',
  '解消済み',
  '解消しました',
  '解除',
  '終了',
  '終息',
  'クローズ',
];

const asSaid = (word: string): string =>
  plain(word)
    .trim()
    .replace(/^[[(【「<\s]+|[\])】」>。.!\s]+$/g, '')
    .replace(/[\s-]+/g, '_');

const folded = new Map<readonly string[], ReadonlySet<string>>();

/** Whether a state says that the alarm is over; width, case, brackets and full stops make no difference. */
export function isEndWord(state: string, words: readonly string[] = END_WORDS): boolean {
  let known = folded.get(words);
  if (!known) {
    known = new Set(words.map(asSaid));
    if (words === END_WORDS) folded.set(words, known);
  }
  return known.has(asSaid(state)) && asSaid(state) !== '';
}
