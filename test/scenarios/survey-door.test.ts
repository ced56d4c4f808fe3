import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../../areas/survey/doors/open-door.ts';
import { doorOpened } from '../../areas/survey/doors/schema.ts';
import { askQuestion } from '../../areas/survey/intake/ask-question.ts';
import { judgeReport } from '../../areas/survey/intake/judge-report.ts';
import { lookAtReport } from '../../areas/survey/intake/look-at-report.ts';
import { BASE_URL, TestHouse } from '../house.ts';
import { sentAsIs } from '../plain-form.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function page(url: string, sent?: Record<string, readonly string[]>) {
  const http = house.assembly.http;
  if (!http) throw new Error('no server');
  const payload = new URLSearchParams(
    Object.entries(sent ?? {}).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const headers = {
    'accept-language': 'ja',
    ...(sent && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const reply = await http.inject({
    method: sent ? 'POST' : 'GET',
    url,
    headers,
    ...(sent && { payload: payload.toString() }),
  });
  return { status: reply.statusCode, html: reply.body };
}

test('an operator without an account saves, hands in, answers and follows up by one link, and loses nothing typed', async () => {
  const orgId = await house.organisation('国の調査室');
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { link, reportId } = await openDoor(
    ctx,
    doorOpened.parse({ name: '佐藤 花子', email: 'sato@example.jp' }),
  );
  const url = link.replace(BASE_URL, '');
  const first = await page(url);
  expect(first).toMatchObject({ status: 200, html: expect.stringContaining('国の調査室') });
  expect(first.html).toContain('提出に必要な項目：事業者名、分野、発生または覚知の日時、事象の類型');

  const typed = {
    ...sentAsIs(first.html, 'act'),
    act: ['save'],
    outline: ['約300台が停止'],
    'operator.name': ['東西電力'],
  };
  const saved = await page(url, typed);
  expect(saved.html).toContain('下書きを保存しました');
  // What was written on an older page does not go over it.
  expect((await page(url, { ...typed, outline: ['上書き'] })).html).toContain(
    '別の画面で先に保存されています',
  );

  const back = await page(url);
  const rest: Record<string, string[]> = {
    ...sentAsIs(back.html, 'act'),
    act: ['submit'],
    sector: ['power'],
    stage: ['first'],
  };
  expect(rest['outline']).toEqual(['約300台が停止']);
  const refused = await page(url, rest);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('事象の類型: 受理に必要な項目です');
  // What could not be handed in is kept.
  const kept = sentAsIs((await page(url)).html, 'act');
  expect(kept['sector']).toEqual(['power']);
  const whole = {
    ...kept,
    act: ['submit'],
    eventType: ['unavailable'],
    'times.noticed.at': ['2026-01-05T09:00'],
    stage: ['first'],
  };
  expect((await page(url, whole)).html).toContain('受理番号は R-0001、第1版です');

  await askQuestion(ctx, reportId, { field: 'times.restored', text: '復旧はいつですか' });
  const asked = await page(url);
  const answer = { ...sentAsIs(asked.html, 'question'), answer: ['翌日の9時頃です'] };
  expect((await page(url, answer)).html).toContain('回答を記録しました');

  const follow = {
    ...sentAsIs((await page(url)).html, 'act'),
    act: ['submit'],
    'effect.machines.low': ['312'],
    stage: ['followUp'],
  };
  expect((await page(url, follow)).html).toContain('第2版です');
  await judgeReport(ctx, reportId, { verdict: 'passed', reason: '', seen: 2 });
  const look = await lookAtReport(ctx, reportId);
  expect(look).toMatchObject({
    number: 1,
    verdict: 'passed',
    openQuestions: 0,
    content: { effect: { machines: { is: 'value', value: { low: 312, high: 312 } } } },
    questions: [{ answer: '翌日の9時頃です', answeredBy: '佐藤 花子' }],
  });
  expect(look.versions[0]?.differences.map(({ path, kind }) => [path, kind])).toEqual([
    ['effect.machines', 'added'],
  ]);
  expect((await page(`${url.slice(0, -3)}abc`)).status).toBe(410);
});
