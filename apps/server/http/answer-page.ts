import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acknowledgeByLink, lookAtLink } from '../../../areas/respond/paging/acknowledge-page.ts';
import { hearDevice } from '../../../areas/respond/paging/hear-device.ts';
import { type LinkState, PAGE_LINK } from '../../../areas/respond/paging/rules.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const STATES: Readonly<Record<LinkState, Bilingual>> = {
  open: {
    ja: '応答すると、ほかの人への呼び出しは停止します。',
    en: 'Acknowledging stops paging for everyone else.',
  },
  used: {
    ja: 'このリンクは使用済みです。応答は記録されています。',
    en: 'This link was already used. Your answer is recorded.',
  },
  expired: { ja: 'このリンクは期限切れです。', en: 'This link has expired.' },
  'answered-by-other': { ja: 'ほかの人がすでに応答しています。', en: 'Someone else has already answered.' },
  stopped: { ja: 'この呼び出しは停止されました。', en: 'This page was stopped.' },
};
const WORDS = {
  title: { ja: '呼び出し', en: 'Page' },
  answer: { ja: '応答', en: 'Acknowledge' },
  thanks: { ja: '応答を記録しました。', en: 'Your answer is recorded.' },
  unknown: {
    ja: 'このリンクは使用できません。メッセージのリンク全体を開いているか確認してください。',
    en: 'This link does not work. Check that you opened the full link.',
  },
  console: { ja: 'コンソールを開く', en: 'Open the console' },
} as const;

/** The page itself first, then what else the message told of. */
const named = ([own = '', ...others]: readonly string[]): string =>
  `<h1>${escapeHtml(own)}</h1>${others.map((subject) => `<p>${escapeHtml(subject)}</p>`).join('')}`;

export function mountAnswerPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; attemptId: string }> => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, PAGE_LINK, token);
    if (!found) throw new Fault('gone');
    return { ctx: linkContext(house, clock, request, found, 'page.acknowledge'), attemptId: found.id };
  };

  const show = (request: FastifyRequest, body: string): string => {
    const language = chooseLanguage(request.headers['accept-language']);
    const foot = `<p class="quiet"><a href="/">${WORDS.console[language]}</a></p>`;
    return page({ title: WORDS.title[language], language, body: body + foot });
  };
  const unknown = (request: FastifyRequest): string =>
    show(request, `<h1>${WORDS.unknown[chooseLanguage(request.headers['accept-language'])]}</h1>`);

  // The form has no fields; what a browser sends with it is read and ignored.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, _body, done) => done(null, undefined),
  );

  app.get('/answer/:token', async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const { ctx, attemptId } = await contextOf(request).catch((error: unknown) => {
      if (error instanceof Fault) return { ctx: undefined, attemptId: '' };
      throw error;
    });
    if (!ctx) return reply.code(410).send(unknown(request));
    const { state, subjects, organisation } = await lookAtLink(ctx, attemptId);
    const head = `<p class="quiet">${escapeHtml(organisation)}</p>${named(subjects)}`;
    const words = `<p>${STATES[state][ctx.language]}</p>`;
    const button = `<form method="post"><button type="submit">${WORDS.answer[ctx.language]}</button></form>`;
    return reply
      .code(state === 'open' ? 200 : 410)
      .send(show(request, head + words + (state === 'open' ? button : '')));
  });

  // From the device a message was pushed to; a mail scanner cannot do this, for it sends nothing.
  app.post('/answer/:token/:heard', async (request, reply) => {
    const heard = z.enum(['delivered', 'seen']).safeParse((request.params as { heard: string }).heard);
    if (!heard.success) throw new Fault('not-found');
    const { ctx, attemptId } = await contextOf(request);
    await hearDevice(ctx, attemptId, heard.data);
    return reply.code(204).send();
  });

  app.post('/answer/:token', async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const { ctx, attemptId } = await contextOf(request).catch((error: unknown) => {
      if (error instanceof Fault) return { ctx: undefined, attemptId: '' };
      throw error;
    });
    if (!ctx) return reply.code(410).send(unknown(request));
    try {
      await acknowledgeByLink(ctx, attemptId);
      const { subjects } = await lookAtLink(ctx, attemptId);
      const told = subjects.map((subject) => `<p>${escapeHtml(subject)}</p>`).join('');
      return show(request, `<h1>${WORDS.thanks[ctx.language]}</h1>${told}`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { state, subjects } = await lookAtLink(ctx, attemptId);
      return reply.code(410).send(show(request, `${named(subjects)}<p>${STATES[state][ctx.language]}</p>`));
    }
  });
}
