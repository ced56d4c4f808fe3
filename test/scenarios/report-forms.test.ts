import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printForm } from '../../areas/respond/reports/forms/print-form.ts';
import type { Body } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

let stage: Stage;
let reportId: string;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('commander', 'commander');
  await stage.declare('commander', { title: '認証の停止', severity: 4, situation: 'ddos', page: false });
  await stage.call('commander', 'POST /api/respond/incidents/:id/times', {
    which: 'recognised',
    at: stage.house.clock.now().toString(),
  });
  await stage.call('commander', 'POST /api/respond/incidents/:id/reports', { regime: 'police' });
  const { reports } = await stage.call('commander', 'GET /api/respond/incidents/:id/reports');
  reportId = reports[0]?.id ?? '';
});
afterEach(() => stage.close());

const form = () =>
  stage.call('commander', 'GET /api/respond/reports/:id/form', undefined, {
    id: reportId,
  });
const field = async (key: string) => (await form()).fields.find((each) => each.key === key);
const keep = (body: Body<'PUT /api/respond/reports/:id/form'>) =>
  stage.call('commander', 'PUT /api/respond/reports/:id/form', body, { id: reportId });

test('a form is filled from the record and from what somebody answers; what is missing is named', async () => {
  await stage.call('commander', 'POST /api/respond/incidents/:id/timeline', {
    text: '通信を振り分けた',
    is: 'response',
  });
  expect((await form()).form).toBe('ddos');
  expect(await field('title')).toMatchObject({ value: '認証の停止', from: 'record', missing: false });
  expect((await field('responses'))?.value).toContain('通信を振り分けた');
  expect(await field('target')).toMatchObject({ value: '', missing: true });
  await keep({ form: 'ddos', answers: { target: 'auth.example.jp', title: '認証サービスの停止（DDoS）' } });
  expect(await field('target')).toMatchObject({ value: 'auth.example.jp', missing: false });
  expect(await field('title')).toMatchObject({ value: '認証サービスの停止（DDoS）', from: 'answer' });
  await keep({ form: 'ddos', answers: { title: '' } });
  expect(await field('title')).toMatchObject({ value: '認証の停止', from: 'record' });
  await expect(keep({ form: 'ddos', answers: { note: '身代金' } })).rejects.toMatchObject({
    details: { fields: [{ field: 'answers.note' }] },
  });
});

test('what went out does not change any more, whatever the record says afterwards', async () => {
  await keep({ form: 'ddos', answers: { target: 'auth.example.jp' } });
  await stage.call(
    'commander',
    'POST /api/respond/reports/:id/submit',
    { text: '電話でも伝えた', receipt: 'R-1' },
    { id: reportId },
  );
  await stage.call('commander', 'PUT /api/respond/incidents/:id', {
    title: '別の題',
    severity: 4,
    seen: { title: '認証の停止', severity: 4 },
  });
  expect(await form()).toMatchObject({ frozen: true });
  expect((await field('title'))?.value).toBe('認証の停止');
  expect((await field('target'))?.value).toBe('auth.example.jp');
  await expect(keep({ form: 'ddos', answers: {} })).rejects.toMatchObject({ code: 'conflict' });
});

test('it leaves as a workbook, as pages and as data, with what is not known said to be so', async () => {
  await keep({ form: 'ddos', answers: { target: '=HYPERLINK("x")' } });
  const context = stage.context('commander');
  const data = JSON.parse(Buffer.from(await printForm(context, reportId, 'json', 'ja')).toString()) as {
    form: string;
    fields: { key: string; value: string | null }[];
  };
  expect(data).toMatchObject({ form: 'ddos', regime: 'police', stage: 'first' });
  expect(data.fields.find(({ key }) => key === 'peak')?.value).toBeNull();
  const rows = await readSheet(Buffer.from(await printForm(context, reportId, 'xlsx', 'ja')));
  expect(rows.map(([name]) => name)).toContain('攻撃の手法');
  expect(rows.find(([name]) => name === '攻撃の手法')?.[1]).toBe('（未確認・追って報告）');
  // Its cells are texts, which no spreadsheet takes for formulas: the answer stands there as it was written.
  expect(rows.find(([name]) => name === '攻撃対象（サービス・アドレス）')?.[1]).toBe('=HYPERLINK("x")');
  const pdf = Buffer.from(await printForm(context, reportId, 'pdf', 'en'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
