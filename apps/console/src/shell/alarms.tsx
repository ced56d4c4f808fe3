import './strip.css';
import { withoutMark } from '../../../../areas/respond/incidents/words.ts';
import { useSpeech } from '../language.tsx';
import { AppLink, PlainLink } from '../ui/links.tsx';
import { Elapsed } from '../ui/time.tsx';
import { W } from '../words.ts';
import { useOpenIncidents } from './open-matters.ts';

const SHOWN = 3;

/** What is open, with its clock, in the bar that every screen has. */
export function Alarms() {
  const { say } = useSpeech();
  const { data } = useOpenIncidents();
  const open = data?.incidents ?? [];
  if (open.length === 0) return null;
  return (
    <div className="alarms">
      {open.slice(0, SHOWN).map(({ id, number, title, drill, declaredAt }) => (
        <PlainLink
          key={id}
          to="/respond/incidents/$id"
          params={{ id }}
          className={`alarm${drill ? ' alarm-drill' : ''}`}
          title={title}
        >
          <span className="alarm-title">
            {drill && say(W.drillMark)}#{number} {drill ? withoutMark(title) : title}
          </span>
          <Elapsed since={declaredAt} />
        </PlainLink>
      ))}
      {open.length > 1 && (
        <AppLink to="/respond" search={{ state: 'open' }} className="alarm-more">
          {say(W.openNow, { n: data?.next ? `${open.length}+` : open.length })}
        </AppLink>
      )}
    </div>
  );
}
