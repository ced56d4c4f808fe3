import { expect, test } from 'vitest';
import { composeMessage } from './compose-message.ts';

const composed = (language: 'ja' | 'en', name: string, demo: boolean) =>
  composeMessage({
    language,
    subjectKind: 'incident',
    subject: '#3 送水ポンプ停止',
    others: [],
    organisation: { name, timeZone: 'Asia/Tokyo', demo },
    waitSeconds: 300,
    answerUrl: 'https://sonae.example.jp/a/x',
    detailsUrl: 'https://sonae.example.jp/respond/incidents/1',
    until: Temporal.Instant.from('2026-11-24T00:00:00Z'),
    code: '1234',
  });

test.each([
  ['ja', 'みなと水道サービス（デモ）', true, 'みなと水道サービス（デモ）'],
  ['en', 'Harbour Water (demo)', true, 'Harbour Water (demo)'],
  ['ja', 'みなと水道サービス', true, 'みなと水道サービス（デモ）'],
  ['en', 'Harbour Water', true, 'Harbour Water (demo)'],
  ['ja', 'みなと水道局', false, 'みなと水道局'],
] as const)('%s: a demonstration is said once – %s (%s)', (language, name, demo, said) => {
  const { text, html } = composed(language, name, demo);
  expect(text.split('\n')[1]?.endsWith(said)).toBe(true);
  expect(html.split(said)).toHaveLength(2);
});

test('a page is punctuated as its language is, and asks for one thing', () => {
  expect(composed('ja', 'みなと水道局', false).text).toContain('組織：みなと水道局');
  expect(composed('en', 'Harbour Water', false).text).toContain('Organisation: Harbour Water');
  expect(composed('ja', 'みなと水道局', false).subject).toBe('【呼び出し】#3 送水ポンプ停止');
});
