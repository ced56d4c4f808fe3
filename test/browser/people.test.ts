import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INVITE } from '../../apps/console/src/prepare/people/words.ts';
import { SIGN_IN } from '../../apps/console/src/sign-in/words.ts';
import { W } from '../../apps/console/src/words.ts';
import { fillIn } from '../../kernel/text.ts';
import { Mailbox } from '../mailbox.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, context, open, page } from './stage.ts';

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await Mailbox.open();
});
afterEach(() => mailbox.close());

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `people-${name}`)).toEqual([]);
}
const setUpMail = () =>
  context.request.put(`${base}/api/respond/channels/email`, {
    data: {
      settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
    },
    headers: { origin: base },
  });
const people = async () => {
  await page.goto(`${base}/prepare/people`);
  await arrived();
};

test('somebody comes in by two presses of one and one of the other', async () => {
  await begin();
  expect((await setUpMail()).status()).toBe(200);
  await people();
  await page.getByRole('button', { name: INVITE.invitePerson.ja, exact: true }).click();
  await page.getByLabel(W.name.ja).fill('水野 湊');
  await page.getByLabel(W.email.ja).fill('mizuno@example.jp');
  await readsWell(page, 'invite-ja');
  await page.getByRole('button', { name: INVITE.send.ja }).click();
  await page.getByText(INVITE.sent.ja).waitFor();
  await page.getByRole('row').filter({ hasText: 'mizuno@example.jp' }).getByText(INVITE.invited.ja).waitFor();
  await readsWell(page, 'list-ja');
  await page.setViewportSize({ width: 390, height: 844 });
  await readsWell(page, 'list-phone-ja');
  await page.setViewportSize({ width: 1366, height: 850 });
  const { text } = await mailbox.next(({ to }) => to === 'mizuno@example.jp');

  const [phone, guest] = await open('ja-JP', { width: 390, height: 844 });
  await guest.goto(/http\S+\/sign-in\/link#\S+/.exec(text)?.[0] ?? '');
  await guest.getByText(/水野 湊（mizuno@example\.jp）/).waitFor();
  await readsWell(guest, 'link-phone-ja');
  await guest.getByRole('button', { name: SIGN_IN.join.ja }).click();
  await guest.waitForURL(/\/settings\/account/);
  await phone.close();
  await page.reload();
  await page.getByRole('row').filter({ hasText: 'mizuno@example.jp' }).getByText(INVITE.joined.ja).waitFor();
});

test('without a mail server the link is shown; it is withdrawn and renewed on the card', async () => {
  await begin();
  await people();
  await page.getByRole('button', { name: INVITE.invitePerson.ja, exact: true }).click();
  await page.getByText(INVITE.noMail.ja).waitFor();
  await page.getByLabel(W.name.ja).fill('水野 湊');
  await page.getByLabel(W.email.ja).fill('mizuno@example.jp');
  await page.getByRole('button', { name: INVITE.makeLink.ja }).click();
  await page.getByTestId('secret').filter({ hasText: '/sign-in/link#' }).waitFor();
  await readsWell(page, 'no-mail-ja');
  await page.keyboard.press('Escape');
  const row = page.getByRole('row').filter({ hasText: 'mizuno@example.jp' });
  await row.getByText(INVITE.invited.ja).waitFor();
  await row.click();
  const card = page.getByRole('dialog', { name: '水野 湊' });
  await card.getByRole('button', { name: INVITE.withdraw.ja }).click();
  await page.getByRole('button', { name: INVITE.withdraw.ja }).last().click();
  await card.getByText(INVITE.registered.ja).waitFor();
  await card.getByRole('button', { name: INVITE.makeLink.ja }).click();
  await card.getByText(INVITE.invited.ja).waitFor();
  await readsWell(page, 'card-ja');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
  await readsWell(page, 'list-dark-en');
  await page.getByRole('button', { name: INVITE.inviteMany.en }).click();
  await page.getByText(INVITE.noMail.en).waitFor();
  await readsWell(page, 'many-dark-en');
});

test('a list is read row by row, and its good rows are invited by one press', async () => {
  await begin();
  await setUpMail();
  await people();
  await page.getByRole('button', { name: INVITE.inviteMany.ja }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: INVITE.chooseFile.ja }).click();
  const text =
    '名前,メールアドレス,役割\n水野 湊,mizuno@example.jp,対応者\n佐藤 葵,sato@example.jp,広報\n誰か,だめ,船長\n';
  await (await chooser).setFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('役割「船長」はありません').waitFor();
  await readsWell(page, 'many-ja');
  await page.getByRole('button', { name: fillIn(INVITE.sendMany.ja, { n: 2 }) }).click();
  await page.getByText(fillIn(INVITE.sentMany.ja, { n: 2 })).waitFor();
  for (const address of ['mizuno@example.jp', 'sato@example.jp'])
    expect((await mailbox.next(({ to }) => to === address)).text).toContain('/sign-in/link#');
});
