import { expect, test } from 'vitest';
import { fillIn } from '../../../../../kernel/text.ts';
import { agentName } from './agent.ts';

const MOZILLA = 'Mozilla/5.0';
test.each([
  [`${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Linux', 'Chrome（Linux）'],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0`, 'Microsoft Edge on Windows', 'Microsoft Edge（Windows）'],
  [`${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari on iPhone', 'Safari（iPhone）'],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0`, 'Firefox on macOS', 'Firefox（macOS）'],
  ['curl/8.5.0', 'curl', 'curl'],
  ['', '', ''],
])('%s is called %s', (agent, english, japanese) => {
  expect(agentName(agent, (text, values) => fillIn(text.en, values))).toBe(english);
  expect(agentName(agent, (text, values) => fillIn(text.ja, values))).toBe(japanese);
}); // biome-ignore format: a table
