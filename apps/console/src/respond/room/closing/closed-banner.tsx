import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { reading } from '../../../queries.ts';
import { ButtonLink } from '../../../ui/links.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { fullTime } from '../../../ui/time.tsx';
import { CLOSING } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** How an incident ended, and where it goes on: its case. */
export function ClosedBanner({ incident: { id, closedAt, drill, mergedInto } }: { incident: Incident }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const made = useQuery({
    ...reading('GET /api/learn/incidents/:id/case', { params: { id } }, 'cases', 'room'),
    enabled: may('case.read'),
  }).data?.case;
  if (!closedAt) return null;
  return (
    <div className="closed-banner" role="status">
      <Mark tone="recovery">{say(CLOSING.closed, { at: fullTime(closedAt, language) })}</Mark>
      {made && (
        <ButtonLink size="compact-md" to="/learn/cases/$id" params={{ id: made.id }}>
          {say(CLOSING.toCase)}
        </ButtonLink>
      )}
      {made === null && drill && <span className="quiet">{say(CLOSING.drillNoCase)}</span>}
      {made === null && !drill && !mergedInto && <span className="quiet">{say(CLOSING.caseComes)}</span>}
    </div>
  );
}
