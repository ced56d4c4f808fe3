import {
  FIELD_GROUPS,
  type FieldKind,
  ROWS,
  type Rows,
  TOLD_FIELDS,
} from '../../../areas/survey/content/fields/schema.ts';
import {
  ABSENCES,
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  type ReportContent,
  type ReportTime,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
  TLP,
  type Told,
} from '../../../areas/survey/content/schema.ts';
import {
  ABSENCE_WORDS,
  FIELD_WORDS,
  PARTY_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
  STEP_OUTCOME_WORDS,
  SYSTEM_WORDS,
  TLP_WORDS,
} from '../../../areas/survey/content/words.ts';
import { inUse } from '../../../areas/survey/editions/rules.ts';
import type { ListDocument, ListKind } from '../../../areas/survey/editions/schema.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../kernel/certainty.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { emptyRows, wallOf } from './survey-form-read.ts';

const WORDS = {
  ifEmpty: { ja: '空欄の場合', en: 'If empty' },
  why: { ja: '非公開・取り下げの理由', en: 'Reason for withholding or withdrawing' },
  choose: { ja: '選択してください', en: 'Choose' },
  none: { ja: 'なし', en: 'None' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
  from: { ja: '下限', en: 'From' },
  to: { ja: '上限', en: 'To' },
  precision: { ja: '精度', en: 'Precision' },
  zone: { ja: 'タイムゾーン', en: 'Time zone' },
  clockError: { ja: '時計の誤差（秒、分かる場合）', en: 'Clock error in seconds, if known' },
  level: { ja: '深刻度（0〜4、分かる場合）', en: 'Severity from 0 to 4, if known' },
  certainty: { ja: '確かさ', en: 'Certainty' },
  by: { ja: '実施者', en: 'By' },
  outcome: { ja: '効果', en: 'Effect' },
  kind: { ja: '種別', en: 'Kind' },
  part: { ja: '役割', en: 'Part' },
  when: { ja: '日時', en: 'Time' },
  withdraw: { ja: '取り下げる場合の理由', en: 'Reason, if you withdraw this' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export interface Drawing {
  readonly content: ReportContent;
  readonly lists: Readonly<Record<ListKind, Pick<ListDocument, 'entries'>>>;
  readonly language: Language;
  /** Something was received: what was told can be taken back. */
  readonly follows: boolean;
  readonly wrong: ReadonlySet<string>;
}

const at = (content: ReportContent, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], content);

const option = (value: string, text: string, chosen: boolean): string =>
  `<option value="${escapeHtml(value)}"${chosen ? ' selected' : ''}>${escapeHtml(text)}</option>`;
const select = (name: string, label: string, options: string): string =>
  `<label for="${name}">${escapeHtml(label)}</label><select id="${name}" name="${name}">${options}</select>`;
const input = (name: string, label: string, value: string, more = ''): string =>
  `<label for="${name}">${escapeHtml(label)}</label><input id="${name}" name="${name}" value="${escapeHtml(value)}"${more}>`;

const area = (name: string, label: string, text: string, rows: number): string =>
  `<label for="${name}">${escapeHtml(label)}</label><textarea id="${name}" name="${name}" rows="${rows}">${escapeHtml(text)}</textarea>`;

class Form {
  readonly #drawing: Drawing;
  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  #say(key: keyof typeof WORDS): string {
    return WORDS[key][this.#drawing.language];
  }
  #options<K extends string>(
    keys: readonly K[],
    words: Readonly<Record<K, Bilingual>>,
    chosen: string | undefined,
  ): string {
    return keys.map((key) => option(key, words[key][this.#drawing.language], key === chosen)).join('');
  }

  #time(name: string, label: string, time: ReportTime | undefined): string {
    const zone = time?.zone ?? 'Asia/Tokyo';
    const wall = time ? wallOf(time) : '';
    const error = time?.clockError;
    return `${input(`${name}.at`, label, wall, ' type="datetime-local"')}<details${error || zone !== 'Asia/Tokyo' ? ' open' : ''}><summary>${this.#say('precision')}</summary>
${select(`${name}.precision`, this.#say('precision'), this.#options(REPORT_PRECISIONS, PRECISION_WORDS, time?.precision ?? 'minute'))}
${input(`${name}.zone`, this.#say('zone'), zone)}${input(`${name}.clockError`, this.#say('clockError'), error === null || error === undefined ? '' : String(error), ' inputmode="numeric"')}</details>`;
  }

  #value(path: string, label: string, kind: FieldKind, value: unknown): string {
    const { language, lists } = this.#drawing;
    const text = typeof value === 'string' ? value : '';
    const written = (said: string): string => area(path, label, said, 4);
    switch (kind.kind) {
      case 'key':
        return select(
          path,
          label,
          option('', this.#say('choose'), text === '') +
            inUse(lists[kind.list])
              .map(({ key, name }) => option(key, name[language], key === text))
              .join(''),
        );
      case 'keys': {
        const chosen = Array.isArray(value) ? (value as string[]) : undefined;
        const box = (key: string, name: string, on: boolean): string =>
          `<label class="box"><input type="checkbox" name="${path}" value="${escapeHtml(key)}"${on ? ' checked' : ''}> ${escapeHtml(name)}</label>`;
        const none = kind.list === 'sectors' ? box('-', this.#say('none'), chosen?.length === 0) : '';
        return `<fieldset><legend>${escapeHtml(label)}</legend>${none}${inUse(lists[kind.list])
          .map(({ key, name }) => box(key, name[language], chosen?.includes(key) ?? false))
          .join('')}</fieldset>`;
      }
      case 'time':
        return this.#time(path, label, value as ReportTime | undefined);
      case 'effect': {
        const effect = value as { text: string; level: number | null } | undefined;
        return `${written(effect?.text ?? '')}${input(`${path}.level`, this.#say('level'), effect?.level?.toString() ?? '', ' inputmode="numeric"')}`;
      }
      case 'cause': {
        const cause = value as { text: string; certainty: string } | undefined;
        return `${written(cause?.text ?? '')}${select(`${path}.certainty`, this.#say('certainty'), this.#options(CERTAINTIES, CERTAINTY_WORDS, cause?.certainty ?? 'unknown'))}`;
      }
      case 'range': {
        const range = value as { low: number; high: number } | undefined;
        const end = (name: 'low' | 'high', word: 'from' | 'to'): string =>
          input(
            `${path}.${name}`,
            `${label}（${this.#say(word)}）`,
            range?.[name].toString() ?? '',
            ' inputmode="numeric"',
          );
        return end('low', 'from') + end('high', 'to');
      }
      case 'yes':
        return select(
          path,
          label,
          option('', this.#say('choose'), typeof value !== 'boolean') +
            option('yes', this.#say('yes'), value === true) +
            option('no', this.#say('no'), value === false),
        );
      case 'publication':
        return select(
          path,
          label,
          option('', this.#say('choose'), text === '') + this.#options(PUBLICATION, PUBLICATION_WORDS, text),
        );
      case 'text':
        return written(text);
    }
  }

  #told(path: string, label: string, kind: FieldKind, field: Told<unknown>): string {
    const { follows, wrong } = this.#drawing;
    const absences = ABSENCES.filter((each) => follows || each !== 'withdrawn');
    const chosen = field.is === 'value' ? 'notStated' : field.is;
    const reason = 'reason' in field ? field.reason : '';
    const empty = `<details${reason || field.is === 'notKnown' ? ' open' : ''}><summary>${this.#say('ifEmpty')}</summary>${select(`${path}.is`, this.#say('ifEmpty'), this.#options(absences, ABSENCE_WORDS, chosen))}${input(`${path}.reason`, this.#say('why'), reason)}</details>`;
    const mark = [...wrong].some((each) => each === `content.${path}` || each.startsWith(`content.${path}.`));
    return `<div class="field${mark ? ' wrong' : ''}">${this.#value(path, label, kind, field.is === 'value' ? field.value : undefined)}${empty}</div>`;
  }

  #row(rows: Rows, id: string): string {
    const { content, language, follows } = this.#drawing;
    const name = (field: string): string => `${rows}.${id}.${field}`;
    const label = FIELD_WORDS[rows][language];
    const there = content[rows].find((each) => each.id === id);
    const taken =
      follows && there ? input(name('withdrawn'), this.#say('withdraw'), there.withdrawn ?? '') : '';
    if (rows === 'steps') {
      const step = content.steps.find((each) => each.id === id);
      const time = step?.time.is === 'value' ? step.time.value : undefined;
      return `<div class="row">${area(name('text'), label, step?.text ?? '', 2)}${input(name('by'), this.#say('by'), step?.by ?? '')}${this.#time(name('time'), this.#say('when'), time)}${select(name('outcome'), this.#say('outcome'), this.#options(STEP_OUTCOMES, STEP_OUTCOME_WORDS, step?.outcome ?? 'unknown'))}${taken}</div>`;
    }
    if (rows === 'parties') {
      const party = content.parties.find((each) => each.id === id);
      return `<div class="row">${input(name('name'), label, party?.name ?? '')}${select(name('kind'), this.#say('kind'), this.#options(PARTY_KINDS, PARTY_WORDS, party?.kind ?? 'other'))}${input(name('part'), this.#say('part'), party?.part ?? '')}${taken}</div>`;
    }
    const system = content.systems.find((each) => each.id === id);
    return `<div class="row">${input(name('name'), label, system?.name ?? '')}${select(name('kind'), this.#say('kind'), this.#options(SYSTEM_KINDS, SYSTEM_WORDS, system?.kind ?? 'system'))}${taken}</div>`;
  }

  /** All fields, without the form around them. */
  draw(): string {
    const { content, language } = this.#drawing;
    const said = (path: keyof typeof FIELD_WORDS): string => FIELD_WORDS[path][language];
    const head =
      input('operator.name', said('operator.name'), content.operator.name) +
      input('operator.department', said('operator.department'), content.operator.department) +
      input('title', said('title'), content.title);
    const fields = TOLD_FIELDS.map(([path, kind]) => {
      const group = (FIELD_GROUPS as Partial<Record<string, Bilingual>>)[path];
      const heading = group ? `<h2>${escapeHtml(group[language])}</h2>` : '';
      return heading + this.#told(path, said(path), kind, at(content, path) as Told<unknown>);
    }).join('');
    const rows = (Object.keys(ROWS) as Rows[])
      .map((each) => {
        const ids = [...content[each].map(({ id }) => id), ...emptyRows(each, content)];
        return `<h2>${escapeHtml(said(each))}</h2>${ids.map((id) => this.#row(each, id)).join('')}`;
      })
      .join('');
    const tlp = select('tlp', said('tlp'), this.#options(TLP, TLP_WORDS, content.tlp));
    const remarks = area('remarks', said('remarks'), content.remarks, 3);
    return head + fields + rows + tlp + remarks;
  }
}

export const drawSurveyForm = (drawing: Drawing): string => new Form(drawing).draw();
