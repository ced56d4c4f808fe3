import type { Bilingual } from '../../../kernel/language.ts';
import type { CONSENT_STATES, DIFFERENCE_KINDS, ErratumState } from './schema.ts';

export const CONSENT_WORDS: Readonly<Record<(typeof CONSENT_STATES)[number], Bilingual>> = {
  given: { ja: '同意あり', en: 'Given' },
  asked: { ja: '依頼中', en: 'Requested' },
  none: { ja: '未依頼', en: 'Not requested' },
  expired: { ja: '期限切れ', en: 'Expired' },
  withdrawn: { ja: '撤回', en: 'Withdrawn' },
};
export const CONSENT_MENDS: Readonly<Record<Exclude<(typeof CONSENT_STATES)[number], 'given'>, Bilingual>> = {
  asked: {
    ja: 'この公開版への同意をまだ受けていません。事業者の回答を待ってください',
    en: 'The operator has not agreed to this public edition yet. Wait for their answer',
  },
  none: {
    ja: 'この公開版への同意を依頼していません。事業者に確認を依頼してください',
    en: 'No one was asked to agree to this public edition. Ask the operator to review it',
  },
  expired: {
    ja: '同意の期限が過ぎています。事業者に改めて確認を依頼してください',
    en: 'The consent has expired. Ask the operator to review it again',
  },
  withdrawn: {
    ja: '同意が撤回されています。この事例を除外してください',
    en: 'The consent was withdrawn. Leave this case out',
  },
};
export const ERRATUM_WORDS: Readonly<Record<ErratumState, Bilingual>> = {
  reported: { ja: '報告あり', en: 'Reported' },
  verified: { ja: '確認済み', en: 'Verified' },
  held: { ja: '保留', en: 'Held' },
  rejected: { ja: '却下', en: 'Rejected' },
};
export const DIFFERENCE_WORDS: Readonly<Record<(typeof DIFFERENCE_KINDS)[number], Bilingual>> = {
  added: { ja: '追加', en: 'Added' },
  changed: { ja: '変更', en: 'Changed' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  erratum: { ja: '正誤', en: 'Erratum' },
};

export const NOT_IN_REVIEW: Bilingual = {
  ja: '調査を「匿名化・同意」の段階に進めてください',
  en: 'Move the survey on to “Anonymising and consent”',
};
export const NO_CASES: Bilingual = {
  ja: '掲載する事例がありません。事案を選定し、起案してください',
  en: 'There is no case to publish. Select events and draft them',
};
export const NOT_DRAFTED: Bilingual = {
  ja: '選定した事案が起案されていません。事例を起案してください',
  en: 'A selected event was not drafted. Draft its case',
};
export const OTHER_HASH: Bilingual = {
  ja: '公開版の内容が、記録されたハッシュと一致しません。公開版を作成し直してください',
  en: 'The public edition does not match its hash. Make it again',
};
export const STILL_TELLS: Bilingual = {
  ja: '{file}（{where}）に、公表できない語句「{text}」があります。事例の匿名化または入力した文を修正してください',
  en: '{file} ({where}) still tells “{text}”. Fix the anonymisation of the case, or the text you entered',
};
export const ON_PAGE: Bilingual = { ja: '{page}ページ、{place}', en: 'page {page}, {place}' };
export const NOT_READ: Bilingual = {
  ja: '{file}を検査できません（{why}）。検査できないファイルは公表できません',
  en: '{file} cannot be checked ({why}). What cannot be checked is not published',
};
export const NEARLY_TOLD: Bilingual = {
  ja: '「{row}」の「{column}」は、秘匿していても{low}から{high}までと推定できます。秘匿する件数を大きくするか、分野の表を除外してください',
  en: '“{row}” by “{column}” is hidden, and can still be told to be {low} to {high}. Raise the count below which cells are hidden, or leave the table of sectors out',
};
export const WINDOWS_TELL: Bilingual = {
  ja: '公表済みの{from}から{until}までの表と期間が重なり、差から件数を推定できます。分野の表を除外してください',
  en: 'The period overlaps with a published table from {from} to {until}, and the difference tells counts. Leave the table of sectors out',
};
export const CHANGED_MEANWHILE: Bilingual = {
  ja: '作成中に、事例、同意または版が変わりました。内容を確認し、もう一度作成してください',
  en: 'Cases, consents or editions changed while the report was made. Look at them and make it again',
};
export const SCAN_TOO_LONG: Bilingual = {
  ja: '検査に時間がかかりすぎたため、公表できません。もう一度作成してください',
  en: 'The check took too long, so nothing was published. Try again',
};
export const NO_SUCH_CASE: Bilingual = {
  ja: 'この調査の事例ではありません。この調査の事例を指定してください',
  en: 'This is no case of the survey. Name one of its cases',
};
export const NOT_PUBLISHED: Bilingual = {
  ja: 'この調査はまだ公表されていません',
  en: 'This survey has not been published yet',
};
export const NO_SUCH_NUMBER: Bilingual = {
  ja: 'この番号の事例はありません。公表した事例の番号を入力してください',
  en: 'No published case has this number. Enter the number of one',
};
export const SETTLED: Bilingual = {
  ja: 'この正誤は処理済みです',
  en: 'This erratum has been settled',
};
export const NEEDS_REASON: Bilingual = {
  ja: '保留または却下の理由を入力してください',
  en: 'Enter why it is held or rejected',
};
export const NEEDS_TEXT: Bilingual = {
  ja: '次の版に掲載する文を日本語と英語で入力してください',
  en: 'Enter what the next edition prints, in Japanese and English',
};
export const NOTHING_PUBLISHED: Bilingual = {
  ja: '公表した調査がありません。報告書の版を作成してください',
  en: 'Nothing has been published yet. Make an edition of a report',
};
/** Of a case the report says no more than this; what was wrong is put right in the case. */
export const CASE_CORRECTED: Bilingual = {
  ja: '事例{n}の記載を訂正しました。',
  en: 'Case {n} was corrected.',
};
export const CASE_WITHDRAWN: Bilingual = {
  ja: '事例{number}の同意が撤回されています。事例を除いた版を公表してから、サイトを作成してください',
  en: 'The consent to case {number} was withdrawn. Publish an edition without it, then make the site',
};
