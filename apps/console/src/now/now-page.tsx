import './now.css';
import { useQuery } from '@tanstack/react-query';
import { useMay, useMe } from '../me.ts';
import { reading } from '../queries.ts';
import { Bounded } from '../ui/boundary.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Aside, Part } from '../ui/part.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { Headline } from './headline.tsx';
import { Mine } from './mine.tsx';

const FirstSteps = lazyPart(() => import('./first-steps.tsx'), 'FirstSteps');
const DemoOrganisations = lazyPart(
  () => import('../settings/organisation/demo-organisations.tsx'),
  'DemoOrganisations',
);
// It asks before an act, and dialogs are no part of the first load.
const StormNotices = lazyPart(() => import('../respond/storms/storm-notice.tsx'), 'StormNotices');
const Lanes = lazyPart(() => import('./lanes.tsx'), 'Lanes');
const Signals = lazyPart(() => import('./signals.tsx'), 'Signals');
const OnCall = lazyPart(() => import('./on-call.tsx'), 'OnCall');
const Readiness = lazyPart(() => import('./ahead.tsx'), 'Readiness');
const Coming30 = lazyPart(() => import('./ahead.tsx'), 'Coming30');
const Past = lazyPart(() => import('./ahead.tsx'), 'Past');

// Wanted at once by whoever may look; the rest may come after.
void Lanes.preload();
void OnCall.preload();

/** About as high as they are with what a day brings. */
const LANES = { className: 'now-whole', height: 330 };
const THIRD = { className: 'now-third', height: 280 };

/** What a person needs to know who has just been woken; and what is worth knowing while nothing happens. */
export function NowPage() {
  const may = useMay();
  const { data: me } = useMe();
  const lanes = useQuery({
    ...reading('GET /api/respond/lanes', {}, 'incidents', 'incident', 'room', 'timeline', 'tasks'),
    enabled: may('incident.read'),
  });
  const onCall = useQuery({
    ...reading('GET /api/prepare/on-call', {}, 'duty', 'rosters-ahead', 'registers'),
    enabled: may('roster.read'),
  });
  const gaps = (onCall.data?.rosters ?? []).flatMap(({ name, gaps: all }) =>
    all.map(({ from }) => ({ from, roster: name })),
  );
  return (
    <div className="page now">
      <Bounded>
        <Headline open={lanes.data?.open} onCall={onCall.data} />
        {may('incident.read') && (
          <div className="now-whole">
            <Aside>
              <StormNotices />
            </Aside>
          </div>
        )}
        {me?.organisation.demo && me.memberships.length > 1 && (
          <div className="now-whole">
            <Part height={36}>
              <DemoOrganisations />
            </Part>
          </div>
        )}
        {may('organisation.manage') && !me?.organisation.demo && (
          <Part>
            <FirstSteps />
          </Part>
        )}
        {may('incident.read') && (
          <Loaded query={lanes} place={LANES}>
            {(read) => (
              <Part {...LANES}>
                <Lanes lanes={read.lanes} open={read.open} />
              </Part>
            )}
          </Loaded>
        )}
        {may('signal.read') && (
          <Part {...THIRD}>
            <Signals />
          </Part>
        )}
        {may('page.read') && <Mine />}
        {may('roster.read') && (
          <Loaded query={onCall} place={THIRD}>
            {(read) => (
              <Part {...THIRD}>
                <OnCall onCall={read} />
              </Part>
            )}
          </Loaded>
        )}
        {may('register.read') && (
          <Part className="now-half" height={250}>
            <Readiness past={lanes.data && <Past {...lanes.data} />} />
          </Part>
        )}
        {may('register.read') && (
          <Part className="now-wide" height={250}>
            <Coming30 gaps={gaps} />
          </Part>
        )}
      </Bounded>
    </div>
  );
}
