import type { ReplyOf } from '../../api.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { DecisionsBrief } from './brief/decisions-brief.tsx';
import { RolesBrief } from './brief/roles-brief.tsx';
import { ClosingList } from './closing/closing-list.tsx';
import { DueNext } from './due/due-next.tsx';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** What comes next, who is on it, and what was decided. */
export function LeftColumn({ incident: { id, state } }: { incident: Incident }) {
  const over = state === 'closed';
  return (
    <Bounded>
      {state === 'resolved' && <ClosingList incidentId={id} />}
      <DueNext incidentId={id} over={over} />
      <RolesBrief incidentId={id} over={over} />
      <DecisionsBrief incidentId={id} />
    </Bounded>
  );
}
