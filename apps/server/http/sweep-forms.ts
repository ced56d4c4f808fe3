import type { SweepLook } from '../../../areas/respond/replies/answer-link.ts';
import { keysTyped } from '../../../areas/respond/sweeps/rules.ts';
import { type SweepReported, sweepReported } from '../../../areas/respond/sweeps/schema.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { escapeHtml, fillIn } from '../../../kernel/text.ts';

const WORDS = {
  hosts: { ja: '点検する機器', en: 'Machines to check' },
  progress: {
    ja: '全{of}台中、点検済み{known}台（検出{found}台、対象外{excluded}台）、未点検{pending}台',
    en: '{known} of {of} checked ({found} found, {excluded} excluded), {pending} not checked',
  },
  search: { ja: '機器のキー・名前で検索', en: 'Search by key or name' },
  find: { ja: '検索', en: 'Search' },
  none: { ja: '該当する機器がありません。', en: 'No matching machines.' },
  complete: { ja: 'すべての機器を点検済みです。', en: 'Every machine is checked.' },
  more: {
    ja: 'ほかにも該当する機器があります。キーで検索してください。',
    en: 'There are more. Search by key.',
  },
  note: { ja: '検出内容・対象外の理由', en: 'Findings, or reason for exclusion' },
  many: { ja: '一括報告', en: 'Report several at once' },
  keys: { ja: '機器のキー（改行またはカンマ区切り）', en: 'Machine keys, separated by lines or commas' },
  rest: {
    ja: '未点検の{n}台をすべて「異常なし」にする',
    en: 'Mark {n} unchecked {n|machine|machines} as clean',
  },
  pending: { ja: '未点検', en: 'not checked' },
  clean: { ja: '異常なし', en: 'clean' },
  found: { ja: '検出', en: 'found' },
  excluded: { ja: '対象外', en: 'excluded' },
  taken: { ja: '{n}台を記録しました。', en: '{n} recorded.' },
  unknown: {
    ja: '{n}台を記録しました。対象外のキーが{unknown}件あります。',
    en: '{n} recorded. {unknown} {unknown|key is|keys are} not in this sweep.',
  },
} as const;
const BUTTONS = ['clean', 'found', 'excluded'] as const;

const buttons = (language: Language): string =>
  `<div class="buttons">${BUTTONS.map(
    (each) => `<button type="submit" name="result" value="${each}">${WORDS[each][language]}</button>`,
  ).join('')}</div>`;

/** The hosts of a sweep for whoever was asked to look at them: one by one, as a list, or all that are left. */
export function sweepForms(
  { counts, hosts, more }: SweepLook,
  language: Language,
  { find, keys, note }: { readonly find: string; readonly keys: string; readonly note: string },
): string {
  const { pending, clean, found, excluded } = counts;
  const known = clean + found + excluded;
  const say = (words: Bilingual, values: Record<string, number>): string =>
    escapeHtml(fillIn(words[language], values));
  const hidden = `<input type="hidden" name="find" value="${escapeHtml(find)}">`;
  const listed = hosts.map(
    ({ key, name, site, result, note }) =>
      `<h3>${escapeHtml(name)} <span class="quiet">${escapeHtml([key, site].filter(Boolean).join(' · '))}</span></h3>
<p><strong>${WORDS[result][language]}</strong>${note ? ` – ${escapeHtml(note)}` : ''}</p>
<form method="post">${hidden}<input type="hidden" name="keys" value="${escapeHtml(key)}">
<label>${WORDS.note[language]}<input name="note" maxlength="500"></label>${buttons(language)}</form>`,
  );
  const empty = find === '' && pending === 0 ? WORDS.complete : WORDS.none;
  return `<h2>${WORDS.hosts[language]}</h2>
<p>${say(WORDS.progress, { of: pending + known, known, found, excluded, pending })}</p>
<form method="get"><label>${WORDS.search[language]}<input name="find" value="${escapeHtml(find)}"></label><p><button type="submit">${WORDS.find[language]}</button></p></form>
${listed.length === 0 ? `<p>${empty[language]}</p>` : listed.join('')}
${more ? `<p>${WORDS.more[language]}</p>` : ''}
<details${keys ? ' open' : ''}><summary>${WORDS.many[language]}</summary><form method="post">${hidden}
<label>${WORDS.keys[language]}<textarea name="keys" rows="5" required>${escapeHtml(keys)}</textarea></label>
<label>${WORDS.note[language]}<input name="note" maxlength="500" value="${escapeHtml(note)}"></label>${buttons(language)}</form></details>
${
  pending > 0
    ? `<form method="post"><input type="hidden" name="rest" value="yes"><input type="hidden" name="result" value="clean">
<p><button type="submit">${say(WORDS.rest, { n: pending })}</button></p></form>`
    : ''
}`;
}

/** Reads the forms above. @throws Fault `invalid` for a key that cannot be one */
export function sweepFields(fields: Readonly<Record<string, string>>): SweepReported {
  const read = sweepReported.safeParse({
    ...(fields['rest'] === 'yes'
      ? { filter: { result: 'pending' } }
      : { keys: keysTyped(fields['keys'] ?? '') }),
    result: fields['result'],
    note: fields['note'],
  });
  // What is typed here by hand is the list of keys; the rest comes from the buttons.
  if (!read.success)
    throw new Fault('invalid', {
      detail: {
        ja: '機器のキーは、半角の英小文字・数字・「.」「_」「-」で入力してください',
        en: 'Enter machine keys in lowercase letters, digits, “.”, “_” and “-”',
      },
    });
  return read.data;
}

export const sweepTaken = ({ changed, unknown }: { changed: number; unknown: number }): Bilingual => {
  const words = unknown > 0 ? WORDS.unknown : WORDS.taken;
  const values = { n: changed, unknown };
  return { ja: fillIn(words.ja, values), en: fillIn(words.en, values) };
};
