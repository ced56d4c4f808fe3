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
  'return_to_normal',
  'back_to_normal',
  'rtn',
  'recover',
  'deactivated',
  'passed',
  'passing',
  'online',
  'reachable',
  'available',
  'operational',
  'green',
  '0',
  'false',
  'off',
  '復旧',
  '復帰',
  '回復',
  '正常',
  '正常復帰',
  '正常化',
  '正常に復帰',
  '異常なし',
  '解消',
  '解除',
  '解決',
  '消滅',
  '終了',
  '終息',
  '収束',
  '復電',
  'クリア',
  'クローズ',
];

/** Without brackets, quotes, marks and pictures around it. A ! before and a ? behind say something, and stay. */
const asSaid = (word: string): string =>
  plain(word)
    .replace(/^[^\p{L}\p{N}!¬≠?]+|[^\p{L}\p{N}?]+$/gu, '')
    .replace(/[\s-]+/g, '_');

/** Numbers and switches mean the end only where they are all that is said. */
const BARE = new Set(['0', 'false', 'off']);
/** What a word of the end may be said of: incident.resolved, ALARM_CLEARED, "Status: OK", "No Data Recovered". */
const SAID_OF =
  /^(?:(?:alarm|alert|incident|event|problem|issue|status|state|condition|monitor|check|service|host|trigger|notification|result|level|severity|current|new|now|is|auto(?:matically)?|warn(?:ing)?|no_data|nodata)(?:[.:/_=]+|(?<=auto)))+/;
/** 障害復旧, 警報が解除されました, 復旧完了 */
const SAID_IN_JAPANESE =
  /^(?:障害|異常|警報|アラーム|アラート|故障|事象|問題|イベント|発報)?[がはをから]*(.+?)(?:済み?|しました|した|されました|された|完了|通知)?$/;
/** Prose that begins with the end: "[RESOLVED] Web", "Resolved in 5m: Web", "OK - 3 hosts", 【復旧】ポンプ. */
const OPENS_WITH =
  /^\W*?(?:[[【(（<]\s*(resolved|recovered|recovery|cleared|ok|復旧|回復|解消|解除|正常)\s*[\]】)）>]|(resolved|recovered|cleared|ok)(?:\s+in\s+[\w\s.]{1,40}|\s+after\s+[\w\s.]{1,40})?\s*(?::|\s[-–—|]\s))/;
/** "Up (was: Down)" says up, and "Down ended (now: Up)" too. */
const ASIDE = /\s*[(（]([^()（）]*)[)）]\s*$/;
const NOW = /^(?:now|current(?:ly)?)[:\s]+/;

/** What is asked is whether all is well: then no means that it is not. Uptime Kuma’s heartbeat.status is 1 when up. */
const ASKS_HEALTH =
  /(?:^|\.)(?:(?:is_?)?(?:up|ok|okay|success|successful|healthy|alive|available|reachable|online|passed|passing|good|connected|running|operational)|heartbeat\.status)$/i;
const YES = new Set(['1', 'true', 'yes', 'on']);
const NO = new Set(['0', 'false', 'no', 'off']);

/** Whatever says that it is over says so at once; a whole text is looked at no further. */
const LONGEST_STATE = 500;

const folded = new Map<readonly string[], ReadonlySet<string>>();

function foldedOf(words: readonly string[]): ReadonlySet<string> {
  const known = folded.get(words) ?? new Set(words.map(asSaid));
  if (words === END_WORDS) folded.set(words, known);
  return known;
}

/**
 * Whether a state says that the alarm is over; width, case, brackets and full stops make no difference, nor what it is
 * said of. What is asked, by the name of the field, decides what yes and no mean, unless somebody listed other words.
 */
export function isEndWord(written: string, words: readonly string[] = END_WORDS, asked = ''): boolean {
  const known = foldedOf(words);
  const state = written.slice(0, LONGEST_STATE);
  const said = asSaid(state);
  if (said === '') return false;
  if (known.has('ok') && ASKS_HEALTH.test(asked)) {
    if (YES.has(said)) return true;
    if (NO.has(said)) return false;
  }
  if (known.has(said)) return true;
  const isWord = (word: string | undefined) => word !== undefined && !BARE.has(word) && known.has(word);
  const text = plain(state).trim();
  const aside = ASIDE.exec(text);
  if (aside) {
    const inside = (aside[1] ?? '').trim();
    if (NOW.test(inside)) return isWord(asSaid(inside.replace(NOW, '')));
    if (isWord(asSaid(text.slice(0, aside.index)))) return true;
  }
  const opening = OPENS_WITH.exec(text);
  if (opening) return isWord(opening[1] ?? opening[2]);
  return isWord(said.replace(SAID_OF, '')) || isWord(SAID_IN_JAPANESE.exec(said)?.[1]);
}
