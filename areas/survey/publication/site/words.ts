import type { Bilingual } from '../../../../kernel/language.ts';

/** What the public site says of itself. */
export const SITE_WORDS = {
  title: { ja: '重要サービスの障害　事例と教訓', en: 'Failures of critical services: cases and lessons' },
  lead: {
    ja: '重要サービスの障害について、原因、対処、気付き・教訓を公表する調査の記録です。事業者、場所、製品の名称は記載しません。',
    en: 'Cause, response and lessons of failures of critical services, as surveyed and published. Operators, places and products are not named.',
  },
  years: { ja: '年度', en: 'Years' },
  year: { ja: '{year}年度', en: 'Fiscal year {year}' },
  yearLine: {
    ja: '事例{cases}件、教訓{lessons}件（第{edition}版、{date}）',
    en: '{cases} {cases|case|cases}, {lessons} {lessons|lesson|lessons} (edition {edition}, {date})',
  },
  lessons: { ja: '教訓', en: 'Lessons' },
  search: { ja: '検索', en: 'Search' },
  searchLabel: { ja: '事例と教訓を検索', en: 'Search cases and lessons' },
  searchPlain: { ja: 'すべての事例と教訓', en: 'All cases and lessons' },
  found: { ja: '{n}件', en: '{n} found' },
  none: {
    ja: '該当する事例・教訓はありません。語を短くして検索してください。',
    en: 'Nothing found. Try fewer or shorter words.',
  },
  feed: { ja: '更新情報（Atom）', en: 'Feed (Atom)' },
  skip: { ja: '本文へ', en: 'Skip to content' },
  menu: { ja: 'サイト内', en: 'Site' },
  path: { ja: '現在の位置', en: 'You are here' },
  home: { ja: 'トップ', en: 'Home' },
  before: { ja: '前の事例', en: 'Previous case' },
  next: { ja: '次の事例', en: 'Next case' },
  caseNo: { ja: '事例{number}', en: 'Case {number}' },
  fromCase: { ja: 'この教訓の事例', en: 'The case it comes from' },
  sameTheme: { ja: '同じ主題の教訓', en: 'Lessons on the same theme' },
  themes: { ja: '主題', en: 'Themes' },
  download: { ja: '報告書のファイル', en: 'The report as files' },
  fingerprint: { ja: 'SHA-256', en: 'SHA-256' },
  published: { ja: '公表日', en: 'Published' },
  edition: { ja: '第{edition}版', en: 'Edition {edition}' },
  kindCase: { ja: '事例', en: 'Case' },
  kindLesson: { ja: '教訓', en: 'Lesson' },
  withdrawn: { ja: '取り下げられた事例', en: 'A withdrawn case' },
  choose: { ja: '言語を選択', en: 'Choose a language' },
} as const satisfies Readonly<Record<string, Bilingual>>;
