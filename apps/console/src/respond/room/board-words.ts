import { words } from '../../words.ts';

/** The status board: one look for a wall, or a sheet of paper. */
export const BOARD = words({
  board: { ja: '状況ボード', en: 'Status board' },
  back: { ja: '対応の画面へ', en: 'To the room' },
  wall: { ja: '壁面表示', en: 'Wall view' },
  endWall: { ja: '壁面表示を終える', en: 'Leave the wall view' },
  print: { ja: '状況報告として印刷', en: 'Print as a status report' },
  asOf: { ja: '{at} 現在', en: 'As of {at}' },
  stale: {
    ja: '接続が切れています。表示は古い可能性があります',
    en: 'Connection lost: this may be out of date',
  },
  latest: { ja: '最近の記録', en: 'Latest' },
  estimates: { ja: '見積もり', en: 'Estimates' },
  said: { ja: '発表したこと', en: 'Published' },
  nothing: { ja: 'まだありません。', en: 'Nothing yet.' },
});
