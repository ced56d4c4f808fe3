import { afterEach, beforeEach, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { Gateway } from '../../../test/gateway.ts';
import { TestHouse } from '../../../test/house.ts';
import { type Mail, Mailbox } from '../../../test/mailbox.ts';
import { reviewRoom, TOLD } from '../../../test/review-room.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import { answerReviewComment } from './answer-review.ts';
import { askReview, endReview } from './ask-review.ts';
import { consentOn } from './index.ts';
import { reviewsFor } from './look-at-reviews.ts';
import { CODE } from './rules.ts';
import { reviewAnswered, reviewAsked } from './schema.ts';

let house: TestHouse;
let mailbox: Mailbox;
let gateway: Gateway;
let at: Awaited<ReturnType<typeof reviewRoom>>;

beforeEach(async () => {
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T01:00:00Z') });
  mailbox = await Mailbox.open();
  gateway = await Gateway.open();
  at = await reviewRoom(house);
  const system = house.system(at.orgId);
  await configureChannel(system, 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'survey@example.jp',
  });
  await configureChannel(system, 'sms', {
    baseUrl: gateway.url,
    account: 'AC1',
    token: 'token',
    from: '+815012345678',
    allowInner: true,
  });
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
  await gateway.close();
});

const now = () => ({ ...at.ctx, now: house.clock.now() });
const pathIn = ({ text }: Mail): string =>
  new URL(/https?:\/\/\S+\/review\/\S+/.exec(text)?.[0] ?? 'http://none/').pathname;
async function ask(url: string, fields?: Readonly<Record<string, string>>, language = 'ja') {
  const reply = await house.assembly.http?.inject({
    method: fields ? 'POST' : 'GET',
    url,
    headers: {
      'accept-language': language,
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields && { payload: new URLSearchParams(fields).toString() }),
  });
  return { status: reply?.statusCode, html: reply?.body ?? '', raw: reply?.rawPayload ?? Buffer.alloc(0) };
}
const asked = (more: object = {}) =>
  askReview(
    now(),
    at.caseId,
    reviewAsked.parse({ operatorId: at.operatorId, email: 'yamada@example.jp', ...more }),
  );
const state = async () =>
  (await reading(now(), (trx) => consentOn(trx, at.caseId, at.hash, house.clock.now()))).state;

test('an operator reads, comments, is answered and consents: the link by mail, the code by text message', async () => {
  await asked();
  const mail = await mailbox.next();
  expect(mail.to).toBe('yamada@example.jp');
  // A mailbox is read by more than its owner: it tells nothing of what happened.
  expect(mail.source + mail.text).not.toMatch(/中継|拠点|東西電力/);
  const path = pathIn(mail);

  const first = await ask(path);
  expect(first.status).toBe(200);
  for (const shown of [
    '中継の機器は拠点を結んでいた。',
    'The relays connected the sites.',
    '<svg',
    at.hash,
    'このままでよい',
  ])
    expect(first.html).toContain(shown);
  expect(first.html).not.toContain('<script');
  expect((await ask(path, undefined, 'en')).html).toContain('Review before publication');
  expect((await ask(`${path}?lang=en`)).html).toContain('Review before publication');
  const pdf = await ask(`${path}/pages/ja`);
  expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await ask(`${path}/pages/fr`)).status).toBe(404);

  const seen = { seen: at.hash };
  const saved = await ask(path, {
    act: 'save',
    draftSeen: '0',
    'k.claim:d1': 'change',
    't.claim:d1': '途中まで',
  });
  expect([saved.status, (await ask(path)).html.includes('途中まで')]).toEqual([200, true]);
  const send = (more: object) => ask(path, { act: 'send', ...seen, by: '山田', ...more });
  const refused = await send({ 'k.claim:d1': 'correct', 't.claim:r1': '消えない' });
  expect(refused.status).toBe(422);
  for (const shown of ['正しい内容、または希望する表現を入力してください', '消えない', 'role="alert"'])
    expect(refused.html).toContain(shown);
  expect((await send({})).html).toContain('少なくとも1つの部分');
  const sent = await send({ 'k.claim:d1': 'correct', 't.claim:d1': '検知は<b>利用者</b>', rest: 'agree' });
  expect(sent.html).toContain('意見を受け付けました');
  expect(sent.html).toContain('利用者');
  expect(sent.html).not.toContain('<b>');
  expect(sent.html).toContain('まだ同意できません');
  expect((await ask(path, { act: 'code', ...seen, route: 'sms-0' })).status).toBe(409);

  const [review] = (await reviewsFor(now(), at.caseId)).reviews;
  const open = review?.comments.find(({ kind }) => kind === 'correct');
  await answerReviewComment(
    now(),
    open?.id ?? '',
    reviewAnswered.parse({ answer: 'notDone', text: '記録では監視' }),
  );
  await mailbox.next(({ text }) => text.includes('回答しました'));
  expect((await ask(path)).html).toContain('記録では監視');

  expect((await ask(path)).html).toContain('SMS（ショートメッセージ） …5678');
  const code = await ask(path, { act: 'code', ...seen, route: 'sms-0' });
  expect(code.status).toBe(200);
  const { params } = await gateway.next();
  expect(params['To']).toBe('+819012345678');
  // Whoever reads the telephone has no link, and whoever reads the mail no code.
  expect(params['Body']).not.toContain('/review/');
  const digits = /\d{4} \d{4}/.exec(params['Body'] ?? '')?.[0] ?? '';
  expect(mailbox.mails.map(({ source }) => source).join()).not.toContain(digits);
  const give = (more: object) =>
    ask(path, { act: 'consent', ...seen, code: digits, by: '山田', agree: 'yes', ...more });
  expect((await give({ agree: '' })).html).toContain('同意する場合はチェックしてください');
  expect((await give({ by: '' })).status).toBe(422);
  expect((await give({ code: '0000 0000' })).html).toContain('確認コードが正しくありません');
  expect(await state()).toBe('asked');
  const given = await give({});
  expect(given.html).toContain('2026年6月10日 に同意を受け付けました（2027年6月10日 まで有効）');
  expect(await state()).toBe('given');
  expect((await ask(path)).html).not.toContain('name="code"');

  house.clock.advance({ hours: 60 * 24 });
  const late = await ask(path);
  expect(late.html).toContain('確認の期限は終了しました');
  expect((await ask(path, { act: 'withdraw', by: '山田' })).html).toContain(
    '撤回する場合はチェックしてください',
  );
  expect((await ask(path, { act: 'withdraw', by: '山田', sure: 'yes' })).html).toContain(
    '同意は撤回されています',
  );
  expect(await state()).toBe('withdrawn');
});

test('whoever says nothing is reminded three times and has consented to nothing; the end of a consent is told', async () => {
  await asked({ days: 60 });
  const first = await mailbox.next();
  for (const reminders of [1, 2, 3]) {
    house.clock.advance({ hours: 7 * 24 });
    const came = () =>
      mailbox.mails.filter(({ text }) => text.includes('同意したものとはみなしません')).length;
    await mailbox.next(() => came() >= reminders);
    expect(came()).toBe(reminders);
  }
  expect(mailbox.mails).toHaveLength(4);
  house.clock.advance({ hours: 30 * 24 });
  await house.until(async () => (await state()) === 'asked');
  expect(mailbox.mails).toHaveLength(4);
  house.clock.advance({ hours: 20 * 24 });
  expect(await state()).toBe('none');
  expect((await reviewsFor(now(), at.caseId)).reviews).toMatchObject([{ standing: 'lapsed' }]);

  await asked({ consentDays: 30 });
  const path = pathIn(
    await mailbox.next(({ text }) => text.includes('/review/') && pathIn({ text } as Mail) !== pathIn(first)),
  );
  const seen = { seen: at.hash };
  await ask(path, { act: 'code', ...seen, route: 'sms-0' });
  const { params } = await gateway.next();
  const code = /\d{4} \d{4}/.exec(params['Body'] ?? '')?.[0] ?? '';
  await ask(path, { act: 'consent', ...seen, code, by: '山田', agree: 'yes' });
  expect(await state()).toBe('given');
  house.clock.advance({ hours: 30 * 24 });
  await house.until(async () => {
    const rows = await house.clone.query(
      `SELECT FROM sonae.ledger WHERE org_id = $1 AND kind = 'survey.consent-expired'`,
      [at.orgId],
    );
    return rows.length === 1;
  });
  expect(await state()).toBe('expired');
});

test('a link opens its own page alone: others, guessed, ended and of another kind open nothing, and codes are not guessed', async () => {
  const { link } = await asked();
  const path = new URL(link ?? '').pathname;
  await mailbox.next();
  const other = await reviewRoom(house);
  const { link: foreign } = await askReview(
    { ...other.ctx, now: house.clock.now() },
    other.caseId,
    reviewAsked.parse({ operatorId: other.operatorId, email: 'yamada@example.jp' }),
  );
  const token = path.split('/').at(-1) ?? '';
  for (const guess of [
    '/review/nothing',
    `/review/${token.slice(0, -1)}`,
    `/review/${token}x`,
    `/review/${at.hash}`,
  ])
    expect((await ask(guess)).status).toBe(410);
  // A link of this kind is none of another, and the other way round.
  for (const kind of ['report', 'hearing', 'answer', 'confirm']) {
    const reply = await ask(`/${kind}/${token}`);
    expect([kind, reply.html.includes(TOLD.title.ja)]).toEqual([kind, false]);
  }
  // What is of another case is not to be had by one's own link.
  const elsewhere = new URL(foreign ?? '').pathname;
  const foreignSeen = { act: 'send', seen: other.hash, by: '山田', 'k.claim:d1': 'agree' };
  expect((await ask(elsewhere, foreignSeen)).status).toBe(200);
  expect((await reviewsFor(now(), at.caseId)).reviews[0]?.comments).toEqual([]);
  const seen = { seen: at.hash };
  await ask(path, { act: 'code', ...seen, route: 'sms-0' });
  const { params } = await gateway.next();
  const code = (/\d{4} \d{4}/.exec(params['Body'] ?? '')?.[0] ?? '').replace(' ', '');
  // Right for another link, it is none for this one.
  await ask(elsewhere, { act: 'code', seen: other.hash, route: 'sms-0' });
  expect(
    (await ask(elsewhere, { act: 'consent', seen: other.hash, code, by: '山田', agree: 'yes' })).status,
  ).not.toBe(200);
  let refused = 0;
  for (let guess = 0; guess < 20; guess += 1) {
    const typed = String((Number(code) + 1 + guess) % 10 ** CODE.digits).padStart(CODE.digits, '0');
    const { status } = await ask(path, { act: 'consent', ...seen, code: typed, by: '山田', agree: 'yes' });
    if (status === 422) refused += 1;
  }
  expect(refused).toBe(20);
  // Guessed at too often it is good no more, and others come slowly.
  expect((await ask(path, { act: 'consent', ...seen, code, by: '山田', agree: 'yes' })).html).toContain(
    '入力できる回数を超えました',
  );
  expect((await ask(path, { act: 'code', ...seen, route: 'sms-0' })).status).toBe(429);
  expect(await state()).toBe('asked');
  const posts = [
    { act: 'nothing' },
    { act: 'send', by: '山田', seen: 'x', 'k.claim:d1': 'agree' },
    { act: 'save', draftSeen: 'x' },
  ];
  for (const fields of posts) expect((await ask(path, fields)).status).toBeGreaterThanOrEqual(400);

  const [review] = (await reviewsFor(now(), at.caseId)).reviews;
  await endReview(now(), review?.id ?? '');
  for (const url of [path, `${path}/pages/ja`]) expect((await ask(url)).status).toBe(410);
  expect((await ask(path, { act: 'send', ...seen, by: '山田', 'k.claim:d1': 'agree' })).status).toBe(410);
});
