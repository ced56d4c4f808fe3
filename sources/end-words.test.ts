import { expect, test } from 'vitest';
import { isEndWord } from './end-words.ts';

test.each([
  'Recovered',
  'Warn Recovered',
  'No Data Recovered',
  'incident.resolved',
  'incident.resolve',
  'ALARM_CLEARED',
  'alert_resolved',
  'Up (was: Down)',
  'Down ended (now: Up)',
  'Deactivated',
  'RESOLVED: web',
  '[RESOLVED] web',
  'Resolved in 5m 3s: web',
  'OK - 3 hosts',
  '【復旧】ポンプ3号',
  '✅ Resolved',
  '"OK"',
  'Status: OK',
  'OK (200)',
  'auto-resolved',
  'Back to normal',
  '復帰',
  '正常化しました',
  '障害復旧',
  '障害が復旧しました',
  '警報解除',
  '復旧完了',
  '回復通知',
  '解決済み',
  '正常に復帰しました。',
  'NORMAL(復旧)',
])('%s says that it is over', (state) => expect(isEndWord(state)).toBe(true));

test.each([
  'Problem: web',
  'not ok',
  'unresolved',
  'Resolved?',
  '!ok',
  'Down (was: Up)',
  'previous_state: ok',
  'ok→critical',
  'recovery failed',
  'Recovery: failed',
  'Closed: breaker 3',
  'service off',
  'Resolver: timeout',
  'Ok Computer: down',
  'up to 90 % full',
  '復旧中',
  '未復旧',
  '復旧見込み',
  '復旧：未定',
  '解除失敗',
  '未解決',
  '異常は解消していません',
  '正常ではない',
  'Insufficient data',
  'acknowledged',
  '1',
  '',
])('%s does not', (state) => expect(isEndWord(state)).toBe(false));

test.each([
  ['success', 'false', false],
  ['success', 'true', true],
  ['data.is_up', '0', false],
  ['monitor.healthy', 'True', true],
  ['heartbeat.status', '0', false],
  ['heartbeat.status', '1', true],
  ['service.status', '0', true],
  ['firing', 'false', true],
  ['active', 'true', false],
  ['backup', '0', true],
  ['status', '1', false],
])('%s: %s – whether it is over: %s', (asked, state, over) =>
  expect(isEndWord(state, undefined, asked)).toBe(over),
);

test('a list that somebody made says itself what it means', () => {
  expect(isEndWord('0', ['0'], 'up')).toBe(true);
  expect(isEndWord('resolved', ['2'])).toBe(false);
  expect(isEndWord('状態：２', ['2'])).toBe(false);
});

test('a text of any length is looked at in no time', () => {
  for (const each of [' ', '(', '（ok', '- ', '障害', '['])
    expect(isEndWord(`x${each.repeat(200_000)}`)).toBe(false);
});
