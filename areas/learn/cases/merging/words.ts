import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../schema.ts';
import { SECTION_WORDS } from '../words.ts';

const PARTS: Readonly<Record<string, Bilingual>> = {
  title: { ja: '件名', en: 'Title' },
  causeGroup: { ja: '原因の分類', en: 'Cause' },
  summary: { ja: '要約', en: 'Summary' },
  outline: { ja: '一覧用の概要', en: 'Outline' },
  figure: { ja: '関係図', en: 'Figure' },
  lessons: SECTION_WORDS.lessons,
  questions: { ja: '未確認の事項', en: 'Open questions' },
};
const TONGUES: Readonly<Record<string, Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};
const CASE: Bilingual = { ja: '事例', en: 'Case' };

/** A place of a case as people find it: its section, the number of its claim there, and the language. */
export function placeWords(path: string, document: CaseDocument, language: Language): string {
  const [top = '', name = '', ...rest] = path.split('.');
  const section = CLAIM_SECTIONS.find((each) => top === 'sections' && each === name);
  const id = section ? rest[0] : name;
  const list = section ? document.sections[section] : top === 'lessons' ? document.lessons : [];
  const at = list.findIndex((each) => each.id === id);
  const number = at >= 0 ? at + 1 : /^\d+$/.test(name) ? Number(name) + 1 : undefined;
  const part = (section ? SECTION_WORDS[section] : (PARTS[top] ?? CASE))[language];
  const tongue = TONGUES[path.split('.').at(-1) ?? '']?.[language];
  const place = number === undefined ? part : `${part} ${number}`;
  if (!tongue) return place;
  return language === 'ja' ? `${place}（${tongue}）` : `${place} (${tongue})`;
}

/** What another wrote there, in words; a claim or a label by its text. */
export function theirWords(theirs: unknown, language: Language): string {
  if (typeof theirs === 'string' || typeof theirs === 'number' || typeof theirs === 'boolean')
    return String(theirs);
  if (Array.isArray(theirs))
    return theirs
      .map((each) => theirWords(each, language))
      .filter(Boolean)
      .join(' / ');
  if (typeof theirs !== 'object' || theirs === null) return '';
  const { text, title, name, ja, en } = theirs as Record<string, unknown>;
  if (ja !== undefined || en !== undefined)
    return theirWords(language === 'ja' ? (ja ?? en) : (en ?? ja), language);
  return theirWords(text ?? title ?? name, language);
}
