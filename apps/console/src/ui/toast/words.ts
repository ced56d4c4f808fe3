import { words } from '../../words.ts';

export const TOAST = words({
  undo: { ja: '取り消し', en: 'Undo' },
  undone: { ja: '取り消しました。取り消したことも記録に残ります', en: 'Undone. The record shows both' },
  nothing: { ja: '取り消せる操作はありません', en: 'There is nothing to undo' },
  taskOpened: { ja: 'タスクを追加しました', en: 'Task added' },
  taskEnded: { ja: 'タスクを終了しました', en: 'Task ended' },
  taskAssigned: { ja: 'タスクの担当を変更しました', en: 'Task reassigned' },
  told: {
    ja: '取り消すと、通知を送信済みの担当者に取り消しを通知します',
    en: 'If you undo this, the assignee gets a notice of it if already notified',
  },
  mentioned: {
    ja: 'メンションの通知を送信した場合、通知は取り消せません',
    en: 'A mention notice that was already sent cannot be undone',
  },
  roleAssigned: { ja: '役割を割り当てました', en: 'Role assigned' },
  called: {
    ja: '取り消すと呼び出しは止まります。すでに送信した呼び出しは取り消せません',
    en: 'Undoing stops the page. What was already sent cannot be undone',
  },
  incidentChanged: { ja: 'インシデント情報を訂正しました', en: 'Incident details corrected' },
  noteAdded: { ja: '記録しました', en: 'Entry added' },
  entryRemoved: { ja: '台帳から削除しました', en: 'Removed from the register' },
  unpublished: {
    ja: '取り消した場合、計画は公開し直してください',
    en: 'If you undo this, publish the plan again',
  },
  statementSent: {
    ja: '発表文を送信・公開しました。送信・公開した内容は取り消せません',
    en: 'The statement has been sent or published. This cannot be undone',
  },
  briefSent: {
    ja: '経営層に報告しました。送信した報告は取り消せません',
    en: 'The brief has been sent to executives. This cannot be undone',
  },
  paged: {
    ja: '呼び出しを開始しました。送信した呼び出しは取り消せません',
    en: 'Paging has started. Pages that were sent cannot be undone',
  },
  individualsTold: {
    ja: '個別通知を送信しました。送信した通知は取り消せません',
    en: 'Individual notices have been sent. This cannot be undone',
  },
});
