import { expect, test } from 'vitest';
import { readMatcher } from './matchers.ts';

test.each([
  ['alertname="Down"', { name: 'alertname', value: 'Down', not: false, pattern: false }],
  ['alertname=Down', { name: 'alertname', value: 'Down', not: false, pattern: false }],
  ['{host=~"db.*"}', { name: 'host', value: 'db.*', not: false, pattern: true }],
  ['host!~"a|b"', { name: 'host', value: 'a|b', not: true, pattern: true }],
  ['機器 != "1号"', { name: '機器', value: '1号', not: true, pattern: false }],
  ['"service.name"="in\\"take"', { name: 'service.name', value: 'in"take', not: false, pattern: false }],
  ['host=""', { name: 'host', value: '', not: false, pattern: false }],
])('%s', (text, matcher) => expect(readMatcher(text)).toEqual(matcher));

test.each(['', 'Down', '="x"', 'a="b', '{}'])('%s is none', (text) =>
  expect(readMatcher(text)).toBeUndefined(),
);
