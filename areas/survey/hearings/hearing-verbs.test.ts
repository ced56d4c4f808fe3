import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { heard, hearingOf, lineSaid, STOPPED, surveyed } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import { listMessages } from '../../sending/outbox/index.ts';
import { aboutOf, HEARING_MAIL } from './addressing.ts';
import { handOver, passOn, readMaterial } from './hand-over.ts';
import { hearingsFor, lookAtHearing } from './look-at-hearing.ts';
import { cancelHearing, changeHearing, planHearing } from './plan-hearing.ts';
import { openQuestions } from './rules.ts';
import { handedOver, hearingChange, hearingFilter, lineChange, passedOn } from './schema.ts';
import { addQuestion, agreeCooperation, turnHearing } from './turn-hearing.ts';
import { changeLine, takeOutLine, writeLine } from './write-minutes.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

type Desk = Awaited<ReturnType<typeof surveyed>>;
const mails = async ({ ctx }: Desk) => {
  const all = await reading(ctx, (trx) => listMessages(trx, { purpose: HEARING_MAIL.name, limit: 100 }));
  return all.map(({ kind, about, address }) => [kind, about, address]).toSorted();
};

test('a hearing is planned for an event that was reported, by whoever manages the survey, and everybody with an address is invited', async () => {
  const at = await surveyed(house);
  const { ctx, orgId, eventId } = at;
  await expect(planHearing(at.responder, hearingOf(eventId))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(planHearing(ctx, hearingOf(ctx.newId()))).rejects.toMatchObject({
    details: { fields: [{ field: 'eventId' }] },
  });
  await asItWas(house.clone, orgId, () => planHearing(ctx, hearingOf(eventId)));
  const { id } = await planHearing(ctx, hearingOf(eventId));
  expect(await mails(at)).toEqual([['invite', aboutOf(id, 1), 'yamada@example.jp']]);
  expect((await hearingsFor(ctx, hearingFilter.parse({ eventId }))).hearings).toMatchObject([
    { id, state: 'planned', title: '拠点機器の停止', number: 1 },
  ]);
  const other = await surveyed(house);
  await expect(lookAtHearing(other.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(turnHearing(other.ctx, id, 'open')).rejects.toMatchObject({ code: 'not-found' });
  await expect(planHearing(other.ctx, hearingOf(eventId))).rejects.toMatchObject({ code: 'invalid' });
});

test('a moved hearing invites anew and tells whoever is not asked any more; a cancelled one is over', async () => {
  const at = await surveyed(house);
  const { ctx, orgId, eventId } = at;
  const { id } = await planHearing(ctx, hearingOf(eventId));
  const { eventId: _, ...written } = hearingOf(eventId, {
    startsAt: '2026-12-11T10:00:00+09:00',
    endsAt: '2026-12-11T11:00:00+09:00',
    attendees: [{ side: 'operator', role: '運用課長', email: 'sato@example.jp' }],
  });
  const move = () => changeHearing(ctx, id, hearingChange.parse({ ...written, version: 1 }));
  await asItWas(house.clone, orgId, move);
  expect(await race(house.clone, [orgId], move, move)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await mails(at)).toEqual(
    [
      ['invite', aboutOf(id, 1), 'yamada@example.jp'],
      ['invite', aboutOf(id, 2), 'sato@example.jp'],
      ['cancel', aboutOf(id, 2), 'yamada@example.jp'],
    ].toSorted(),
  );
  const cancel = () => cancelHearing(ctx, id, '先方の都合');
  await asItWas(house.clone, orgId, cancel);
  expect(await race(house.clone, [orgId], cancel, cancel)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(turnHearing(ctx, id, 'open')).rejects.toMatchObject({ code: 'conflict' });
});

test('a line is one line however often it is sent; it answers its question and becomes a claim no more certain than it', async () => {
  const { ctx, orgId, eventId } = await surveyed(house);
  const id = await heard(ctx, eventId, [], false);
  const asked = openQuestions((await lookAtHearing(ctx, id)).questions);
  const restored = asked.find(({ path }) => path === 'times.restored')?.key ?? '';
  const line = lineSaid({ question: restored, certainty: 'likely', text: '15時10分に復旧' });
  await asItWas(house.clone, orgId, () => writeLine(ctx, id, line));
  const send = () => writeLine(ctx, id, line);
  expect(await race(house.clone, [orgId], send, send, send)).toEqual({ won: 3, lost: [] });
  const look = await lookAtHearing(ctx, id);
  expect(look.lines).toMatchObject([
    { number: 1, claims: [{ section: 'response', text: '15時10分に復旧', certainty: 'likely' }] },
  ]);
  expect(look.questions.find(({ key }) => key === restored)?.answeredBy).toEqual([look.lines[0]?.id]);
  const refused = (more: object) => writeLine(ctx, id, lineSaid(more));
  await expect(refused({ question: 'times.unheard' })).rejects.toMatchObject({
    details: { fields: [{ field: 'question' }] },
  });
  await expect(refused({ materialId: ctx.newId() })).rejects.toMatchObject({
    details: { fields: [{ field: 'materialId' }] },
  });
  await expect(refused({ at: '2099-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'invalid' });
  const claims = [{ section: 'cause', text: '設定', certainty: 'confirmed' }];
  await expect(refused({ certainty: 'possible', claims })).rejects.toMatchObject({
    details: { fields: [{ field: 'claims.0.certainty' }] },
  });
});

test('while it is open a line may be changed or taken out, and what it said stays readable; then it is closed', async () => {
  const { ctx, orgId, eventId, responder } = await surveyed(house);
  const id = await heard(ctx, eventId, [], false);
  await expect(turnHearing(ctx, id, 'complete')).rejects.toMatchObject({ code: 'conflict' });
  const { id: lineId } = await writeLine(ctx, id, lineSaid());
  const { clientId: _, ...line } = lineSaid({ text: '切り離しは対策本部長の判断' });
  const change = () => changeLine(ctx, id, lineId, lineChange.parse({ ...line, revision: 1 }));
  await asItWas(house.clone, orgId, change);
  expect(await race(house.clone, [orgId], change, change)).toEqual({ won: 1, lost: ['conflict'] });
  expect((await lookAtHearing(ctx, id)).lines[0]).toMatchObject({
    text: '切り離しは対策本部長の判断',
    revision: 2,
    earlier: [{ text: '切り離しは本部長の判断', certainty: 'confirmed' }],
  });
  const takeOut = () => takeOutLine(ctx, id, lineId, { revision: 2, reason: '重複' });
  await asItWas(house.clone, orgId, takeOut);
  await takeOut();
  await expect(takeOut()).rejects.toMatchObject({ code: 'conflict' });
  const complete = () => turnHearing(ctx, id, 'complete');
  await asItWas(house.clone, orgId, complete);
  expect(await race(house.clone, [orgId], complete, complete)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(writeLine(ctx, id, lineSaid())).rejects.toMatchObject({ code: 'conflict' });
  await turnHearing(ctx, id, 'reopen');
  expect(await writeLine(ctx, id, lineSaid())).toMatchObject({ number: 2 });
  await expect(writeLine(responder, id, lineSaid())).rejects.toMatchObject({ code: 'forbidden' });
});

test('cooperation is recorded with who agreed and when; a question of one’s own stands among the others', async () => {
  const { ctx, orgId, eventId } = await surveyed(house);
  const { id } = await planHearing(ctx, hearingOf(eventId));
  const agreed = { by: '情報システム部長', at: '2026-01-08T10:00:00Z', note: '' };
  await expect(agreeCooperation(ctx, id, { ...agreed, at: '2099-01-01T00:00:00Z' })).rejects.toMatchObject({
    details: { fields: [{ field: 'at' }] },
  });
  await asItWas(house.clone, orgId, () => agreeCooperation(ctx, id, agreed));
  await agreeCooperation(ctx, id, agreed);
  await asItWas(house.clone, orgId, () => addQuestion(ctx, id, { section: 'cause', text: '仕様書を見たか' }));
  const { id: asked } = await addQuestion(ctx, id, { section: 'cause', text: '仕様書を見たか' });
  const look = await lookAtHearing(ctx, id);
  expect(look.cooperation).toMatchObject({ by: '情報システム部長' });
  expect(look.questions.find(({ kind }) => kind === 'added')).toMatchObject({ key: `added.${asked}` });
});

test('material is kept byte by byte under its hash, with who had it from whom', async () => {
  const { ctx, orgId, eventId } = await surveyed(house);
  const id = await heard(ctx, eventId, [], false);
  const given = handedOver.parse({
    name: 'C:\\共有\\台数の推移.csv',
    content: Buffer.from('時刻,台数\n').toString('base64'),
    from: 'システム部長',
    to: '事務局',
    at: '2026-01-10T05:30:00Z',
  });
  await asItWas(house.clone, orgId, () => handOver(ctx, id, given));
  await expect(handOver(ctx, id, { ...given, content: '' })).rejects.toMatchObject({ code: 'malformed' });
  const hand = () => handOver(ctx, id, given);
  expect(await race(house.clone, [orgId], hand, hand)).toEqual({ won: 2, lost: [] });
  const [first] = (await lookAtHearing(ctx, id)).materials;
  expect(first).toMatchObject({
    number: 1,
    name: '台数の推移.csv',
    custody: [{ from: 'システム部長', to: '事務局' }],
  });
  const passed = passedOn.parse({ from: '事務局', to: '分析担当', at: '2026-01-10T06:00:00Z' });
  await asItWas(house.clone, orgId, () => passOn(ctx, id, first?.id ?? '', passed));
  await passOn(ctx, id, first?.id ?? '', passed);
  await expect(passOn(ctx, id, ctx.newId(), passed)).rejects.toMatchObject({ code: 'not-found' });
  expect((await lookAtHearing(ctx, id)).materials[0]?.custody).toHaveLength(2);
  expect(await readMaterial(ctx, id, first?.id ?? '')).toMatchObject({
    content: given.content,
    sha256: first?.sha256,
  });
  expect(await writeLine(ctx, id, lineSaid({ materialId: first?.id }))).toMatchObject({ number: 1 });
  const other = await surveyed(house);
  await expect(readMaterial(other.ctx, id, first?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
});

test('what reports of one event tell differently is asked once, whoever told it', async () => {
  const supplement = {
    ...STOPPED,
    effect: { machines: { is: 'value' as const, value: { low: 312, high: 312 } } },
  };
  const { ctx, eventId } = await surveyed(house, [STOPPED, supplement]);
  const { id } = await planHearing(ctx, hearingOf(eventId));
  const machines = (await lookAtHearing(ctx, id)).questions.filter(({ path }) => path === 'effect.machines');
  expect(machines).toMatchObject([{ kind: 'differing', accounts: [{ number: 1 }, { number: 2 }] }]);
});

test('hearings come page by page, the latest first; where a page begins is told as the page before said it', async () => {
  const { ctx, eventId } = await surveyed(house);
  for (const day of [1, 2, 3])
    await planHearing(ctx, hearingOf(eventId, { startsAt: `2026-12-0${day}T14:00:00+09:00`, endsAt: `2026-12-0${day}T15:00:00+09:00` })); // biome-ignore format: one line
  const page = (before?: string | null) => hearingsFor(ctx, hearingFilter.parse({ eventId, limit: 2, before: before ?? undefined })); // biome-ignore format: one line
  const first = await page();
  const rest = await page(first.next);
  const days = ({ hearings }: typeof first) => hearings.map(({ startsAt }) => startsAt.slice(0, 10));
  expect([days(first), days(rest), rest.next]).toEqual([['2026-12-03', '2026-12-02'], ['2026-12-01'], null]);
  for (const before of ['x', 'x~y', `${first.next}~z`, first.next?.split('~')[0]])
    expect(hearingFilter.safeParse({ before }).error?.issues).toMatchObject([{ path: ['before'] }]);
});
