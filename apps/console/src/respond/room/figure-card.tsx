import { useSpeech } from '../../language.tsx';
import { FigureLabels, FigureView } from '../../learn/cases/figure-view.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { RoomCard } from './room-card.tsx';
import { useFigure } from './use-room.ts';
import { ROOM } from './words.ts';

/** The relation figure as it would be drawn now: it grows with what is marked for it on the timeline. */
export function FigureCard({ incidentId: id, title }: { incidentId: string; title: string }) {
  const { say } = useSpeech();
  const query = useFigure(id);
  return (
    <RoomCard title={say(ROOM.figure)}>
      <Loaded query={query}>
        {({ figure }) => (
          <>
            <FigureView figure={figure} title={title} />
            <FigureLabels figure={figure} />
          </>
        )}
      </Loaded>
    </RoomCard>
  );
}
