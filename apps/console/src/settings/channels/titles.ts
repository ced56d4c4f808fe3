import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  channels: { ja: '通知手段', en: 'Channels' },
  also: {
    ja: 'メール 電子メール SMTP SMS 電話 プッシュ Slack Teams LINE',
    en: 'email mail smtp sms text phone voice push slack teams line',
  },
});
