import { contract, done } from '../../contract.ts';
import { undoWanted } from './schema.ts';

export const contracts = contract({
  'POST /api/respond/undo': {
    command: 'respond undo deed',
    permission: 'timeline.write',
    summary: { ja: '直前の自分の操作の取り消し', en: 'Undo your own last action' },
    body: undoWanted,
    reply: done,
  },
});
