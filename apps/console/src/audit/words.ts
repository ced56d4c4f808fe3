import { words } from '../words.ts';

export const AUDIT = words({
  auditEmpty: { ja: '条件に合う記録はありません。', en: 'No line fits.' },
  who: { ja: '誰が', en: 'Who' },
  verify: { ja: '改ざんがないか検証', en: 'Verify the chains' },
  verified: {
    ja: '{lines} 行・{chains} 連鎖に改ざんはありません',
    en: '{lines} lines in {chains} chains are intact',
  },
  broken: {
    ja: '連鎖が壊れています: {chain} の {link} 番目（{kind}）',
    en: 'Broken: link {link} of {chain} ({kind})',
  },
  at: { ja: '日時', en: 'Time' },
});
