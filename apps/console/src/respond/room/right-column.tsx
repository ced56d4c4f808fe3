import type { ReplyOf } from '../../api.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Part } from '../../ui/part.tsx';
import { AudiencesBrief } from './brief/audiences-brief.tsx';
import { KnownBrief, SystemsBrief } from './brief/known-brief.tsx';

const FigureBrief = lazyPart(() => import('./brief/figure-brief.tsx'), 'FigureBrief');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** What it looks like, what is known of it, what it touches, and who was told. */
export function RightColumn({ incident: { id, number, title } }: { incident: Incident }) {
  return (
    <Bounded>
      <Part>
        <FigureBrief incidentId={id} title={`#${number} ${title}`} />
      </Part>
      <KnownBrief incidentId={id} />
      <SystemsBrief incidentId={id} />
      <AudiencesBrief incidentId={id} />
    </Bounded>
  );
}
