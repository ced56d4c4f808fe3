import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../language.tsx';
import { reading } from '../queries.ts';
import { LazyHourBars } from '../ui/charts/lazy.ts';
import { AppLink } from '../ui/links.tsx';
import { SignalState } from '../ui/mark.tsx';
import { Part } from '../ui/part.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { Ago } from '../ui/time.tsx';
import { W } from '../words.ts';
import { Panel } from './panel.tsx';
import { NOW } from './words.ts';

const SHOWN = 5;
const LAYERS = [
  { key: 'grave', word: NOW.grave, colour: '--sonae-event' },
  { key: 'warning', word: NOW.warning, colour: '--sonae-warn-fill' },
  { key: 'other', word: NOW.other, colour: '--sonae-calm-fill' },
] as const;

/** What appeared in the last 24 hours, and what fires now. */
export function Signals() {
  const { say } = useSpeech();
  const firing = useQuery(
    reading('GET /api/detect/signals', { query: { state: 'firing', limit: SHOWN } }, 'signals'),
  );
  const counts = useQuery(reading('GET /api/detect/signals/counts', {}, 'signal-counts'));
  return (
    <Panel
      className="now-third"
      title={say(NOW.liveSignals)}
      aside={counts.data && say(NOW.firingNow, { n: counts.data.firing.toLocaleString() })}
      all={
        <AppLink to="/detect" search={{ state: 'firing' }}>
          {say(W.all)}
        </AppLink>
      }
    >
      <Hours />
      <Loaded query={firing}>
        {({ signals }) =>
          signals.length === 0 ? (
            <p className="now-quiet">{say(NOW.noSignals)}</p>
          ) : (
            signals.map(({ id, title, state, count, lastAt }) => (
              <div key={id} className="now-row">
                <div className="now-row-what lane-line">
                  <SignalState state={state} />
                  <AppLink to="/detect" search={{ open: id }} title={title} truncate>
                    {title}
                  </AppLink>
                </div>
                <div className="now-row-do now-quiet">
                  ×{count.toLocaleString()} <Ago at={lastAt} />
                </div>
              </div>
            ))
          )
        }
      </Loaded>
    </Panel>
  );
}

function Hours() {
  const { say } = useSpeech();
  const { data } = useQuery(reading('GET /api/detect/signals/hours', {}, 'signals'));
  if (!data) return null;
  const all = data.hours.reduce((sum, { grave, warning, other }) => sum + grave + warning + other, 0);
  return (
    <Part>
      <LazyHourBars
        summary={say(NOW.appeared, { n: all.toLocaleString() })}
        layers={LAYERS.map((each) => ({ ...each, word: say(each.word) }))}
        hours={data.hours.map(({ at, ...values }) => ({ at, values }))}
      />
    </Part>
  );
}
