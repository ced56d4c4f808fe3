import { describe, expect, test } from 'vitest';
import type { PublicStatus } from '../../../areas/respond/communications/public-status.ts';
import { statusPage } from './status-drawing.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-29T${text}Z`);
const PLACE = {
  files: '/status/x',
  form: '/status/x/subscribe',
  stylesheet: '/status.css',
  addressIn: (language: string) => `?lang=${language}`,
};
const status = (more: Partial<PublicStatus> = {}): PublicStatus => ({
  organisation: 'みなと水道サービス',
  timeZone: 'Asia/Tokyo',
  mark: undefined,
  asOf: at('05:05:00'),
  services: [
    { key: 'tap', name: '水の供給', state: 'stopped', days: [...Array(89).fill('normal'), 'stopped'] },
    { key: 'portal', name: 'A & B <ポータル>', state: 'normal', days: Array(90).fill('normal') },
  ],
  statements: [
    {
      id: '2',
      incident: 'a',
      kind: 'update',
      text: '復旧作業中です\n<b>&',
      services: [],
      at: at('05:00:00'),
      nextUpdateAt: at('05:30:00'),
    },
    {
      id: '1',
      incident: 'a',
      kind: 'start',
      text: '断水しています',
      services: [{ service: 'tap', state: 'stopped' }],
      at: at('04:00:00'),
      nextUpdateAt: null,
    },
    {
      id: '0',
      incident: 'b',
      kind: 'end',
      text: '先月の件',
      services: [],
      at: at('01:00:00'),
      nextUpdateAt: null,
    },
  ],
  ...more,
});

/** Every element that is opened is closed, in order, and every attribute has its value in quotes. */
function wellFormed(html: string): boolean {
  const open: string[] = [];
  const rest = html
    .replace(/^<!doctype html>/, '')
    .replace(/<(\/?)([a-z][\w:-]*)((?: [\w:-]+="[^"<]*")*)( ?\/)?>/gi, (_, end, name, __, alone) => {
      if (end) return open.pop() === name ? '' : '<';
      if (!alone) open.push(name);
      return '';
    });
  return open.length === 0 && !/[<>]/.test(rest.replace(/&#\d+;/g, ''));
}

describe('the public status page', () => {
  test.each(['ja', 'en'] as const)('is well-formed and needs no script, in %s', (language) => {
    for (const each of [status(), status({ statements: [], services: [] })]) {
      const html = statusPage(each, PLACE, language);
      expect(wellFormed(html)).toBe(true);
      expect(html).not.toMatch(/<script|style=| on\w+="/);
    }
  });

  test('says whose it is, as of when by which clock, until when the next word comes, and how each service is', () => {
    const html = statusPage(status(), PLACE, 'ja');
    expect(html).toContain('みなと水道サービス');
    expect(html).toContain('2026年11月29日 14:05 時点（日本標準時）');
    expect(html).toMatch(/次回の更新予定（この時刻まで）：<strong><time[^>]*>2026年11月29日 14:30/);
    expect(html).toMatch(/水の供給.*停止/s);
    expect(html).toContain('過去90日間：一部に影響 0日、停止 1日');
    expect(html).toContain('A &#38; B &#60;ポータル&#62;');
    expect(statusPage(status(), PLACE, 'en')).toContain(
      'As of 29 November 2026 at 14:05 (Japan Standard Time)',
    );
  });

  test('a promise that has passed is said to be late; one that is kept is not', () => {
    expect(statusPage(status(), PLACE, 'ja')).not.toContain('予定時刻を過ぎています');
    expect(statusPage(status({ asOf: at('05:31:00') }), PLACE, 'ja')).toContain('予定時刻を過ぎています');
  });

  test('what goes on stands apart from what is over; each language leads to the other', () => {
    const html = statusPage(status(), PLACE, 'ja');
    expect(html.indexOf('断水しています')).toBeLessThan(html.indexOf('過去90日間の履歴'));
    expect(html.indexOf('先月の件')).toBeGreaterThan(html.indexOf('過去90日間の履歴'));
    expect(html).toContain('<a href="?lang=en" hreflang="en" lang="en">English</a>');
    expect(html).not.toContain('href="?lang=ja"');
  });

  test('with nothing published it says so, and that nothing is wrong', () => {
    const html = statusPage(status({ statements: [], services: [] }), PLACE, 'ja');
    expect(html).toContain('現在、障害情報はありません。');
    expect(html).toContain('この期間に終了した障害はありません。');
  });
});
