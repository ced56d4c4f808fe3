import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ORGANISATION } from '../../apps/console/src/settings/organisation/words.ts';
import { SIGN_IN } from '../../apps/console/src/sign-in/words.ts';
import { CYCLE } from '../../apps/console/src/survey/cycles/words.ts';
import { DESK } from '../../apps/console/src/survey/desk/words.ts';
import { HEARING } from '../../apps/console/src/survey/hearings/words.ts';
import { OWN } from '../../apps/console/src/survey/own/words.ts';
import { SELECTION } from '../../apps/console/src/survey/selection/words.ts';
import { W } from '../../apps/console/src/words.ts';
import { setupLink } from '../../apps/server/auth/first-administrator.ts';
import { BODY_NAME, MEMBERS } from '../../apps/server/demo/content/survey/organisation.ts';
import { linkUrl } from '../../areas/sending/links/make-links.ts';
import { startingCriteria } from '../../areas/survey/cycles/starting-criteria.ts';
import { HEARING_LINK } from '../../areas/survey/hearings/addressing.ts';
import { HEARING_STATE_WORDS } from '../../areas/survey/hearings/words.ts';
import { VERDICT_WORDS } from '../../areas/survey/intake/words.ts';
import { QUALITY_WORDS } from '../../areas/survey/selection/words.ts';
import { type Bilingual, LANGUAGES, type Language } from '../../kernel/language.ts';
import { fillIn } from '../../kernel/text.ts';
import { PASSWORD } from '../browser-like.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, clock, house, open, SHOTS } from './stage.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-US' } as const;
const PHONE = { width: 390, height: 844 };

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `survey-year-${name}`, { fullPage: true })).toEqual([]);
}

/** A receipt number is one word, on the narrowest screen. */
const holdsTogether = async (on: Page): Promise<void> =>
  expect(await on.locator('h1 .nowrap').evaluate((number) => number.getClientRects().length)).toBe(1);

/** Somebody at a browser of their own, in one language. */
class Someone {
  readonly page: Page;
  readonly #language: Language;
  constructor(page: Page, language: Language) {
    this.page = page;
    this.#language = language;
  }
  static async at(language: Language, viewport?: { width: number; height: number }): Promise<Someone> {
    const [, page] = await open(LOCALES[language], viewport);
    return new Someone(page, language);
  }
  say = (words: Bilingual, values: Readonly<Record<string, string | number>> = {}): string =>
    fillIn(words[this.#language], values);
  async goto(path: string): Promise<void> {
    await this.page.goto(path.startsWith('http') ? path : `${base}${path}`);
    await arrived(this.page);
  }
  press = (words: Bilingual, values = {}): Promise<void> =>
    this.page
      .getByRole('button', { name: this.say(words, values), exact: true })
      .first()
      .click();
  fill = (words: Bilingual, text: string): Promise<void> =>
    this.page.getByLabel(this.say(words)).and(this.page.locator('input, textarea')).first().fill(text);
  sees = (text: string | RegExp): Promise<void> => this.page.getByText(text).first().waitFor();
  /** The whole of it, in the first language: in the second the same parts stand with other words. */
  async looksGood(name: string): Promise<void> {
    const shot = `${name}-${this.#language}`;
    if (this.#language === 'ja') await readsWell(this.page, shot);
    else await this.page.screenshot({ path: `${SHOTS}/survey-year-${shot}.png`, fullPage: true });
  }
  leave = (): Promise<void> => this.page.context().close();
}

/** What a browser tells of its own clock has happened for the house as well. */
const keepUp = (): void => clock.set(Temporal.Now.instant());

/** The first administrator, in the demonstration as it is told in their language and at this house's address. */
async function register(language: Language): Promise<Someone> {
  const someone = await Someone.at(language);
  const { page, say } = someone;
  await page.goto((await setupLink(house.assembly.house, clock)) ?? '');
  await someone.fill(W.name, say({ ja: '山田 花子', en: 'Hanako Yamada' }));
  await someone.fill(W.email, 'hanako@example.jp');
  await page.getByLabel(say(W.newPassword)).fill(PASSWORD);
  await someone.press(SIGN_IN.begin);
  await page.locator('.demo-mark').waitFor();
  if (language === 'en') return someone;
  await page.locator('.demo-mark').click();
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/reset-demo'));
  await someone.press(ORGANISATION.resetInJapanese);
  expect((await begun).status()).toBe(200);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await arrived(page);
  return someone;
}

/** The operator sends the report that waits on its own screen, and has the receipt of the other side. */
async function sendOwn(operator: Someone): Promise<string> {
  const { page, say } = operator;
  await operator.goto('/survey/own-reports');
  await page.locator('main').getByRole('link').first().click();
  await page.waitForURL(/own-reports\/[0-9a-f-]{36}/);
  await operator.press(OWN.send);
  await operator.sees(say(OWN.taken));
  await page
    .getByText(/R-\d{4}/)
    .first()
    .waitFor();
  await operator.looksGood('own-report');
  return (await page.locator('.report-head h1').textContent()) ?? '';
}

/** An operator without an account writes a report on a phone, by the link the desk gave them. */
async function reportByLink(language: Language, link: string): Promise<Someone> {
  const operator = await Someone.at(language, PHONE);
  const { page, say } = operator;
  await page.goto(link);
  await page.locator('[name="operator.name"]').fill(say({ ja: '川瀬ガス', en: 'Kawase Gas' }));
  await page.locator('[name="title"]').fill(say({ ja: '検針端末の停止', en: 'Handhelds stopped' }));
  await page.locator('select[name="sector"]').selectOption('gas');
  await page.locator('select[name="eventType"]').selectOption('unavailable');
  const noticed = Temporal.Now.zonedDateTimeISO('Asia/Tokyo').subtract({ hours: 5 });
  await page.locator('[name="times.noticed.at"]').fill(noticed.toPlainDateTime().toString({ smallestUnit: 'minute' })); // biome-ignore format: one line
  await operator.looksGood('link-phone');
  keepUp();
  await page.locator('button[value="submit"]').click();
  await page
    .getByRole('status')
    .getByText(/R-\d{4}/)
    .waitFor();
  await holdsTogether(page);
  await operator.looksGood('link-received-phone');
  return operator;
}

/** Opens a report from the list, which may be drawn anew under the pointer while others come in. */
async function openReport(page: Page, title: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: title }).first();
  const isOpen = /survey\/reports\/[0-9a-f-]{36}/;
  await row.waitFor();
  await expect
    .poll(async () => {
      if (!isOpen.test(page.url())) await row.click({ timeout: 2_000 }).catch(() => undefined);
      return page.url();
    })
    .toMatch(isOpen);
}

/** The desk looks a report through, asks, and sees what was answered by the link. */
async function workDesk(desk: Someone, operator: Someone, title: string): Promise<void> {
  const { page, say } = desk;
  await openReport(page, title);
  await desk.fill(DESK.question, say({ ja: '復旧の時刻を教えてください', en: 'When was it restored?' }));
  await desk.press(DESK.ask);
  await page.getByRole('listitem').filter({ hasText: say({ ja: '復旧の時刻を', en: 'When was it' }) }).waitFor(); // biome-ignore format: one line
  await operator.page.reload();
  await operator.page.locator('textarea[name="answer"]').fill(say({ ja: '13時に復旧しました', en: 'At one o’clock' })); // biome-ignore format: one line
  await operator.page.locator('form:has(textarea[name="answer"]) button').click();
  await operator.page.getByRole('status').waitFor();
  // It comes to the open screen by itself.
  await desk.sees(say({ ja: '13時に復旧しました', en: 'At one o’clock' }));
  await passed(desk);
  await desk.looksGood('report');
}

/** The verdict on the report that is shown. */
async function passed({ page, say, press }: Someone): Promise<void> {
  await page.getByRole('combobox', { name: say(DESK.verdict) }).click();
  await page.getByRole('option', { name: say(VERDICT_WORDS.passed), exact: true }).click();
  await press(DESK.record);
  await page.locator('.report-head').getByText(say(VERDICT_WORDS.passed)).waitFor();
}

const today = (): Temporal.PlainDate => clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();

/** A survey of what came in since yesterday, its candidates, and two who are to rate them. */
async function openSurvey(desk: Someone): Promise<string> {
  const { page, say } = desk;
  await desk.goto('/survey/cycles');
  await desk.press(CYCLE.open);
  await desk.fill(CYCLE.fiscalYear, String(today().year));
  await desk.fill(CYCLE.target, '1');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say(CYCLE.open) })
    .click();
  await page.waitForURL(/\/survey\/cycles\/[0-9a-f-]{36}/);
  await desk.press(CYCLE.edit);
  await desk.fill(CYCLE.from, today().subtract({ days: 1 }).toString());
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say(W.save), exact: true })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.press(SELECTION.update);
  await desk.sees(say(SELECTION.eligible));
  for (const { name, email } of [MEMBERS.shima, MEMBERS.tachi]) {
    await desk.press(SELECTION.assign);
    await page.getByRole('combobox', { name: say(SELECTION.person) }).fill(email);
    await page.getByRole('option', { name: say(name) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(SELECTION.assign) })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await desk.looksGood('preparation');
  await desk.press(SELECTION.start);
  await desk.sees(say(SELECTION.waiting));
  return new URL(page.url()).pathname;
}

/** A rater, signed in by a link that the desk handed out, at a browser of their own. */
async function rater(desk: Someone, language: Language, name: 'shima' | 'tachi'): Promise<Someone> {
  const [person] = await house.clone.query<{ id: string }>(
    `SELECT p.id FROM person p JOIN organisation o USING (org_id) WHERE p.email = $1 AND o.name = $2`,
    [MEMBERS[name].email, BODY_NAME[language]],
  );
  const asked = await desk.page.request.post(`${base}/api/prepare/people/${person?.id}/invitation`, {
    headers: { origin: base },
  });
  const { link } = (await asked.json()) as { link: string };
  const someone = await Someone.at(language);
  await someone.page.goto(link);
  const { join, signIn } = SIGN_IN;
  const ways = new RegExp(`^(${someone.say(join)}|${someone.say(signIn)})$`);
  await someone.page.getByRole('button', { name: ways }).click();
  await someone.page.waitForURL(/settings\/account/);
  return someone;
}

/** Everything on the sheet of one rater, candidate after candidate, then locked; nothing of others is seen before. */
async function rateAll(who: Someone, cycle: string, scores: readonly number[]): Promise<void> {
  const { page, say } = who;
  await who.goto(cycle);
  await who.sees(say(SELECTION.blind));
  expect(await page.getByRole('heading', { name: say(SELECTION.agreement) }).count()).toBe(0);
  expect(await page.getByText(say(SELECTION.locked)).count()).toBe(0);
  const kept = () => page.waitForResponse((answer) => answer.request().method() === 'PUT');
  for (const [n, score] of scores.entries()) {
    await page.locator('.survey-queue button').nth(n).click();
    for (const { name, needsText } of startingCriteria()) {
      const answer = kept();
      await page
        .getByRole('group', { name: say(name), exact: true })
        .getByRole('radio')
        .first()
        .focus();
      await page.keyboard.press(String(score));
      expect((await answer).status()).toBe(200);
      if (!needsText) continue;
      const written = kept();
      const why = say({ ja: '手順の見直しに役立つ', en: 'Helps to revise procedures' });
      await page.getByLabel(say(SELECTION.needed, { name: say(name) })).fill(why);
      await page.keyboard.press('Tab');
      expect((await written).status()).toBe(200);
    }
    const judged = kept();
    await page
      .locator('label')
      .filter({ hasText: new RegExp(`^${say(QUALITY_WORDS.mixed)}$`) })
      .click();
    expect((await judged).status()).toBe(200);
  }
  await who.sees(say(SELECTION.progress, { n: scores.length, of: scores.length }));
  await who.looksGood(`sheet-${scores.join('')}`);
  await who.press(SELECTION.lock);
}

/** One that stands lower is chosen: it asks for a reason, and is signed with it. */
async function select(desk: Someone): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('heading', { name: say(SELECTION.sectors) }).waitFor();
  await page.getByRole('checkbox').nth(1).check();
  await desk.press(SELECTION.save);
  const why = page.getByRole('textbox', {
    name: new RegExp(say(SELECTION.reasonFor, { number: 'R-\\d{4}' })),
  });
  await expect.poll(() => why.first().getAttribute('aria-invalid')).toBe('true');
  await why
    .first()
    .fill(say({ ja: '同種の事例を昨年度に公表済みのため', en: 'One like it was published last year' }));
  await desk.press(SELECTION.save);
  await page.getByRole('button', { name: say(SELECTION.save), disabled: true }).waitFor();
  await desk.looksGood('board');
  await desk.press(SELECTION.sign);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say(SELECTION.sign) })
    .click();
  await page.getByRole('button', { name: say(SELECTION.record, { n: 1 }) }).waitFor();
}

/** The figure of what was told so far is there, and no newer one is being laid out. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.figure-sheet svg').first().waitFor();
  await page.locator('[data-drawing]').waitFor({ state: 'detached' });
}

/** The hearing that is held now, for the survey of 2024: what is said becomes claims, the operator confirms on a phone. */
async function hear(desk: Someone, language: Language): Promise<void> {
  const { page, say } = desk;
  await desk.goto('/survey/hearings');
  await page
    .getByRole('listitem')
    .filter({ hasText: say(HEARING_STATE_WORDS.open) })
    .getByRole('link')
    .click();
  await page.waitForURL(/survey\/hearings\/[0-9a-f-]{36}/);
  await page.locator('.hearing-question').first().click();
  // What differs between accounts stands no more exactly than it was told.
  await desk.sees(say({ ja: '2024-07-08 08:13（頃）', en: '2024-07-08 08:13 (About)' }));
  keepUp();
  const said = say({ ja: '予備の回線は翌日に契約した', en: 'A spare line was ordered the next day' });
  await desk.fill(HEARING.line, said);
  await page.keyboard.press('Enter');
  await page.locator('.hearing-claims').getByText(said).waitFor();
  await drawn(page);
  await desk.looksGood('hearing');
  await desk.press(HEARING.complete);
  await desk.press(HEARING.sendMinutes);
  const asking = page.getByRole('dialog');
  const head = say({ ja: '本部長', en: 'Head of the group' });
  await asking.getByLabel(say(HEARING.sentTo)).fill(head);
  await asking.getByLabel(say(HEARING.sentEmail)).fill('head@operator.invalid');
  await asking.locator('button[type="submit"]').click();
  await asking.waitFor({ state: 'detached' });
  await desk.sees(say(HEARING.sent));

  const operator = await Someone.at(language, PHONE);
  const hearingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await operator.page.goto(linkUrl(house.assembly.house.instance, HEARING_LINK, hearingId));
  await operator.sees(said);
  await holdsTogether(operator.page);
  await operator.looksGood('minutes-phone');
  await operator.page.locator('#confirm-by').fill(head);
  await operator.page.locator('form:has(#confirm-by) button').click();
  await operator.page.getByRole('status').waitFor();
  await operator.looksGood('minutes-confirmed-phone');
  await operator.leave();
  await desk.sees(say(HEARING.confirmed, { by: head }));
}

test.for(LANGUAGES)('the year of the demonstration, from a report to a draft (%s)', async (language) => {
  const desk = await register(language);
  const { page, say } = desk;
  const own = await sendOwn(desk);

  await desk.goto('/');
  await desk.press(W.switchTo, { name: BODY_NAME[language] });
  await page.waitForURL(/survey\/reports/);
  await arrived(page);
  await desk.sees(own);
  await desk.press(DESK.sendForm);
  await desk.fill(DESK.name, say({ ja: '担当者', en: 'Contact' }));
  await desk.fill(DESK.email, 'desk@kawase.invalid');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say(DESK.sendForm) })
    .click();
  const link = await page.getByLabel(say(DESK.link)).inputValue();
  const operator = await reportByLink(language, link);
  await page.keyboard.press('Escape');
  await desk.looksGood('desk');
  const told = say({ ja: '検針端末の停止', en: 'Handhelds stopped' });
  await workDesk(desk, operator, told);
  await operator.leave();
  await desk.goto('/survey/reports');
  await openReport(page, own);
  await passed(desk);

  const cycle = await openSurvey(desk);
  const first = await rater(desk, language, 'shima');
  const second = await rater(desk, language, 'tachi');
  await rateAll(first, cycle, [3, 1]);
  await first.sees(say(SELECTION.waiting));
  await rateAll(second, cycle, [2, 1]);
  await first.leave();
  await second.leave();
  await select(desk);

  await hear(desk, language);
  await desk.press(HEARING.draft);
  await page.waitForURL(/learn\/cases\/[0-9a-f-]{36}/);
  await drawn(page);
  await desk.looksGood('case');
  await desk.leave();
});
