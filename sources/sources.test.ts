import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertmanager } from './alertmanager/index.ts';
import { generic, genericSettings } from './generic/index.ts';
import { joinPath, readPath, splitPath } from './generic/path.ts';

const now = Temporal.Instant.from('2026-11-20T00:00:00Z');
const fixture = (name: string): string =>
  fs.readFileSync(path.join(import.meta.dirname, '../test/fixtures/alerts', name), 'utf8');
const v2 = (...alerts: unknown[]) => alertmanager.parse(JSON.stringify(alerts), {}, now);

describe('alertmanager', () => {
  test('a real webhook of version 4', () => {
    const { alerts, rejected } = alertmanager.parse(fixture('prometheus_v4_alert.json'), {}, now);
    expect(rejected).toEqual([]);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({
      state: 'firing',
      title: 'No things for over 10 minutes',
      severity: 'critical',
      expiresAt: undefined,
    });
    expect(alerts[0]?.startsAt?.toString()).toBe('2017-08-03T19:17:37.804Z');
  });

  test('in the v2 API the end decides, and a missing one means a time-out', () => {
    const { alerts } = v2(
      { labels: { a: '1' }, endsAt: '2026-11-19T23:59:00Z' },
      { labels: { a: '2' }, endsAt: '2026-11-20T00:04:00Z' },
      { labels: { a: '3' } },
    );
    expect(alerts.map(({ state, expiresAt }) => [state, expiresAt?.toString()])).toEqual([
      ['resolved', undefined],
      ['firing', '2026-11-20T00:04:00Z'],
      ['firing', '2026-11-20T00:05:00Z'],
    ]);
  });

  test('the good alerts of a malformed batch are taken, each bad one is named with its index and reason', () => {
    const { alerts, rejected } = v2(
      { labels: { a: '1' } },
      null,
      { labels: {} },
      { labels: { 'bad-name': 'x' } },
      { labels: { a: 1 } },
      { labels: { a: '2' }, startsAt: 'yesterday' },
      { labels: { a: '3' }, startsAt: '2026-11-20T00:00:00Z', endsAt: '2026-11-19T00:00:00Z' },
      { labels: { a: '4' }, annotations: [] },
      { labels: { a: '5', empty: '' } },
    );
    expect(alerts.map(({ labels }) => labels)).toEqual([{ a: '1' }, { a: '5' }]);
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { reason } of rejected) expect(reason.ja && reason.en).toBeTruthy();
  });

  test('times outside the years 1 to 9999 are named, not passed on', () => {
    const { alerts, rejected } = v2(
      { labels: { a: '1' }, endsAt: '+200000-01-01T00:00:00Z' },
      { labels: { a: '2' }, startsAt: '0000-01-01T00:00:00Z' },
      { labels: { a: '3' } },
    );
    expect(alerts).toHaveLength(1);
    expect(rejected.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('what is no list of alerts is refused whole', () => {
    for (const body of ['{', '"x"', '{}', 'null', '{"alerts": 3}']) {
      expect(() => alertmanager.parse(body, {}, now)).toThrow(expect.objectContaining({ code: 'malformed' }));
    }
  });

  test('any JSON whatever is either taken or named, never a crash', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        const { alerts, rejected } = alertmanager.parse(JSON.stringify(list), {}, now);
        expect(alerts.length + rejected.length).toBe(list.length);
      }),
    );
  });
});

describe('generic', () => {
  const settings = genericSettings.parse({
    title: 'check_name',
    severity: 'importance_level',
    state: 'current_state',
    startsAt: 'state_changed_timestamp',
    url: 'check_params.full_url',
    labels: { check: 'check_id', place: 'first_probe.location' },
  });

  test('a real check that goes down and up again is one signal', () => {
    const down = generic.parse(fixture('pingdom_down.json'), settings, now).alerts[0];
    const up = generic.parse(fixture('pingdom_up.json'), settings, now).alerts[0];
    expect(down).toMatchObject({
      state: 'firing',
      title: 'Alerta API on OpenShift',
      severity: 'HIGH',
      labels: { check: '803318', place: 'Strasbourg 5, France' },
    });
    expect(down?.startsAt?.toString()).toBe('2017-06-30T22:25:43Z');
    expect(up?.state).toBe('resolved');
  });

  test('numbers beyond 2^53 survive as written', () => {
    const body = '{"name":"x","id":9007199254740993,"value":1.10,"big":12345678901234567890123}';
    const { alerts } = generic.parse(
      body,
      { title: 'name', labels: { id: 'id', value: 'value', big: 'big' } },
      now,
    );
    expect(alerts[0]?.labels).toEqual({
      id: '9007199254740993',
      value: '1.10',
      big: '12345678901234567890123',
    });
  });

  test('a list inside: each element that lacks its title is named', () => {
    const body = JSON.stringify({ data: { items: [{ t: 'a', h: 1 }, { h: 2 }, { t: 'c', h: 3 }] } });
    const { alerts, rejected } = generic.parse(
      body,
      { list: 'data.items', title: 't', labels: { h: 'h' } },
      now,
    );
    expect(alerts.map(({ title }) => title)).toEqual(['a', 'c']);
    expect(rejected.map(({ index }) => index)).toEqual([1]);
  });
});

describe('paths', () => {
  test('any name survives joining and splitting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1 }).filter((p) => joinPath(p) !== ''),
        (parts) => {
          expect(splitPath(joinPath(parts))).toEqual(parts);
        },
      ),
    );
  });
  test('only own properties are read', () => {
    expect(readPath({}, 'constructor.name')).toBeUndefined();
    expect(readPath({ a: [{ 'b.c': 1 }] }, 'a.0.b\\.c')).toBe(1);
  });
});
