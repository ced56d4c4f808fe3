import './room.css';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { ReplyOf } from '../../api.ts';
import { useMay } from '../../me.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Aside, Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Composer } from '../timeline/composer/composer.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { RoomHead } from './head/room-head.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { SheetList } from './sheets/sheet-list.tsx';
import { useSheet, useSheetKeys } from './sheets/use-sheet.ts';
import { useIncident } from './use-room.ts';

const route = getRouteApi('/shell/respond/incidents/$id');
const LeftColumn = lazyPart(() => import('./left-column.tsx'), 'LeftColumn');
const RightColumn = lazyPart(() => import('./right-column.tsx'), 'RightColumn');
const DueFirst = lazyPart(() => import('./due/due-next.tsx'), 'DueFirst');
const OpenSheet = lazyPart(() => import('./sheets/sheet.tsx'), 'OpenSheet');
const StormNotices = lazyPart(() => import('../storms/storm-notice.tsx'), 'StormNotices');
const ClosedBanner = lazyPart(() => import('./closing/closed-banner.tsx'), 'ClosedBanner');
const PagesCard = lazyPart(() => import('./pages-card.tsx'), 'PagesCard');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function IncidentPage() {
  const { id } = route.useParams();
  const query = useIncident(id);
  return <Loaded query={query}>{(incident) => <Room key={id} incident={incident} />}</Loaded>;
}

/**
 * One room for whoever handles an incident: what it is and how far it is always above; what comes next and who is on it; what
 * happened, newest first; what is known. Everything else opens at the side, one key each.
 */
function Room({ incident }: { incident: Incident }) {
  const { id, state } = incident;
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const may = useMay();
  // An outside party has the timeline and its pages, nothing else.
  const inside = may('room.read');
  const open = useSheet();
  useSheetKeys(open, inside);
  return (
    <div className="page room">
      <Boundary>
        <RoomHead incident={incident} />
      </Boundary>
      {inside && state === 'closed' && (
        <Aside>
          <ClosedBanner incident={incident} />
        </Aside>
      )}
      <Aside>
        <StormNotices incidentId={id} />
      </Aside>
      {inside && !phone && <SheetList />}
      <div className="room-columns">
        {inside && !phone && (
          <div className="room-left">
            <Part>
              <LeftColumn incident={incident} />
            </Part>
          </div>
        )}
        <div className="room-middle">
          {!inside && (
            <Part>
              <PagesCard incidentId={id} open={state === 'open'} />
            </Part>
          )}
          {inside && phone && state !== 'closed' && (
            <Aside>
              <DueFirst incidentId={id} />
            </Aside>
          )}
          {may('timeline.write') && (
            <Boundary>
              <Composer incidentId={id} />
            </Boundary>
          )}
          <Boundary>
            <Timeline incidentId={id} />
          </Boundary>
        </div>
        {inside && !phone && (
          <div className="room-right">
            <Part>
              <RightColumn incident={incident} />
            </Part>
          </div>
        )}
      </div>
      {inside && open.sheet && (
        <Part>
          <OpenSheet sheet={open.sheet} incident={incident} onClose={() => open.show(undefined)} />
        </Part>
      )}
      {phone && <PhoneBar incidentId={id} inside={inside} />}
    </div>
  );
}
