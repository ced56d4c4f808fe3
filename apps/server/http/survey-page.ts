import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findLink } from '../../../areas/sending/links/index.ts';
import { MISSING } from '../../../areas/survey/content/rules.ts';
import type { Stage } from '../../../areas/survey/content/schema.ts';
import { MISSING_WORDS, STAGE_WORDS } from '../../../areas/survey/content/words.ts';
import {
  answerThrough,
  type DoorLook,
  lookThrough,
  saveThrough,
  submitThrough,
} from '../../../areas/survey/doors/come-through.ts';
import { DOOR_LINK } from '../../../areas/survey/doors/rules.ts';
import { receiptNumber } from '../../../areas/survey/intake/rules.ts';
import { answered } from '../../../areas/survey/intake/schema.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { FAULTS, Fault, type FaultCode, type FieldFault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage, type Language, listed } from '../../../kernel/language.ts';
import { plainText } from '../../../kernel/plain.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { escapeHtml, fillIn } from '../../../kernel/text.ts';
import { formFields, LISTS_BYTES, ONE_PERSON, parsedBy } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';
import { drawSurveyForm } from './survey-form-draw.ts';
import { readSurveyForm, type Sent } from './survey-form-read.ts';

const WORDS = {
  title: { ja: '情報連絡', en: 'Information report' },
  gone: {
    ja: 'このリンクは使用できません（期限切れ、または終了しています）。',
    en: 'This link does not work. It has expired or was closed.',
  },
  save: { ja: '下書きを保存', en: 'Save draft' },
  saved: {
    ja: '下書きを保存しました。同じリンクから続きを入力できます。',
    en: 'Draft saved. You can continue with the same link.',
  },
  submit: { ja: '提出', en: 'Submit' },
  received: {
    ja: '受理しました。受理番号は {number}、第{version}版です。',
    en: 'Received as {number}, version {version}.',
  },
  receipt: { ja: '受理番号', en: 'Receipt number' },
  still: { ja: '提出に必要な項目：{fields}', en: 'Still needed before you can submit: {fields}' },
  stale: {
    ja: '別の画面で先に保存されています。内容を確認し、必要な変更を入力し直してください。',
    en: 'It was saved from another page first. Check the content below and enter your changes again.',
  },
  questions: { ja: '質問', en: 'Questions' },
  answer: { ja: '回答', en: 'Answer' },
  send: { ja: '回答を送信', en: 'Send answer' },
  answered: { ja: '回答を記録しました。', en: 'Your answer is recorded.' },
  stage: { ja: '報告の種別', en: 'Stage' },
  notTaken: {
    ja: 'この質問には、すでに回答があるか、回答が不要になっています。',
    en: 'This question was answered before, or needs no answer any more.',
  },
  withdrawn: { ja: 'この情報連絡は取り下げられています。', en: 'This report was withdrawn.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

interface Shown {
  readonly told: string;
  readonly faults: readonly FieldFault[];
  /** An answer that was not taken. */
  readonly answer?: { readonly question: string; readonly text: string };
  /** What was typed and not taken: nobody types it twice. */
  readonly typed?: DoorLook['content'];
}

function faultList(faults: readonly FieldFault[], language: Language): string {
  if (faults.length === 0) return '';
  const lines = faults.map(
    ({ field, name, mend }) => `<li>${escapeHtml(`${name?.[language] ?? field}: ${mend[language]}`)}</li>`,
  );
  return `<ul role="alert">${lines.join('')}</ul>`;
}

function questionsOf({ questions }: DoorLook, language: Language, typed: Shown['answer']): string {
  if (questions.length === 0) return '';
  const each = questions.map(({ id, number, text, answer }) => {
    const said = `<p><strong>${number}.</strong> ${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
    if (answer !== null) return `${said}<p class="quiet">${escapeHtml(answer).replaceAll('\n', '<br>')}</p>`;
    return `${said}<form method="post"><input type="hidden" name="question" value="${id}"><label for="a-${number}">${WORDS.answer[language]}</label>
<textarea id="a-${number}" name="answer" rows="3" maxlength="5000" required>${typed?.question === id ? escapeHtml(typed.text) : ''}</textarea><p><button type="submit">${WORDS.send[language]}</button></p></form>`;
  });
  return `<h2>${WORDS.questions[language]}</h2>${each.join('')}`;
}

function body(look: DoorLook, language: Language, { told, faults, typed, answer }: Shown): string {
  const say = (word: Bilingual, values: Readonly<Record<string, string | number>> = {}): string =>
    escapeHtml(fillIn(word[language], values));
  const head = `<p class="quiet">${escapeHtml(look.organisation)}</p><h1>${say(WORDS.title)}${look.number === null ? '' : ` <span class="nowrap">${receiptNumber(look.number)}</span>`}</h1>`;
  const notice = told ? `<p role="status"><strong>${escapeHtml(told)}</strong></p>` : '';
  if (look.state === 'withdrawn') return `${head}<p>${say(WORDS.withdrawn)}</p>`;
  const missing = MISSING.filter((each) => look.missing.includes(each)).map(
    (each) => MISSING_WORDS[each][language],
  );
  const needed =
    missing.length > 0 ? `<p>${say(WORDS.still, { fields: listed(missing, language) })}</p>` : '';
  const stages: readonly Stage[] = look.version === 0 ? ['first', 'final'] : ['followUp', 'final'];
  const fields = drawSurveyForm({
    content: typed ?? look.content,
    lists: look.lists,
    language,
    follows: look.version > 0,
    wrong: new Set(faults.map(({ field }) => field)),
  });
  const form = `<form method="post"><input type="hidden" name="seen" value="${look.seen}">${fields}
<label for="stage">${say(WORDS.stage)}</label><select id="stage" name="stage">${stages.map((each) => `<option value="${each}">${say(STAGE_WORDS[each])}</option>`).join('')}</select>
<div class="buttons"><button type="submit" name="act" value="save">${say(WORDS.save)}</button><button type="submit" name="act" value="submit">${say(WORDS.submit)}</button></div></form>`;
  return head + notice + faultList(faults, language) + questionsOf(look, language, answer) + needed + form;
}

/** Told on the page, beside what was typed. */
const REFUSALS: readonly FaultCode[] = ['conflict', 'not-found'];

/** The page behind an operator's link: its report, saved and gone on with, follow-ups and questions; no account, no script. */
export function mountSurveyPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; id: string } | undefined> => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, DOOR_LINK, token);
    return found && { id: found.id, ctx: linkContext(house, clock, request, found, 'confirmation.answer') };
  };

  async function takeAnswer(ctx: Context, id: string, question: string, text: string): Promise<Shown> {
    const { language } = ctx;
    const read = answered.shape.answer.safeParse(text);
    if (!read.success) {
      const faults = fieldFaultsOf(read.error, 'answer').map((fault) => ({ ...fault, name: WORDS.answer }));
      return { told: '', faults, answer: { question, text } };
    }
    try {
      await answerThrough(ctx, id, question, read.data);
      return { told: WORDS.answered[language], faults: [] };
    } catch (error) {
      if (!(error instanceof Fault) || !REFUSALS.includes(error.code)) throw error;
      return { told: WORDS.notTaken[language], faults: [] };
    }
  }

  async function handIn(ctx: Context, id: string, sent: Sent, content: DoorLook['content']): Promise<Shown> {
    const { language } = ctx;
    const seen = Number(sent['seen']?.[0] ?? -1);
    const stage = sent['stage']?.[0];
    if (sent['act']?.[0] !== 'submit') {
      await saveThrough(ctx, id, content, seen);
      return { told: WORDS.saved[language], faults: [] };
    }
    const wanted = stage === 'final' || stage === 'followUp' ? stage : 'first';
    try {
      const { number, version } = await submitThrough(ctx, id, content, { seen, stage: wanted });
      const told = fillIn(WORDS.received[language], { number: receiptNumber(number), version });
      return { told, faults: [] };
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'invalid') throw error;
      // What is not handed in is kept all the same: a phone at night loses its page.
      await saveThrough(ctx, id, content, seen);
      return { told: '', faults: error.details.fields ?? [], typed: content };
    }
  }

  async function take(ctx: Context, id: string, sent: Sent, look: DoorLook): Promise<Shown> {
    const question = sent['question']?.[0];
    if (question !== undefined) return takeAnswer(ctx, id, question, sent['answer']?.[0] ?? '');
    const { content, faults } = readSurveyForm(sent, look.content);
    try {
      if (faults.length === 0) return await handIn(ctx, id, sent, content);
      await saveThrough(ctx, id, content, Number(sent['seen']?.[0] ?? -1));
      return { told: '', faults, typed: content };
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'conflict') throw error;
      return { told: WORDS.stale[ctx.language], faults: [] };
    }
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply, sent?: Sent) => {
    const language = chooseLanguage(request.headers['accept-language']);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const gone = () =>
      reply.code(410).send(page({ title: 'Sonae', language, body: `<h1>${WORDS.gone[language]}</h1>` }));
    const found = await contextOf(request);
    if (!found) return gone();
    try {
      const before = await lookThrough(found.ctx, found.id);
      const shown = sent ? await take(found.ctx, found.id, sent, before) : { told: '', faults: [] };
      const look = sent ? await lookThrough(found.ctx, found.id) : before;
      reply.code(shown.faults.length > 0 ? FAULTS.invalid.status : 200);
      return reply.send(page({ title: WORDS.title[language], language, body: body(look, language, shown) }));
    } catch (error) {
      if (error instanceof Fault && error.code === 'gone') return gone();
      throw error;
    }
  };

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LISTS_BYTES },
      parsedBy(sentOf),
    );
    scope.get(`/${DOOR_LINK.path}/:token`, (request, reply) => answer(request, reply));
    scope.post(`/${DOOR_LINK.path}/:token`, { config: { rateLimit: ONE_PERSON } }, (request, reply) =>
      answer(request, reply, request.body as Sent),
    );
  });
}

/**
 * Each name with all its values; a name of the language itself is no field of ours. Lines end as they do everywhere else
 * here, not as a browser sends them, and what no store can hold is marked.
 */
function sentOf(text: string): Sent {
  const sent = new Map<string, string[]>();
  for (const [name, value] of formFields(text)) {
    const plain = plainText(value.replaceAll('\r\n', '\n'));
    const there = sent.get(name);
    if (there) there.push(plain);
    else sent.set(name, [plain]);
  }
  return Object.fromEntries(sent);
}
