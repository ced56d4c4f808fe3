import { expect, test } from 'vitest';
import { momentInWords } from './moment-words.ts';

test('a moment is told by the clock of the place, in the language of who reads, as it was asked', () => {
  const at = Temporal.Instant.from('2026-06-12T15:30:00Z');
  const told = (zone: string, how: Intl.DateTimeFormatOptions) =>
    (['ja', 'en'] as const).map((language) => momentInWords(at, zone, language, how));
  expect(told('Asia/Tokyo', { dateStyle: 'long' })).toEqual(['2026年6月13日', '13 June 2026']);
  expect(told('Asia/Tokyo', { timeStyle: 'short' })).toEqual(['0:30', '00:30']);
  expect(told('UTC', { dateStyle: 'long', timeStyle: 'short' })).toEqual([
    '2026年6月12日 15:30',
    '12 June 2026 at 15:30',
  ]);
});
