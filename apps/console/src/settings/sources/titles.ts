import { words } from '../../words.ts';

/** How rail and palette name it. */
export const TITLES = words({
  sources: { ja: '受信元', en: 'Sources' },
  also: {
    ja: '送信元 アラート 警報 Prometheus Alertmanager Webhook',
    en: 'sender alerts prometheus alertmanager webhook',
  },
});
