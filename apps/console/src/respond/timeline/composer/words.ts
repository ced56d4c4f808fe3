import { words } from '../../../words.ts';

export const COMPOSER = words({
  kind: { ja: '記録の種類', en: 'Kind of entry' },
  note: { ja: 'メモ', en: 'Note' },
  hint: {
    ja: '発生したこと、対応したことを入力（「/」でタスク・決定、「@」で指名）',
    en: 'What happened or what was done (“/” for a task or decision, “@” for a person)',
  },
  certainty: { ja: '確かさ', en: 'Certainty' },
  now: { ja: '現在の時刻', en: 'Now' },
  otherTime: { ja: '時刻を指定', en: 'Set time' },
  people: { ja: '担当者の候補', en: 'People' },
  nobody: { ja: '「{name}」に一致する人はいません', en: 'No one matches “{name}”' },
  unmet: {
    ja: '「@{name}」の担当者を候補から選択してください',
    en: 'Choose who “@{name}” is from the list',
  },
  summary: { ja: 'タスク：{title}（{minutes}分・{who}）', en: 'Task: {title} ({minutes} min, {who})' },
  tells: { ja: '通知先：{who}', en: 'Notifies {who}' },
  keys: { ja: 'Ctrl+Enter で記録', en: 'Ctrl+Enter to add' },
});
