import { z } from 'zod';
import type { Contract } from '../../../areas/contract.ts';
import type { Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { page } from './page.ts';

const WORDS = {
  title: { ja: 'Sonae API リファレンス', en: 'Sonae API reference' },
  lead: {
    ja: 'APIキーは Authorization: Bearer snk_… で送信します。エラーは RFC 9457（application/problem+json）で返します。機械可読な定義：',
    en: 'Send an API key as Authorization: Bearer snk_…. Errors follow RFC 9457 (application/problem+json). Machine-readable definition:',
  },
  permission: { ja: '権限', en: 'Permission' },
  command: { ja: 'コマンド', en: 'Command' },
  input: { ja: '入力', en: 'Input' },
  output: { ja: '応答', en: 'Response' },
} as const;

const json = (schema: z.ZodType, io: 'input' | 'output'): string => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.stringify(rest, null, 1);
};

function section(route: Contract, language: Language): string {
  const [method = '', path = ''] = route.key.split(' ');
  const inputs = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = route[part];
    return schema ? [`<h4>${part}</h4><pre>${escapeHtml(json(schema, 'input'))}</pre>`] : [];
  });
  return `<section id="${escapeHtml(route.command.replaceAll(' ', '.'))}">
<h3><code>${method} ${escapeHtml(path)}</code></h3><p>${escapeHtml(route.summary[language])}</p>
<p class="quiet">${WORDS.permission[language]}: <code>${route.permission}</code> · ${WORDS.command[language]}: <code>sonae ${escapeHtml(route.command)}</code></p>
${inputs.length > 0 ? `<details><summary>${WORDS.input[language]}</summary>${inputs.join('')}</details>` : ''}
<details><summary>${WORDS.output[language]}</summary><pre>${escapeHtml(json(route.reply, 'output'))}</pre></details></section>`;
}

/** The route table as a page that needs no script and prints. */
export function referencePage(routes: readonly Contract[], language: Language): string {
  const groups = Map.groupBy(routes, ({ command }) => command.split(' ').slice(0, 2).join(' '));
  const menu = [...groups.keys()].map(
    (name) => `<li><a href="#${name.replace(' ', '-')}">${escapeHtml(name)}</a></li>`,
  );
  const body = [...groups].map(
    ([name, own]) =>
      `<h2 id="${name.replace(' ', '-')}">${escapeHtml(name)}</h2>${own.map((route) => section(route, language)).join('')}`,
  );
  return page({
    title: WORDS.title[language],
    language,
    body: `<h1>${WORDS.title[language]}</h1><p>${WORDS.lead[language]} <a href="/openapi.json">/openapi.json</a></p><nav><ul>${menu.join('')}</ul></nav>${body.join('')}`,
  });
}
