import type { ReplyOf } from '../../api.ts';
import type { useSpeech } from '../../language.tsx';
import { W } from '../../words.ts';
import { ROOM } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents'>['incidents'][number];

/** How an incident stands in a list to choose from: nobody takes a drill for what is real. */
export const incidentLabel = (
  { number, title, drill, restricted }: Incident,
  say: ReturnType<typeof useSpeech>['say'],
): string =>
  `${drill ? `【${say(W.drill)}】` : ''}${restricted ? `【${say(ROOM.restricted)}】` : ''}#${number} ${title}`;
