import { useQuery } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { FigureLabels, FigureView } from '../../learn/cases/figure-view.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { RoomCard } from './room-card.tsx';
import { ROOM } from './words.ts';

/** The relation figure as it would be drawn now: it grows with what is marked for it on the timeline. */
export function FigureCard({ incidentId: id, title }: { incidentId: string; title: string }) {
  const { say } = useSpeech();
  const query = useQuery({
    queryKey: ['room', id, 'figure'],
    queryFn: ({ signal }) => call('GET /api/learn/incidents/:id/figure', { params: { id } }, signal),
    // The same figure again must not be drawn again.
    structuralSharing: true,
  });
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
