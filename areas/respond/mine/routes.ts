import { route } from '../../route.ts';
import { readMine } from './read-mine.ts';
import { mineView } from './schema.ts';

export const routes = [
  route({
    key: 'GET /api/respond/mine',
    command: 'respond mine list',
    permission: 'room.read',
    summary: { ja: '自分を待っているもの', en: 'What waits for you' },
    reply: mineView,
    handle: (ctx) => readMine(ctx),
  }),
] as const;
