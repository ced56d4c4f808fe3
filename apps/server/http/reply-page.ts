import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noticeOfLink } from '../../../areas/respond/notices/index.ts';
import { linkAnswer } from '../../../areas/respond/notices/schema.ts';
import { answerReply, type LinkLook, lookAtReply } from '../../../areas/respond/replies/answer-link.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage, type Language } from '../../../kernel/language.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { ONE_PERSON, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const WORDS = {
  request: { ja: '依頼', en: 'Request' },
  brief: { ja: '報告', en: 'Brief' },
  read: { ja: '読みました', en: 'I have read it' },
  take: { ja: '引き受けた・途中経過を伝える', en: 'We take it / how it goes' },
  finished: { ja: '完了を伝える', en: 'It is done' },
  answer: { ja: '回答（見込み・結果・必要なもの）', en: 'Answer: until when, how it went, what you need' },
  said: { ja: 'これまでの回答', en: 'What you answered' },
  thanks: { ja: '記録しました。', en: 'Recorded.' },
  answered: { ja: '回答は記録されています。', en: 'Your answer is recorded.' },
  gone: {
    ja: 'このリンクは使えません（期限切れか、取り下げられたか、より新しい依頼があります）。',
    en: 'This link does not work: it is too old, was taken back, or a newer message took its place.',
  },
} as const;

function body(look: LinkLook, language: Language, just: boolean): string {
  const head = `<p class="quiet">${escapeHtml(look.organisation)}</p>`;
  if (look.state === 'expired') return `${head}<h1>${WORDS.gone[language]}</h1>`;
  const text = `<h1>${escapeHtml(look.subject)}</h1><p>${escapeHtml(look.text).replaceAll('\n', '<br>')}</p>`;
  const thanks = just ? `<p role="status"><strong>${WORDS.thanks[language]}</strong></p>` : '';
  const said = look.answer
    ? `<h2>${WORDS.said[language]}</h2><p>${escapeHtml(look.answer).replaceAll('\n', '<br>')}</p>`
    : '';
  if (look.state === 'answered') return `${head}${text}${said}<p>${WORDS.answered[language]}</p>`;
  const form =
    look.kind === 'request'
      ? `<form method="post"><label for="answer">${WORDS.answer[language]}</label>
<textarea id="answer" name="answer" rows="5" maxlength="5000"></textarea>
<p><button type="submit" name="done" value="">${WORDS.take[language]}</button></p>
<p><button type="submit" name="done" value="yes">${WORDS.finished[language]}</button></p></form>`
      : `<form method="post"><button type="submit">${WORDS.read[language]}</button></form>`;
  return head + text + thanks + said + form;
}

/** The page behind the link of a request or a brief: for people without an account, on any phone. */
export function mountReplyPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; id: string } | undefined> => {
    const { token } = request.params as { token: string };
    const found = await noticeOfLink(house.database, hashOf(token));
    return found && { id: found.id, ctx: linkContext(house, clock, request, found, 'confirmation.answer') };
  };
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    act?: (ctx: Context, id: string) => Promise<void>,
  ) => {
    const language = chooseLanguage(request.headers['accept-language']);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const found = await contextOf(request);
    if (!found)
      return reply
        .code(410)
        .send(page({ title: 'Sonae', language, body: `<h1>${WORDS.gone[language]}</h1>` }));
    let taken = false;
    try {
      await act?.(found.ctx, found.id);
      taken = act !== undefined;
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'gone') throw error;
    }
    const look = await lookAtReply(found.ctx, found.id);
    const refused = act !== undefined && !taken;
    const title = look.kind === 'brief' ? WORDS.brief[language] : WORDS.request[language];
    return reply.code(look.state === 'expired' || refused ? 410 : 200).send(
      page({
        title,
        language,
        body: body(refused && look.state === 'open' ? { ...look, state: 'expired' } : look, language, taken),
      }),
    );
  };
  withForms(app, (scope) => {
    scope.get('/reply/:token', (request, reply) => answer(request, reply));
    scope.post('/reply/:token', { config: { rateLimit: ONE_PERSON } }, (request, reply) => {
      const fields = (request.body ?? {}) as Record<string, string>;
      const read = linkAnswer.safeParse({ answer: fields['answer'], done: fields['done'] === 'yes' });
      if (!read.success) throw new Fault('invalid');
      return answer(request, reply, (ctx, id) => answerReply(ctx, id, read.data));
    });
  });
}
