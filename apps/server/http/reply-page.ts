import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NOTICE_LINK } from '../../../areas/respond/notices/rules.ts';
import { linkAnswer } from '../../../areas/respond/notices/schema.ts';
import {
  answerReply,
  type LinkLook,
  lookAtReply,
  reportByLink,
} from '../../../areas/respond/replies/answer-link.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { FAULTS, Fault, type FaultCode } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage, type Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { LISTS_BYTES, ONE_PERSON, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';
import { sweepFields, sweepForms, sweepTaken } from './sweep-forms.ts';

const WORDS = {
  request: { ja: '依頼', en: 'Request' },
  brief: { ja: '報告', en: 'Brief' },
  read: { ja: '確認済みにする', en: 'Mark as read' },
  take: { ja: '引き受け・途中経過の回答', en: 'Accept or send an update' },
  finished: { ja: '完了の回答', en: 'Report as done' },
  answer: { ja: '回答（見込み・結果・必要な支援）', en: 'Answer (estimate, result, what you need)' },
  said: { ja: 'これまでの回答', en: 'Your previous answers' },
  thanks: { ja: '記録しました。', en: 'Recorded.' },
  answered: { ja: '回答は記録されています。', en: 'Your answer is recorded.' },
  gone: {
    ja: 'このリンクは使用できません（期限切れ、取り下げ済み、または新しい依頼があります）。',
    en: 'This link does not work. It has expired, was withdrawn or was replaced by a newer message.',
  },
} as const;

interface Shown {
  /** What was just done, or why it was not. */
  readonly told: string;
  /** What was typed and not taken: nobody types it twice. */
  readonly typed: string;
  readonly find: string;
  readonly keys: string;
  readonly note: string;
}

function body(look: LinkLook, language: Language, { told, typed, ...kept }: Shown): string {
  const head = `<p class="quiet">${escapeHtml(look.organisation)}</p>`;
  if (look.state === 'expired') return `${head}<h1>${WORDS.gone[language]}</h1>`;
  const text = `<h1>${escapeHtml(look.subject)}</h1><p>${escapeHtml(look.text).replaceAll('\n', '<br>')}</p>`;
  const notice = told ? `<p role="status"><strong>${escapeHtml(told)}</strong></p>` : '';
  const said = look.answer
    ? `<h2>${WORDS.said[language]}</h2><p>${escapeHtml(look.answer).replaceAll('\n', '<br>')}</p>`
    : '';
  if (look.state === 'answered') return `${head}${text}${notice}${said}<p>${WORDS.answered[language]}</p>`;
  const form =
    look.kind === 'request'
      ? `<form method="post"><label for="answer">${WORDS.answer[language]}</label>
<textarea id="answer" name="answer" rows="5" maxlength="5000">${escapeHtml(typed)}</textarea>
<p><button type="submit" name="done" value="">${WORDS.take[language]}</button></p>
<p><button type="submit" name="done" value="yes">${WORDS.finished[language]}</button></p></form>`
      : `<form method="post"><button type="submit">${WORDS.read[language]}</button></form>`;
  const sweep = look.sweep ? sweepForms(look.sweep, language, kept) : '';
  return head + text + notice + said + sweep + form;
}

interface Asked {
  /** @returns what to say when it is done */
  readonly act?: (ctx: Context, id: string) => Promise<Bilingual>;
  readonly typed?: string;
  readonly find?: string;
  readonly keys?: string;
  readonly note?: string;
}
/** Told on the page, beside what was typed. */
const REFUSALS: readonly FaultCode[] = ['gone', 'conflict', 'invalid'];

const whyNot = ({ code, details: { detail, fields = [] } }: Fault, language: Language): string =>
  code === 'gone'
    ? ''
    : [...(detail ? [detail] : []), ...fields.map(({ mend }) => mend)]
        .map((each) => each[language])
        .join(' ');

/** The page behind the link of a request or a brief: for people without an account, on any phone. */
export function mountReplyPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; id: string } | undefined> => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, NOTICE_LINK, token);
    return found && { id: found.id, ctx: linkContext(house, clock, request, found, 'confirmation.answer') };
  };
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { act, typed = '', find = '', keys = '', note = '' }: Asked,
  ) => {
    const language = chooseLanguage(request.headers['accept-language']);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const found = await contextOf(request);
    if (!found)
      return reply
        .code(410)
        .send(page({ title: 'Sonae', language, body: `<h1>${WORDS.gone[language]}</h1>` }));
    let told = '';
    let refused: Fault | undefined;
    try {
      if (act) told = (await act(found.ctx, found.id))[language];
    } catch (error) {
      if (!(error instanceof Fault) || !REFUSALS.includes(error.code)) throw error;
      refused = error;
      told = whyNot(error, language);
    }
    const look = await lookAtReply(found.ctx, found.id, find);
    const shut = refused?.code === 'gone' && look.state === 'open';
    // Nobody types it twice.
    const shown = refused ? { told, find, typed, keys, note } : { told, find, typed: '', keys: '', note: '' };
    return reply.code(refused ? FAULTS[refused.code].status : look.state === 'expired' ? 410 : 200).send(
      page({
        title: look.kind === 'brief' ? WORDS.brief[language] : WORDS.request[language],
        language,
        body: body(shut ? { ...look, state: 'expired' } : look, language, shown),
      }),
    );
  };
  withForms(
    app,
    (scope) => {
      scope.get('/reply/:token', (request, reply) => {
        const { find = '' } = request.query as { find?: string };
        return answer(request, reply, { find: String(find).slice(0, 100) });
      });
      scope.post('/reply/:token', { config: { rateLimit: ONE_PERSON } }, (request, reply) => {
        const fields = (request.body ?? {}) as Record<string, string>;
        const find = (fields['find'] ?? '').slice(0, 100);
        if (fields['result'] !== undefined)
          return answer(request, reply, {
            find,
            keys: fields['keys'] ?? '',
            note: fields['note'] ?? '',
            act: async (ctx, id) => sweepTaken(await reportByLink(ctx, id, sweepFields(fields))),
          });
        const read = linkAnswer.safeParse({ answer: fields['answer'], done: fields['done'] === 'yes' });
        if (!read.success) throw new Fault('invalid');
        return answer(request, reply, {
          typed: read.data.answer,
          act: async (ctx, id) => {
            await answerReply(ctx, id, read.data);
            return WORDS.thanks;
          },
        });
      });
    },
    LISTS_BYTES,
  );
}
