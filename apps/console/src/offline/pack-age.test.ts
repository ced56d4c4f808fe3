import { describe, expect, test } from 'vitest';
import { markedPast, packAge } from './pack-age.ts';

describe('a pack on a device', () => {
  const EXPIRES = '2026-12-29T03:00:00Z';
  const at = (iso: string) => packAge(EXPIRES, Date.parse(iso));

  test.each([
    ['2026-12-29T02:59:59Z', 'in-date'],
    ['2026-12-29T03:00:00Z', 'past'],
    ['2027-01-12T02:59:59Z', 'past'],
    ['2027-01-12T03:00:00Z', 'forget'],
    ['2027-02-01T00:00:00Z', 'forget'],
  ] as const)('at %s is %s', (now, wanted) => expect(at(now)).toBe(wanted));

  test('kept before dates were noted, it opens as it is', () => {
    expect(packAge(null, Date.parse('2099-01-01T00:00:00Z'))).toBe('in-date');
  });

  test('is marked above everything it says, whatever its page looks like', () => {
    const page = '<!doctype html><html><body class="pack"><h1>持ち出しパック</h1></body></html>';
    const marked = markedPast(page, EXPIRES);
    expect(marked.indexOf('期限切れ')).toBeGreaterThan(marked.indexOf('<body class="pack">'));
    expect(marked.indexOf('期限切れ')).toBeLessThan(marked.indexOf('<h1>'));
    expect(marked).toContain('2026-12-29');
    expect(marked).not.toContain('<script');
    expect(markedPast('<p>x</p>', EXPIRES)).toMatch(/^<div role="alert"/);
  });
});
