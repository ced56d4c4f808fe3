import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TECHNICIAN_LINK } from '../../../areas/respond/recovery/rules.ts';
import { ITEM_STATES } from '../../../areas/respond/recovery/schema.ts';
import {
  lookAsTechnician,
  moveAsTechnician,
  type TechnicianLook,
} from '../../../areas/respond/recovery/technician-page.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage, type Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { ONE_PERSON, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const WORDS = {
  title: { ja: '現地の復旧作業', en: 'Recovery on site' },
  search: { ja: '機器のキー・名前で検索', en: 'Search by key or name' },
  find: { ja: '検索', en: 'Search' },
  none: { ja: '該当する機器がありません。', en: 'No matching machines.' },
  more: {
    ja: 'ほかにも該当する機器があります。キーで検索してください。',
    en: 'There are more. Search by key.',
  },
  why: { ja: '支障の理由（「支障あり」の場合）', en: 'Why it is blocked' },
  sayWhy: { ja: '「支障あり」の場合は、理由を入力してください。', en: 'Enter why it is blocked.' },
  drill: { ja: '訓練', en: 'DRILL' },
  gone: {
    ja: 'このページは終了しました。対策本部に新しいQRコードの発行を依頼してください。',
    en: 'This page has ended. Ask the incident team for a new code.',
  },
  waiting: { ja: '未着手', en: 'not started' },
  inProgress: { ja: '作業中', en: 'in progress' },
  blocked: { ja: '支障あり', en: 'blocked' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
} as const;
const BUTTONS = ['inProgress', 'restored', 'blocked', 'notAffected'] as const;

const said = z.object({
  key: z.string().min(1).max(200),
  state: z.enum(ITEM_STATES),
  blocker: z.string().trim().max(200).default(''),
  find: z.string().max(100).default(''),
});

function body(look: TechnicianLook, find: string, language: Language): string {
  const items = look.items.map(
    ({ key, name, state, blocker }) =>
      `<h2>${escapeHtml(name)} <span class="quiet">${escapeHtml(key)}</span></h2>
<p><strong>${WORDS[state][language]}</strong>${blocker ? ` – ${escapeHtml(blocker)}` : ''}</p>
<form method="post"><input type="hidden" name="key" value="${escapeHtml(key)}"><input type="hidden" name="find" value="${escapeHtml(find)}">
<label>${WORDS.why[language]}<input name="blocker" maxlength="200"></label>
<div class="buttons">${BUTTONS.filter((each) => each !== state)
        .map((each) => `<button type="submit" name="state" value="${each}">${WORDS[each][language]}</button>`)
        .join('')}</div></form>`,
  );
  const drill = look.drill ? `【${WORDS.drill[language]}】` : '';
  return `<h1>${drill}${escapeHtml(look.name)}</h1>
<form method="get"><label>${WORDS.search[language]}<input name="find" value="${escapeHtml(find)}"></label><p><button type="submit">${WORDS.find[language]}</button></p></form>
${items.length === 0 ? `<p>${WORDS.none[language]}</p>` : items.join('')}
${look.more ? `<p>${WORDS.more[language]}</p>` : ''}`;
}

/** The page of technicians on site, opened by a QR code: it works without scripts, in a bad network, with gloves on. */
export function mountTechnicianPage(app: FastifyInstance, house: House, clock: Clock): void {
  const contextOf = async (request: FastifyRequest): Promise<{ ctx: Context; id: string }> => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, TECHNICIAN_LINK, token);
    if (!found) throw new Fault('gone');
    return { id: found.id, ctx: linkContext(house, clock, request, found, 'confirmation.answer') };
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    find: string,
    act?: (ctx: Context, id: string) => Promise<void>,
    lacks = false,
  ) => {
    const language = chooseLanguage(request.headers['accept-language']);
    const title = WORDS.title[language];
    const warning = lacks ? `<p role="alert"><strong>${WORDS.sayWhy[language]}</strong></p>` : '';
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    try {
      const { ctx, id } = await contextOf(request);
      await act?.(ctx, id);
      const look = await lookAsTechnician(ctx, id, find);
      return reply.send(page({ title, language, body: warning + body(look, find, language) }));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'gone') throw error;
      return reply.code(410).send(page({ title, language, body: `<h1>${WORDS.gone[language]}</h1>` }));
    }
  };
  withForms(app, (scope) => {
    scope.get('/technician/:token', (request, reply) => {
      const { find = '' } = request.query as { find?: string };
      return show(request, reply, String(find).slice(0, 100));
    });
    scope.post('/technician/:token', { config: { rateLimit: ONE_PERSON } }, (request, reply) => {
      const read = said.safeParse(request.body);
      if (!read.success) throw new Fault('malformed');
      const { state, blocker, find } = read.data;
      // Whoever clears the way has to know what is in it.
      if (state === 'blocked' && blocker === '') return show(request, reply, find, undefined, true);
      return show(request, reply, find, (ctx, id) => moveAsTechnician(ctx, id, read.data));
    });
  });
}
