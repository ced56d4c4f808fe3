import { words } from '../../words.ts';

export const ORGANISATION = words({
  units: { ja: '部署', en: 'Units' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  removeDemoHint: {
    ja: 'デモの記録はすべて消え、元に戻せません。あなたは空の組織の管理者になります。',
    en: 'Everything in the demo is erased for good. You become administrator of an empty organisation.',
  },
  others: { ja: 'この環境の別の組織', en: 'Other organisations here' },
  othersHint: {
    ja: '委託元と委託先のように、記録を連携する組織を登録します。互いの記録は、連携したもののほかは見えません。',
    en: 'For organisations that link records, such as a provider and its customer. Neither sees more of the other than what is linked.',
  },
  found: { ja: '別の組織を登録する', en: 'Found another organisation' },
  administrator: { ja: '最初の管理者の名前', en: 'Name of its first administrator' },
  language: { ja: '表示言語', en: 'Language' },
  linkHint: {
    ja: '最初の管理者に渡すサインインリンクです。一度だけ、24時間以内に使えます。',
    en: 'The sign-in link for its first administrator: good once, within 24 hours.',
  },
  signsInAlready: {
    ja: '登録しました。管理者はすでにアカウントを持っているため、通常の方法でサインインします。',
    en: 'It is founded. Its administrator has an account already and signs in as usual.',
  },
  organisationName: { ja: '組織の名前', en: 'Name of your organisation' },
});
