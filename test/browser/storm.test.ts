import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, clock, context, house, open, page, SHOTS } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const shoot = (screen: Page, name: string) =>
  screen.screenshot({ path: `${SHOTS}/storm-${name}.png`, fullPage: true });

/** Nothing to scroll sideways for, nothing that a reader of screens could not follow. */
async function readsWell(screen: Page, name: string): Promise<void> {
  await arrived(screen);
  expect(await flawsOn(screen, `storm-${name}`, { fullPage: true })).toEqual([]);
}

test('a storm, what was refused, and what is left at the end read well on every screen', async () => {
  await begin();
  const post = async (path: string, data: unknown): Promise<Record<string, unknown>> => {
    const answer = await context.request.post(`${base}${path}`, { data, headers: { origin: base } });
    expect([path, answer.ok()]).toEqual([path, true]);
    return answer.json();
  };
  const { key } = await post('/api/detect/sources', { kind: 'alertmanager', name: '監視' });
  await post('/api/respond/rules', {
    name: '停止',
    matchers: [{ field: 'alertname', operator: 'is', values: ['ポンプ停止'] }],
    groupBy: ['instance'],
    severity: 2,
    page: true,
    enabled: true,
  });
  const send = async (data: unknown) =>
    context.request.post(`${base}/in/alertmanager`, { data, headers: { authorization: `Bearer ${key}` } });
  await send(
    Array.from({ length: 60 }, (_, n) => ({
      labels: { alertname: 'ポンプ停止', instance: `h${n}`, severity: 'warning' },
      startsAt: '2026/01/05 18:08:07',
    })),
  );
  await send([{ annotations: { note: 'x' } }, { labels: {} }]);
  clock.advance({ seconds: 2 });
  const storm = async (): Promise<{ incidentId: string; groups: number } | undefined> =>
    (await (await context.request.get(`${base}/api/respond/storms`)).json()).storms[0];
  await house.until(async () => (await storm())?.groups === 50);
  const { incidentId = '' } = (await storm()) ?? {};

  const [english, en] = await open('en-GB', PHONE);
  await english.addCookies(await context.cookies());
  const [phone, ja] = await open('ja-JP', PHONE);
  await phone.addCookies(await context.cookies());
  for (const [screen, name] of [
    [page, 'ja'],
    [ja, 'ja-phone'],
    [en, 'en-phone'],
  ] as const) {
    await screen.goto(`${base}/`);
    await screen
      .getByText(/50組・50件|50 alarms (in|grouped into) 50/)
      .first()
      .waitFor();
    await readsWell(screen, `${name}-now`);
    await screen.goto(`${base}/respond/incidents/${incidentId}?tab=command`);
    await screen
      .getByText(/50組・50件|50 alarms (in|grouped into) 50/)
      .first()
      .waitFor();
    await readsWell(screen, `${name}-room`);
    // The word of the storm is on the first screen, whatever else calls.
    expect(await screen.locator('.strip-page').count()).toBeLessThan(6);
  }
  await ja.goto(`${base}/settings/sources`);
  await ja.getByText('監視', { exact: true }).click();
  await ja
    .getByText(/labels も件名もない/)
    .first()
    .waitFor();
  await readsWell(ja, 'ja-phone-refused');
  await en.goto(`${base}/respond/rules`);
  await en.getByText('Storm threshold: 10 in 10 min').waitFor();
  await readsWell(en, 'en-phone-rules');

  await ja.goto(`${base}/respond/incidents/${incidentId}?tab=command`);
  await ja.getByRole('button', { name: '個別のインシデントに分割' }).click();
  await shoot(ja, 'ja-phone-undo');
  await ja
    .getByRole('button', { name: /個別のインシデントに分割|実行|はい/ })
    .last()
    .click();
  clock.advance({ seconds: 2 });
  await ja.getByText('個別のインシデントに分割しました（50/50組）').waitFor();
  await readsWell(ja, 'ja-phone-undone');

  await post(`/api/respond/incidents/${incidentId}/inquiries`, {
    cameFrom: '報道',
    question: '断水は続くか',
  });
  await post(`/api/respond/incidents/${incidentId}/resolve`, { note: '' });
  // On a telephone the act that comes next is behind the button of all acts.
  for (const [screen, name, more, label] of [
    [ja, 'ja-phone', 'その他', /^終了/],
    [en, 'en-phone', 'More', /^Close/],
  ] as const) {
    await screen.goto(`${base}/respond/incidents/${incidentId}?tab=command`);
    await arrived(screen);
    await screen.getByRole('button', { name: more }).first().click();
    await screen.locator('.room-more').getByRole('button', { name: label }).first().click();
    await screen
      .getByText(/断水は続くか/)
      .first()
      .waitFor();
    await shoot(screen, `${name}-close`);
  }
  await english.close();
  await phone.close();
});
