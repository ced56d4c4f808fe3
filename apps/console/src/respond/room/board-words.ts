import { words } from '../../words.ts';

/** The status board: one look for a wall, or a sheet of paper. */
export const BOARD = words({
  board: { ja: '状況ボード', en: 'Status board' },
  back: { ja: '対応画面を開く', en: 'Open incident' },
  wall: { ja: '大画面表示', en: 'Wall display' },
  endWall: { ja: '大画面表示の終了', en: 'Exit wall display' },
  print: { ja: '状況報告の印刷', en: 'Print status report' },
  asOf: { ja: '{at} 現在', en: 'As of {at}' },
  stale: {
    ja: '接続が切れています。表示は古い可能性があります',
    en: 'Connection lost. This may be out of date',
  },
  page: { ja: '{n} / {of} ページ', en: 'Page {n} of {of}' },
  latest: { ja: '最近の記録', en: 'Latest entries' },
  estimates: { ja: '見積もり', en: 'Estimates' },
  said: { ja: '発表済み', en: 'Published' },
  nothing: { ja: 'ありません。', en: 'None yet.' },
});
