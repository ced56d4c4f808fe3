import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findLink } from '../../../areas/sending/links/index.ts';
import { HEARING_LINK } from '../../../areas/survey/hearings/addressing.ts';
import {
  commentByLink,
  confirmByLink,
  lookAtMinutes,
  type MinutesLook,
} from '../../../areas/survey/hearings/confirm-minutes.ts';
import { type CommentView, confirmation, newComment } from '../../../areas/survey/hearings/schema.ts';
import { COMMENT_KIND_WORDS } from '../../../areas/survey/hearings/words.ts';
import { receiptNumber } from '../../../areas/survey/intake/rules.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import { CERTAINTY_WORDS } from '../../../kernel/certainty.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { FAULTS, Fault, type FaultCode } from '../../../kernel/errors.ts';
import { chooseLanguage, type Language } from '../../../kernel/language.ts';
import { momentInWords } from '../../../kernel/moment-words.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { ONE_PERSON, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const WORDS = {
  title: { ja: 'ヒアリングの議事録', en: 'Minutes of the hearing' },
  gone: {
    ja: 'このリンクは使用できません（期限切れ、または議事録が修正中です）。',
    en: 'This link does not work. It has expired, or the minutes are being changed.',
  },
  confirmed: { ja: '議事録は確認済みです。', en: 'The minutes are confirmed.' },
  materials: { ja: 'お預かりした資料', en: 'Material received' },
  said: { ja: 'これまでの訂正と意見', en: 'Corrections and views so far' },
  waiting: { ja: '回答待ち', en: 'Waiting for an answer' },
  accepted: { ja: '採用（発言を変更しました）', en: 'Accepted; the line was changed' },
  refused: { ja: '不採用', en: 'Not accepted' },
  kept: { ja: '意見として保存しました', en: 'Kept as a view' },
  correctHelp: {
    ja: '事実と異なる箇所があればお知らせください。事務局が回答するまで、議事録は確認済みになりません。',
    en: 'Tell us what is not correct. The minutes are not confirmed until the secretariat has answered.',
  },
  viewHelp: {
    ja: '評価や見解をお寄せください。意見は保存しますが、議事録は変更しません。',
    en: 'Tell us what you think. A view is kept and does not change the minutes.',
  },
  line: { ja: '対象の発言', en: 'Line' },
  whole: { ja: '議事録全体', en: 'All of the minutes' },
  by: { ja: 'お名前・役職', en: 'Your name and role' },
  text: { ja: '内容', en: 'What you want to say' },
  sendCorrection: { ja: '訂正を送信', en: 'Send correction' },
  sendView: { ja: '意見を送信', en: 'Send view' },
  confirm: { ja: '内容を確認しました', en: 'Confirm the minutes' },
  confirmHead: { ja: '議事録の確認', en: 'Confirmation' },
  thanks: { ja: '記録しました。', en: 'Recorded.' },
} as const;

interface Shown {
  readonly told: string;
  /** What was typed and not taken: nobody types it twice. */
  readonly typed: Readonly<Record<string, string>>;
}

const paragraphs = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

function became({ kind, answer, reason }: CommentView, language: Language): string {
  if (kind === 'view') return WORDS.kept[language];
  const words = answer === null ? WORDS.waiting : WORDS[answer];
  return `${words[language]}${reason ? ` — ${reason}` : ''}`;
}

function commentForm(
  kind: 'correction' | 'view',
  look: MinutesLook,
  language: Language,
  { typed }: Shown,
): string {
  const own = typed['kind'] === kind ? typed : {};
  const options = look.lines
    .map(
      ({ number, speaker, text }) =>
        `<option value="${number}"${own['number'] === String(number) ? ' selected' : ''}>${number}. ${escapeHtml(`${speaker} ${text}`.slice(0, 60))}</option>`,
    )
    .join('');
  const help = kind === 'correction' ? WORDS.correctHelp : WORDS.viewHelp;
  const send = kind === 'correction' ? WORDS.sendCorrection : WORDS.sendView;
  return `<h2 id="${kind}">${COMMENT_KIND_WORDS[kind][language]}</h2><p>${help[language]}</p>
<form method="post"><input type="hidden" name="kind" value="${kind}">
<label for="${kind}-number">${WORDS.line[language]}</label><select id="${kind}-number" name="number"><option value="">${WORDS.whole[language]}</option>${options}</select>
<label for="${kind}-text">${WORDS.text[language]}</label><textarea id="${kind}-text" name="text" rows="4" maxlength="2000" required>${escapeHtml(own['text'] ?? '')}</textarea>
<label for="${kind}-by">${WORDS.by[language]}</label><input id="${kind}-by" name="by" maxlength="120" required autocomplete="name" value="${escapeHtml(own['by'] ?? '')}">
<p><button type="submit">${send[language]}</button></p></form>`;
}

function body(look: MinutesLook, language: Language, shown: Shown): string {
  const head = `<p class="quiet">${escapeHtml(look.organisation)}</p>`;
  if (look.state === 'expired') return `${head}<h1>${WORDS.gone[language]}</h1>`;
  const { zone, startsAt } = look.hearing;
  const at = (instant: Temporal.Instant, how: Intl.DateTimeFormatOptions): string =>
    momentInWords(instant, zone, language, how);
  const number = look.number === null ? '' : ` <span class="nowrap">${receiptNumber(look.number)}</span>`;
  const lines = look.lines.map(
    (line) =>
      `<li value="${line.number}"><span class="quiet">${at(line.at, { timeStyle: 'short' })} ${escapeHtml(line.speaker)}${
        line.certainty === 'confirmed' ? '' : ` · ${CERTAINTY_WORDS[line.certainty][language]}`
      }</span><br>${paragraphs(line.text)}</li>`,
  );
  const numberOf = new Map(look.lines.map(({ id, number: n }) => [id, n]));
  const comments = look.comments.map((each) => {
    const of = each.lineId === null ? undefined : numberOf.get(each.lineId);
    return `<li><strong>${COMMENT_KIND_WORDS[each.kind][language]}</strong>${of === undefined ? '' : ` · ${WORDS.line[language]} ${of}`} · ${escapeHtml(each.by)}<br>${paragraphs(each.text)}<br><span class="quiet">${escapeHtml(became(each, language))}</span></li>`;
  });
  const materials = look.materials.map(
    ({ name, sha256, custody }) =>
      `<li>${escapeHtml(name)}<br><span class="quiet">SHA-256 ${sha256.slice(0, 16)}… · ${escapeHtml(custody[0]?.from ?? '')} → ${escapeHtml(custody.at(-1)?.to ?? '')}</span></li>`,
  );
  const list = (title: string, items: readonly string[]): string =>
    items.length > 0 ? `<h2>${title}</h2><ul>${items.join('')}</ul>` : '';
  const notice = shown.told ? `<p role="status"><strong>${escapeHtml(shown.told)}</strong></p>` : '';
  const told = `${head}<h1>${WORDS.title[language]}${number}</h1><p>${at(startsAt, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })} (${escapeHtml(zone)})</p>${notice}`;
  const all = `<ol>${lines.join('')}</ol>${list(WORDS.materials[language], materials)}${list(WORDS.said[language], comments)}`;
  if (look.state === 'confirmed') return `${told}<p><strong>${WORDS.confirmed[language]}</strong></p>${all}`;
  const by = shown.typed['confirm'] ? shown.typed['by'] : '';
  return `${told}${all}${commentForm('correction', look, language, shown)}${commentForm('view', look, language, shown)}
<h2>${WORDS.confirmHead[language]}</h2><form method="post"><input type="hidden" name="confirm" value="yes"><input type="hidden" name="seen" value="${look.hearing.edition}">
<label for="confirm-by">${WORDS.by[language]}</label><input id="confirm-by" name="by" maxlength="120" required autocomplete="name" value="${escapeHtml(by ?? '')}">
<p><button type="submit">${WORDS.confirm[language]}</button></p></form>`;
}

const commentFields = newComment.extend({
  number: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().positive()),
});
/** Told on the page, beside what was typed. */
const REFUSALS: readonly FaultCode[] = ['gone', 'conflict', 'invalid'];
const whyNot = ({ code, details: { detail, fields = [] } }: Fault, language: Language): string =>
  code === 'gone'
    ? WORDS.gone[language]
    : [...(detail ? [detail] : []), ...fields.map(({ mend }) => mend)]
        .map((each) => each[language])
        .join(' ');

async function act(ctx: Context, id: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const shape = fields['confirm'] ? confirmation : commentFields;
  const read = shape.safeParse(fields);
  if (!read.success) throw new Fault('invalid', { fields: fieldFaultsOf(read.error, 'body') });
  if ('seen' in read.data) await confirmByLink(ctx, id, read.data);
  else await commentByLink(ctx, id, read.data);
}

/** Minutes behind a link: the operator reads, corrects and confirms them, without an account and without scripts. */
export function mountHearingPage(app: FastifyInstance, house: House, clock: Clock): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    fields?: Readonly<Record<string, string>>,
  ) => {
    const language = chooseLanguage(request.headers['accept-language']);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, HEARING_LINK, token);
    const title = WORDS.title[language];
    if (!found)
      return reply.code(410).send(page({ title, language, body: `<h1>${WORDS.gone[language]}</h1>` }));
    const ctx = linkContext(house, clock, request, found, 'confirmation.answer');
    let refused: Fault | undefined;
    try {
      if (fields) await act(ctx, found.id, fields);
    } catch (error) {
      if (!(error instanceof Fault) || !REFUSALS.includes(error.code)) throw error;
      refused = error;
    }
    const look = await lookAtMinutes(ctx, found.id);
    const told = refused ? whyNot(refused, language) : fields ? WORDS.thanks[language] : '';
    const status = refused ? FAULTS[refused.code].status : look.state === 'expired' ? 410 : 200;
    const shown = { told, typed: refused && fields ? fields : {} };
    return reply.code(status).send(page({ title, language, body: body(look, language, shown) }));
  };
  withForms(app, (scope) => {
    scope.get('/hearing/:token', (request, reply) => answer(request, reply));
    scope.post('/hearing/:token', { config: { rateLimit: ONE_PERSON } }, (request, reply) =>
      answer(request, reply, (request.body ?? {}) as Record<string, string>),
    );
  });
}
