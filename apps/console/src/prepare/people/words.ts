import { words } from '../../words.ts';

export const PEOPLE = words({
  peopleEmpty: { ja: '条件に合う利用者はいません。', en: 'No matching people.' },
  roles: { ja: '役割', en: 'Roles' },
  language: { ja: 'メールの言語', en: 'Mail language' },
  languageHint: {
    ja: '招待・呼び出し・通知のメールを、この言語で送信します。',
    en: 'Invitations, pages and notices are sent in this language.',
  },
  canSignIn: { ja: 'サインイン', en: 'Sign-in' },
  never: { ja: '未登録', en: 'not registered' },
  invite: { ja: 'サインインリンクの発行', en: 'Create sign-in link' },
  inviteHint: {
    ja: '本人にのみ渡してください。24時間以内に一度だけ使用できます。',
    en: 'Share it only with this person. It works once, within 24 hours.',
  },
  addPerson: { ja: '利用者の追加', en: 'Add person' },
  breakGlass: {
    ja: '非常用（使用時に管理者全員を呼び出し）',
    en: 'Break-glass (using it pages all administrators)',
  },
  emailStays: {
    ja: 'サインインに使用するため、ここでは変更できません',
    en: 'Used for sign-in. It cannot be changed here',
  },
});

/** How people come in. */
export const INVITE = words({
  standing: { ja: '状態', en: 'Status' },
  registered: { ja: '未招待', en: 'Not invited' },
  invited: { ja: '招待中', en: 'Invited' },
  expired: { ja: '期限切れ', en: 'Expired' },
  joined: { ja: '参加済み', en: 'Joined' },
  invitePerson: { ja: '招待', en: 'Invite' },
  inviteMany: { ja: 'まとめて招待', en: 'Invite a list' },
  send: { ja: '招待を送信', en: 'Send invitation' },
  makeLink: { ja: '招待リンクの作成', en: 'Create invitation link' },
  sent: { ja: '招待メールを送信しました', en: 'Invitation sent' },
  sendAgain: { ja: '招待を再送', en: 'Resend invitation' },
  renewed: { ja: '新しい招待を作成しました', en: 'New invitation created' },
  withdraw: { ja: '招待の取り消し', en: 'Withdraw invitation' },
  withdrawn: { ja: '招待を取り消しました', en: 'Invitation withdrawn' },
  until: { ja: '有効期限', en: 'Valid until' },
  noMail: {
    ja: 'メールサーバーが未設定のため、メールは送信されません。表示されるリンクを本人に渡してください。',
    en: 'No mail server is set up, so no email will be sent. Share the link that appears with the person.',
  },
  setUpMail: { ja: 'メールを設定', en: 'Set up email' },
  handOver: {
    ja: '本人にのみ渡してください。7日以内に一度だけ使用できます。',
    en: 'Share it only with this person. It works once, within 7 days.',
  },
  handOverMany: {
    ja: '{n}人分のリンクを作成しました。それぞれ本人にのみ渡してください。',
    en: '{n} {n|link|links} created. Share each one only with its own person.',
  },
  saveLinks: { ja: 'リンクの一覧を保存', en: 'Save the links' },
  mailWaiting: { ja: 'メール送信待ち', en: 'Email waiting to be sent' },
  mailHeld: { ja: 'メール未設定のため未送信', en: 'Email not sent: no mail server' },
  mailSent: { ja: 'メール送信済み', en: 'Email sent' },
  mailFailed: { ja: 'メールを送信できませんでした', en: 'Email could not be sent' },
  fileHint: {
    ja: '1行目に「名前」「メールアドレス」「役割」の見出しがあるCSVまたはExcelファイルを選択してください。「言語」「部署」の列も使えます。',
    en: 'Choose a CSV or Excel file whose first row has the headers name, email and roles. Language and department are optional.',
  },
  chooseFile: { ja: 'ファイルを選択', en: 'Choose file' },
  sendMany: { ja: '{n}人を招待', en: 'Invite {n} {n|person|people}' },
  sentMany: { ja: '{n}人に招待メールを送信しました', en: '{n} {n|invitation|invitations} sent' },
  row: { ja: '行', en: 'Row' },
  change: { ja: '変更内容', en: 'Change' },
  willInvite: { ja: '招待', en: 'Will be invited' },
  willResend: { ja: '再送', en: 'Will be sent again' },
});
