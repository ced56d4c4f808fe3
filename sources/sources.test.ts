import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertmanager } from './alertmanager/index.ts';
import { structured } from './generic/cloud-events.ts';
import { generic, genericSettings } from './generic/index.ts';
import { joinPath, splitPath } from './generic/path.ts';
import { asText, readJson, valueAt } from './generic/read-json.ts';
import { SOURCES } from './registry.ts';

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

  test('an alert that names itself is taken whatever is odd about it, and what is odd is said', () => {
    const { alerts, rejected } = v2(
      {
        labels: {
          alertname: '浄水場 濁度高',
          severity: 'critical',
          'service.name': 'intake',
          機器: '1号',
          '': 'x',
        },
      },
      { labels: { 'bad-name': 'x', '🌊': 'y' } },
      { labels: { a: '1' }, annotations: null },
      { labels: { a: '2' }, annotations: { summary: null, n: 3 } },
      { labels: { a: 3, b: true, gone: null } },
      { labels: { a: '4' }, startsAt: 'yesterday' },
      { labels: { a: '5' }, startsAt: '2026-11-20T00:00:00Z', endsAt: '2026-11-19T00:00:00Z' },
      { labels: { a: '6' }, annotations: [] },
      { labels: {}, annotations: { summary: '送水ポンプ停止' } },
      { labels: { a: '7', empty: '' } },
      { labels: { a: '8' }, startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T00:00:00Z' },
    );
    expect(rejected).toEqual([]);
    expect(alerts.map(({ labels, remarks = [] }) => [labels, remarks.length])).toEqual([
      [{ alertname: '浄水場 濁度高', severity: 'critical', 'service.name': 'intake', 機器: '1号' }, 0],
      [{ 'bad-name': 'x', '🌊': 'y' }, 0],
      [{ a: '1' }, 0],
      [{ a: '2' }, 1],
      [{ a: '3', b: 'true' }, 1],
      [{ a: '4' }, 1],
      [{ a: '5' }, 1],
      [{ a: '6' }, 1],
      [{ alertname: '送水ポンプ停止' }, 1],
      [{ a: '7' }, 0],
      [{ a: '8' }, 2],
    ]);
    for (const { remarks = [] } of alerts) for (const { ja, en } of remarks) expect(ja && en).toBeTruthy();
    expect(alerts[6]?.remarks?.[0]?.en).toContain('2026-11-19T00:00:00Z');
  });

  test('only what names nothing at all is refused, by its index, with the reason', () => {
    const { alerts, rejected } = v2(
      { labels: { a: '1' } },
      null,
      { labels: {} },
      7,
      { labels: { a: '' } },
      [],
    );
    expect(alerts).toHaveLength(1);
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
    for (const { reason } of rejected) expect(reason.ja && reason.en).toBeTruthy();
  });

  test('an end is an end, also where the clocks of the sender differ', () => {
    const webhook = {
      status: 'resolved',
      labels: { a: '1' },
      startsAt: '2026-11-20T00:00:05Z',
      endsAt: '2026-11-20T00:00:00Z',
    };
    const { status: _, ...direct } = webhook;
    const read = (body: unknown) => alertmanager.parse(JSON.stringify(body), {}, now).alerts[0];
    expect([read({ alerts: [webhook] })?.state, read([direct])?.state]).toEqual(['resolved', 'resolved']);
    // It is over when it says so, and goes on when it says that.
    expect(read({ alerts: [{ ...webhook, status: 'firing' }] })?.state).toBe('firing');
  });

  test('one alert by itself, or one where the list should be, is taken', () => {
    const alert = { status: 'firing', labels: { a: '1' } };
    for (const body of [alert, [alert], { alerts: alert }, { alerts: [alert] }])
      expect(alertmanager.parse(JSON.stringify(body), {}, now).alerts).toHaveLength(1);
    expect(
      alertmanager.parse(JSON.stringify({ labels: { a: '1' } }), {}, now).alerts[0]?.expiresAt?.toString(),
    ).toBe('2026-11-20T00:05:00Z');
  });

  test('what the sender left out is said, and how many', () => {
    const body = { version: '4', truncatedAlerts: 7, alerts: [{ status: 'firing', labels: { a: '1' } }] };
    const { alerts, remarks } = alertmanager.parse(JSON.stringify(body), {}, now);
    expect([remarks?.[0]?.en, alerts[0]?.remarks?.[0]?.ja]).toEqual([
      expect.stringContaining('7'),
      expect.stringContaining('7'),
    ]);
    for (const truncatedAlerts of [0, undefined, null, 'x', -1])
      expect(alertmanager.parse(JSON.stringify({ ...body, truncatedAlerts }), {}, now).remarks).toEqual([]);
  });

  test('a source may have a limit after which silence is silence', () => {
    const body = JSON.stringify({
      alerts: [
        { status: 'firing', labels: { a: '1' } },
        { status: 'resolved', labels: { a: '2' } },
      ],
    });
    const expiries = (settings: object) =>
      alertmanager.parse(body, { ...settings }, now).alerts.map(({ expiresAt }) => expiresAt?.toString());
    expect(expiries({})).toEqual([undefined, undefined]);
    expect(expiries({ silenceMinutes: 90 })).toEqual(['2026-11-20T01:30:00Z', undefined]);
  });

  test('times outside the years 1 to 9999 are unknown, not passed on', () => {
    const { alerts, rejected } = v2(
      { labels: { a: '1' }, endsAt: '+200000-01-01T00:00:00Z' },
      { labels: { a: '2' }, startsAt: '0000-01-01T00:00:00Z' },
      { labels: { a: '3' } },
    );
    expect([alerts.length, rejected.length]).toEqual([3, 0]);
    expect(alerts.map(({ remarks = [] }) => remarks.length)).toEqual([1, 1, 0]);
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
      genericSettings.parse({ title: 'name', labels: { id: 'id', value: 'value', big: 'big' } }),
      now,
    );
    expect(alerts[0]?.labels).toEqual({
      id: '9007199254740993',
      value: '1.10',
      big: '12345678901234567890123',
    });
  });

  test('a list inside: what lacks its title goes by its labels, what lacks both is named', () => {
    const body = JSON.stringify({ data: { items: [{ t: 'a', h: 1 }, { h: 2 }, { t: 'c' }, { x: 3 }] } });
    const mapping = genericSettings.parse({ list: 'data.items', title: 't', labels: { h: 'h' } });
    const { alerts, rejected } = generic.parse(body, mapping, now);
    expect(alerts.map(({ title, labels, remarks = [] }) => [title, labels, remarks.length])).toEqual([
      ['a', { h: '1' }, 0],
      ['2', { h: '2' }, 1],
      ['c', { title: 'c' }, 1],
    ]);
    expect(rejected.map(({ index }) => index)).toEqual([3]);
  });

  const stateOf = (state: unknown, more: object = {}) =>
    generic.parse(
      JSON.stringify({ t: 'x', s: state }),
      genericSettings.parse({ title: 't', state: 's', labels: { t: 't' }, ...more }),
      now,
    ).alerts[0]?.state;

  test.each([
    'resolved', 'Closed', 'CANCELED', 'cancelled', 'RECOVERY', '[RESOLVED]', 'normal', 'cleared', 'Cleared.', 'ＯＫ',
    '復旧', '【復旧】', '正常', '解消', '解除', 0, '0', false, 'FALSE', ' ok ',
  ])('%s is the end', (state) => expect(stateOf(state)).toBe('resolved')); // biome-ignore format: one look

  test.each([
    'firing', 'problem', 'not ok', 'abnormal', '異常', '未復旧', '復旧作業中', '1', 1, true, '', null, 'open', 'down', '10', 'notok',
  ])('%s is not', (state) => expect(stateOf(state)).toBe('firing')); // biome-ignore format: one look

  test('words that were chosen hold instead', () => {
    expect([stateOf('2', { resolvedValues: ['2'] }), stateOf('ok', { resolvedValues: ['2'] })]).toEqual([
      'resolved',
      'firing',
    ]);
  });

  test('JSON within a text is reached, so that an alarm and its end are one signal', () => {
    const told = (state: string) =>
      generic.parse(
        JSON.stringify({
          Type: 'Notification',
          Message: JSON.stringify({ AlarmName: 'cpu', NewStateValue: state }),
        }),
        genericSettings.parse({
          title: 'Message.AlarmName',
          state: 'Message.NewStateValue',
          labels: { alarm: 'Message.AlarmName' },
        }),
        now,
      ).alerts[0];
    expect([told('ALARM'), told('OK')]).toMatchObject([
      { state: 'firing', labels: { alarm: 'cpu' } },
      { state: 'resolved', labels: { alarm: 'cpu' } },
    ]);
    const list = genericSettings.parse({ list: 'Message', title: 't', labels: { t: 't' } });
    const body = JSON.stringify({ Message: JSON.stringify([{ t: 'a' }, { t: 'b' }]) });
    expect(generic.parse(body, list, now).alerts.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  test('a time that cannot be read does not lose the alarm', () => {
    const read = (at: unknown, more: object = {}) =>
      generic.parse(
        JSON.stringify({ t: 'x', at }),
        genericSettings.parse({ title: 't', startsAt: 'at', labels: { t: 't' }, ...more }),
        now,
      ).alerts[0];
    expect(read('soon')).toMatchObject({ title: 'x', startsAt: undefined, remarks: [{}] });
    expect(read(1_767_604_087.5)?.startsAt?.toString()).toBe('2026-01-05T09:08:07.5Z');
    expect(read('2026-01-05 09:08:07')?.startsAt).toBeUndefined();
    expect(read('2026-01-05 09:08:07', { timeZone: 'Asia/Tokyo' })?.startsAt?.toString()).toBe(
      '2026-01-05T00:08:07Z',
    );
  });

  test('an event in binary mode reads like one in structured mode; what every event must have is asked for', () => {
    const headers = {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': '7',
      'ce-source': '/pump',
      'ce-type': 'alarm',
      'ce-subject': '%E3%83%9D%E3%83%B3%E3%83%97',
    };
    const mapping = genericSettings.parse({ title: 'subject', labels: { n: 'data.n' } });
    const whole = generic.parse(structured(headers, '{"n":9007199254740993}'), mapping, now).alerts[0];
    expect(whole).toMatchObject({ title: 'ポンプ', labels: { n: '9007199254740993' } });
    expect(whole?.remarks).toBeUndefined();
    const { 'ce-id': _, ...lacking } = headers;
    expect(generic.parse(structured(lacking, '{"n":1}'), mapping, now).alerts[0]?.remarks?.[0]?.en).toContain(
      'id',
    );
    expect(structured({ 'content-type': 'application/json' }, '{"n":1}')).toBe('{"n":1}');
    expect(JSON.parse(structured({ ...headers, 'content-type': 'text/plain' }, 'down')).data).toBe('down');
  });
});

describe('lists of names and values', () => {
  const body = readJson(`{
    "tags": [{"key": "env", "value": "prod"}, {"key": "host", "value": "db1"}, {"key": "n", "value": 9007199254740993}],
    "Trigger": {"Dimensions": [{"name": "QueueName", "value": "orders"}]},
    "Tags": [{"Key": "team.name", "Value": "core"}, {"Key": "none", "Value": null}],
    "hosts": [{"name": "web", "ip": "192.0.2.1"}],
    "wrapped": "[{\\"key\\": \\"site\\", \\"value\\": \\"north\\"}]",
    "plain": ["a", "b", null, 7],
    "numbered": [{"key": "1", "value": "one"}, {"key": "0", "value": "zero"}]
  }`);
  test.each([
    ['tags.host', 'db1'],
    ['tags.env', 'prod'],
    ['tags.n', '9007199254740993'],
    ['tags.0.value', 'prod'],
    ['Trigger.Dimensions.QueueName', 'orders'],
    ['Tags.team\\.name', 'core'],
    ['hosts.web.ip', '192.0.2.1'],
    ['wrapped.site', 'north'],
    ['plain.1', 'b'],
    // A position is a position where there is one.
    ['numbered.1.key', '0'],
  ])('%s is %s, wherever it stands', (path, text) => expect(asText(valueAt(body, path))).toBe(text));

  test.each([
    'tags.none',
    'tags.length',
    'tags.constructor',
    'plain.a',
    'plain.9',
    'Tags.none',
    'tags.value',
  ])('%s is nothing', (path) => expect(asText(valueAt(body, path))).toBeUndefined());
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
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
    expect(valueAt({ a: [{ 'b.c': 1 }] }, 'a.0.b\\.c')).toBe(1);
  });
});

describe('what a source says of how it is set up', () => {
  test.each(SOURCES.map((kind) => [kind.id, kind] as const))(
    '%s: texts to be copied, each with the key, and one to be tried from a terminal',
    (_, { setUp, paths }) => {
      const texts = setUp('https://sonae.example.jp', 'sns_key');
      for (const { title, text } of texts) {
        expect(text).toContain('sns_key');
        expect(title.ja && title.en).toBeTruthy();
      }
      const [curl, ...more] = texts.filter(({ text }) => text.startsWith('curl '));
      expect(more).toEqual([]);
      expect(paths.some((path) => curl?.text.includes(`https://sonae.example.jp${path} `))).toBe(true);
      // Every line but the last goes on.
      for (const line of curl?.text.split('\n').slice(0, -1) ?? []) expect(line.endsWith(' \\')).toBe(true);
    },
  );

  test('what the terminal sends is taken', () => {
    for (const { setUp, parse, settings } of SOURCES) {
      const sample = /-d '(.*)'/.exec(
        setUp('https://x', 'k')
          .map(({ text }) => text)
          .join('\n'),
      )?.[1];
      if (sample === undefined) continue;
      const { alerts, rejected } = parse(
        sample,
        settings.parse({}),
        Temporal.Instant.from('2026-11-29T00:00:00Z'),
      );
      expect([alerts.length, rejected]).toEqual([1, []]);
    }
  });
});
