import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { listLines } from '../../areas/ledger/list-lines.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { TestHouse } from '../house.ts';

/** A server that failed and recovered fast, twice: the second time somebody is asked whether that could be an attack (C2-B1). */
let house: TestHouse;
let orgId: string;
let key: string;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
  orgId = await house.organisation('みなと水道');
  await addRule(house.system(orgId), {
    name: 'critical',
    matchers: [{ field: '@severity', operator: 'is', values: ['critical'] }],
    groupBy: ['attempt'],
    severity: 1,
    page: false,
    enabled: true,
  });
  ({ key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 'p', settings: {} }));
});
afterEach(() => house.close());

async function fails(service: string, attempt: number, severity: string): Promise<void> {
  const answer = await house.assembly.http?.inject({
    method: 'POST',
    url: '/api/v2/alerts',
    payload: JSON.stringify([
      {
        labels: { alertname: 'StartFailed', severity, service, attempt: String(attempt) },
        annotations: { summary: `start failed ${attempt}` },
      },
    ]),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  expect(answer?.statusCode).toBe(200);
  // New signals are weighed a moment later.
  house.clock.advance({ seconds: 1 });
}

const kinds = async () =>
  (await listLines(house.system(orgId), { limit: 500 })).lines.map(({ kind }) => kind);
const count = async (kind: string) => (await kinds()).filter((each) => each === kind).length;
const incidents = (wanted: number) => house.until(async () => (await count('incident.declared')) === wanted);

test('like faults in two incidents are counted together', async () => {
  await fails('auth', 1, 'critical');
  await incidents(1);
  expect(await count('hypothesis.opened')).toBe(0);
  house.clock.advance({ hours: 30 });
  await fails('auth', 2, 'critical');
  await incidents(2);
  expect(await count('hypothesis.opened')).toBe(1);
});

test('a fault that was too slight for an incident counts; another system’s does not', async () => {
  await fails('auth', 1, 'warning');
  await fails('web', 2, 'critical');
  await incidents(1);
  expect(await count('hypothesis.opened')).toBe(0);
  await fails('auth', 3, 'critical');
  await incidents(2);
  expect(await count('hypothesis.opened')).toBe(1);
});

test('what lies more than a week back does not count', async () => {
  await fails('auth', 1, 'critical');
  await incidents(1);
  house.clock.advance({ hours: 24 * 8 });
  await fails('auth', 2, 'critical');
  await incidents(2);
  expect(await count('hypothesis.opened')).toBe(0);
});
