import type { Bilingual } from '../../../../kernel/language.ts';

/** What the report of a survey says around its cases. */
export const BOOK_WORDS = {
  title: {
    ja: '{year}年度　重要サービスの障害に関する調査　事例報告',
    en: 'Survey of service failures, fiscal year {year}: case report',
  },
  about: { ja: '調査の概要', en: 'About the survey' },
  purpose: { ja: '調査の目的', en: 'Purpose' },
  conduct: { ja: '調査の進め方', en: 'How it was conducted' },
  plan: {
    ja: '補完する計画：{plan}（{date}　{by}決定）',
    en: 'Plan it supplements: {plan} (decided by {by}, {date})',
  },
  hearings: {
    ja: 'サービスの障害について、事業者の協力を得て聞き取りなどの現地調査を行い、原因、対処、気付き・教訓を取りまとめました。公表できる範囲で掲載します。',
    en: 'Failures of services were surveyed on site, by hearings and the like, with the cooperation of the operators. Cause, response and lessons are published as far as possible.',
  },
  consent: {
    ja: '各事例の文章と図は、事業者がその内容に同意したものです。',
    en: 'Operators agreed to the text and figure of their cases as they are printed here.',
  },
  criteria: { ja: '対象とした事例の選定', en: 'How the cases were selected' },
  window: {
    ja: '{from}から{until}までに提出された情報連絡から、主に次の観点で選定しました。',
    en: 'Cases were selected from information reports submitted from {from} to {until}, mainly by these criteria:',
  },
  criterion: { ja: '・{name}：{help}', en: '• {name}: {help}' },
  alsoWeighed: {
    ja: 'このほか、対応の優劣と分野の均衡を考慮しました。',
    en: 'How good the response was, and the balance between sectors, were weighed as well.',
  },
  statistics: { ja: '情報連絡の統計', en: 'Statistics of information reports' },
  themes: { ja: '事例と主題', en: 'Themes across the cases' },
  themesOf: { ja: '教訓の主題と事例', en: 'Themes of the lessons, by case' },
  theme: { ja: '主題', en: 'Theme' },
  lessons: { ja: '教訓', en: 'Lessons' },
  themesNote: {
    ja: '●は、その主題の教訓がある事例を示します。一つの教訓が複数の主題に該当することがあります。',
    en: '● marks a case with a lesson on the theme. One lesson may belong to several themes.',
  },
  quarter: { ja: '{year}年度{quarter}Q', en: 'FY{year} Q{quarter}' },
  barQuarters: {
    ja: '棒は四半期の順に並び、濃い色ほど早い四半期を示します。',
    en: 'Bars run in the order of the quarters, from dark to light.',
  },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  withdrawnOn: {
    ja: 'この事例は、事業者の申し出により{date}に取り下げられました。番号は再び使用しません。',
    en: 'This case was withdrawn on {date} at the operator’s request. Its number is not used again.',
  },
  errata: { ja: '正誤', en: 'Errata' },
  erratum: { ja: '事例{case}（{date}）：{text}', en: 'Case {case} ({date}): {text}' },
  erratumOfReport: { ja: '報告全体（{date}）：{text}', en: 'The report ({date}): {text}' },
  edition: { ja: '版', en: 'Edition' },
  editionValue: { ja: '第{number}版', en: '{number}' },
} as const satisfies Readonly<Record<string, Bilingual>>;
