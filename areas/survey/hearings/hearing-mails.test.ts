import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { heard, hearingOf, surveyed } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import { type Mail, Mailbox } from '../../../test/mailbox.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { aboutOf } from './addressing.ts';
import { answerComment, sendMinutes } from './confirm-minutes.ts';
import { hearingCaller } from './hearing-caller.ts';
import { lookAtHearing } from './look-at-hearing.ts';
import { cancelHearing, changeHearing, planHearing } from './plan-hearing.ts';
import { commentAnswer, hearingChange } from './schema.ts';
import { turnHearing } from './turn-hearing.ts';

let house: TestHouse;
let mailbox: Mailbox;
let at: Awaited<ReturnType<typeof surveyed>>;

beforeEach(async () => {
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T01:00:00Z') });
  mailbox = await Mailbox.open();
  at = await surveyed(house);
  await configureChannel(house.system(at.orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'survey@example.jp',
  });
});
afterEach(async () => {
  await house.close();
  await mailbox.close();
});

/** The appointment a mail carries, as a calendar program reads it. */
function appointmentIn({ source }: Mail) {
  const part = /content-type: text\/calendar[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)\r?\n--/i.exec(
    source,
  );
  const encoded = /content-transfer-encoding: base64/i.test(part?.[0] ?? '');
  const text = encoded ? Buffer.from(part?.[1] ?? '', 'base64').toString('utf8') : quoted(part?.[1] ?? '');
  const calendar = ICAL.Component.fromString(text);
  const event = calendar.getFirstSubcomponent('vevent');
  const said = (name: string) => event?.getFirstPropertyValue(name)?.toString();
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: said('uid'),
    sequence: Number(said('sequence')),
    status: said('status'),
    start: said('dtstart'),
    where: said('location'),
    organiser: said('organizer'),
    attendee: said('attendee'),
  };
}
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

test('an invitation stands in a calendar, is moved there and dropped; what left its time behind never goes out', async () => {
  const { ctx, eventId } = at;
  const { id } = await planHearing(ctx, hearingOf(eventId));
  const invited = await mailbox.next();
  expect(invited).toMatchObject({ to: 'yamada@example.jp' });
  expect(invited.text).toContain('R-0001');
  // A mailbox is read by more than its owner: it tells nothing of what happened.
  expect(invited.source + invited.text).not.toContain('拠点機器');
  expect(appointmentIn(invited)).toEqual({
    method: 'REQUEST',
    uid: `${id}@sonae`,
    sequence: 0,
    status: 'CONFIRMED',
    start: '2026-12-10T05:00:00Z',
    where: '本社 会議室3',
    organiser: 'mailto:survey@example.jp',
    attendee: 'mailto:yamada@example.jp',
  });
  const { eventId: _, ...written } = hearingOf(eventId, { startsAt: '2026-12-10T15:00:00+09:00' });
  await changeHearing(ctx, id, hearingChange.parse({ ...written, version: 1 }));
  const moved = await mailbox.next(({ source }) => /SEQUENCE:1/.test(source) || appointmentOf(source, 1));
  expect(appointmentIn(moved)).toMatchObject({
    uid: `${id}@sonae`,
    sequence: 1,
    start: '2026-12-10T06:00:00Z',
  });
  // Had the first waited for so long, it would not leave any more.
  const invitation = (version: number): Promise<string | undefined> =>
    inTransaction(ctx, (tx) =>
      hearingCaller.lapsed(tx, { about: aboutOf(id, version), kind: 'invite' } as MessageRow),
    );
  expect([await invitation(1), await invitation(2)]).toEqual(['changed', undefined]);
  await cancelHearing(ctx, id, '先方の都合');
  const cancelled = await mailbox.next(({ source }) => /method=CANCEL/i.test(source));
  expect(appointmentIn(cancelled)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 2 });
  expect(mailbox.mails).toHaveLength(3);
});
const appointmentOf = (source: string, sequence: number): boolean =>
  /text\/calendar/i.test(source) && appointmentIn({ to: '', text: '', source }).sequence === sequence;

const linkIn = (mail: Mail): string =>
  new URL(/https?:\/\/\S+\/hearing\/\S+/.exec(mail.text)?.[0] ?? 'http://none/').pathname;
async function ask(url: string, fields?: Readonly<Record<string, string>>) {
  const answer = await house.assembly.http?.inject({
    method: fields ? 'POST' : 'GET',
    url,
    headers: {
      'accept-language': 'ja',
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields && { payload: new URLSearchParams(fields).toString() }),
  });
  return { status: answer?.statusCode, body: answer?.body ?? '' };
}

test('an operator confirms the minutes by a link: a correction has to be answered first, a view changes nothing', async () => {
  const { ctx, orgId, eventId } = at;
  const id = await heard(
    ctx,
    eventId,
    [{ text: '9時24分に切り離した' }, { text: '台数は増えていない', certainty: 'likely' }],
    false,
  );
  const contact = { name: '山田', email: 'yamada@example.jp' };
  await expect(sendMinutes(ctx, id, contact)).rejects.toMatchObject({ code: 'conflict' });
  await turnHearing(ctx, id, 'complete');
  await asItWas(house.clone, orgId, () => sendMinutes(ctx, id, contact));
  await sendMinutes(ctx, id, contact);
  const link = linkIn(await mailbox.next(({ text }) => text.includes('/hearing/')));

  const first = await ask(link);
  expect(first.status).toBe(200);
  for (const said of ['9時24分に切り離した', '台数は増えていない', '可能性が高い', '事実の訂正', '意見'])
    expect(first.body).toContain(said);
  const comment = (kind: string, more: object = {}) =>
    ask(link, { kind, number: '1', text: '切り離しは9時26分', by: '山田（システム部長）', ...more });
  expect((await comment('correction', { by: '' })).status).toBe(422);
  expect((await comment('correction', { number: '9' })).body).toContain('この番号の発言はありません');
  expect((await comment('correction')).status).toBe(200);
  expect((await comment('view', { number: '', text: '判断は妥当だった' })).status).toBe(200);

  const before = await lookAtHearing(ctx, id);
  expect(before.lines.map(({ text }) => text)).toEqual(['9時24分に切り離した', '台数は増えていない']);
  const [correction, view] = before.comments;
  const confirm = (seen = before.edition) => ask(link, { confirm: 'yes', by: '山田', seen: String(seen) });
  expect((await confirm()).body).toContain('回答していない訂正がある');

  const [line] = before.lines;
  const { speaker, at: saidAt } = line ?? { speaker: '', at: '' };
  const change = { lineId: line?.id, revision: 1, speaker, at: saidAt, text: '9時26分に切り離した' };
  const accept = (commentId = correction?.id ?? '') =>
    answerComment(ctx, id, commentId, commentAnswer.parse({ answer: 'accepted', change }));
  await expect(
    answerComment(ctx, id, correction?.id ?? '', commentAnswer.parse({ answer: 'refused' })),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await expect(
    answerComment(ctx, id, correction?.id ?? '', commentAnswer.parse({ answer: 'accepted' })),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'change' }] } });
  await expect(accept(view?.id)).rejects.toMatchObject({ code: 'conflict' });
  await asItWas(house.clone, orgId, () => accept());
  expect(
    await race(
      house.clone,
      [orgId],
      () => accept(),
      () => accept(),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });

  // They read what stood there before: nothing is confirmed unseen.
  expect((await confirm()).status).toBe(409);
  const after = await lookAtHearing(ctx, id);
  expect(after.lines[0]).toMatchObject({
    text: '9時26分に切り離した',
    earlier: [{ why: '切り離しは9時26分' }],
  });
  expect((await ask(link)).body).toContain('採用（発言を変更しました）');
  expect((await confirm(after.edition)).status).toBe(200);
  expect(await lookAtHearing(ctx, id)).toMatchObject({ confirmedBy: '山田' });
  expect((await ask(link)).body).toContain('議事録は確認済みです');
  expect((await comment('view')).status).toBe(410);
  house.clock.advance({ hours: 31 * 24 });
  const late = await ask(link);
  expect(late.status).toBe(410);
  expect(late.body).not.toContain('切り離した');
  expect((await ask('/hearing/nothing')).status).toBe(410);
});
