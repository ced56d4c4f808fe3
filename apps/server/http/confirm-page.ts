import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Asked, answerQuestion, lookAtQuestion } from '../../../areas/prepare/confirmations/answer.ts';
import { QUESTION_LINK } from '../../../areas/prepare/confirmations/rules.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const STATES: Readonly<Record<Exclude<Asked['state'], 'open'>, Bilingual>> = {
  answered: { ja: '回答は記録されています。', en: 'Your answer is recorded.' },
  expired: { ja: 'このリンクは期限切れです。', en: 'This link has expired.' },
  changed: {
    ja: '内容が変更されたため、このリンクは使用できません。新しい案内をお待ちください。',
    en: 'The content has changed. Please wait for a new message.',
  },
};
const WORDS = {
  route: { ja: '連絡先の確認', en: 'Contact confirmation' },
  sheet: { ja: '共通認識シート', en: 'Shared understanding' },
  arrived: { ja: '届いたことを回答', en: 'Confirm receipt' },
  agree: { ja: '内容を確認', en: 'Confirm that we share this understanding' },
  configuration: { ja: '構成', en: 'Configuration' },
  importance: { ja: '重要度', en: 'Importance' },
  duties: { ja: '役割と義務', en: 'Duties' },
  unknown: {
    ja: 'このリンクは使用できません。メッセージのリンク全体を開いているか確認してください。',
    en: 'This link does not work. Check that you opened the full link.',
  },
} as const;

/** The page behind a question's link: for people without an account, on any phone. */
export function mountConfirmPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; id: string } | undefined> => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, QUESTION_LINK, token);
    return (
      found && {
        id: found.id,
        ctx: linkContext(house, clock, request, found, 'confirmation.answer'),
      }
    );
  };

  const show = (asked: Asked): string => {
    const { language, kind } = asked;
    const parts = asked.sheet
      ? (['configuration', 'importance', 'duties'] as const)
          .filter((part) => asked.sheet?.[part])
          .map((part) => `<h2>${WORDS[part][language]}</h2><p>${escapeHtml(asked.sheet?.[part] ?? '')}</p>`)
          .join('')
      : '';
    const button = kind === 'sheet' ? WORDS.agree : WORDS.arrived;
    const form = `<form method="post"><button type="submit">${button[language]}</button></form>`;
    const body = `<p class="quiet">${escapeHtml(asked.organisation)} · ${escapeHtml(asked.name)}</p><h1>${WORDS[kind][language]}</h1>`;
    const rest = asked.state === 'open' ? parts + form : `<p>${STATES[asked.state][language]}</p>`;
    return page({ title: WORDS[kind][language], language, body: body + rest });
  };
  const unknown = (request: FastifyRequest): string => {
    const language = chooseLanguage(request.headers['accept-language']);
    return page({ title: 'Sonae', language, body: `<h1>${WORDS.unknown[language]}</h1>` });
  };

  app.get('/confirm/:token', async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const found = await contextOf(request);
    if (!found) return reply.code(410).send(unknown(request));
    const asked = await lookAtQuestion(found.ctx, found.id);
    return reply.code(asked.state === 'open' ? 200 : 410).send(show(asked));
  });
  app.post('/confirm/:token', async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const found = await contextOf(request);
    if (!found) return reply.code(410).send(unknown(request));
    try {
      await answerQuestion(found.ctx, found.id);
      return show(await lookAtQuestion(found.ctx, found.id));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return reply.code(410).send(show(await lookAtQuestion(found.ctx, found.id)));
    }
  });
}
