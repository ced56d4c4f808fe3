import type { Bilingual } from '../../../kernel/language.ts';
import type { Refusal } from './rules.ts';

/** Why something is not undone, and what can be done instead. */
export const REFUSALS: Readonly<Record<Refusal, Bilingual>> = {
  gone: {
    ja: '取り消せる操作がありません。取り消せるのは、10分以内に自分が行った操作です。画面で現在の状態を確認してください',
    en: 'There is nothing to undo. You can undo your own action for 10 minutes. Check the current state on the screen',
  },
  changed: {
    ja: 'その後に変更されたため、取り消していません。画面で現在の状態を確認し、必要に応じて変更してください',
    en: 'Not undone, because it has been changed since. Check the current state on the screen and change it if needed',
  },
  leads: {
    ja: '指揮者が不在になるため、取り消していません。ほかの人を指揮者に割り当ててください',
    en: 'Not undone, because the incident would have no commander. Assign someone else instead',
  },
  asked: {
    ja: 'この依頼は社外に送信済みのため、取り消していません。相手に連絡のうえ、タスクを取り下げてください',
    en: 'Not undone, because the request has been sent to the external party. Contact them, then cancel the task',
  },
};

/** Why a task that was opened by mistake is over. */
export const NEVER_MIND: Bilingual = { ja: '追加の取り消し', en: 'Addition undone' };

/** What stands for an entry that was taken back. */
export const STRUCK: Bilingual = { ja: '記録の取り消し', en: 'Entry withdrawn' };
