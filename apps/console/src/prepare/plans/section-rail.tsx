import type { Finding } from '../../../../../areas/prepare/plans/schema.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { Value } from '../registers/form/shape.ts';
import { SECTION_WORDS } from './section-words.ts';
import { countIn, findingsIn, SECTION_NAMES, type Section } from './sections.ts';
import { PLAN } from './words.ts';

/** The parts of a plan, how much stands in each, and where something is amiss. */
export function SectionRail({
  entry,
  findings,
  current,
  onGo,
}: {
  entry: Value;
  findings: readonly Finding[];
  /** The part that is written; undefined where all of it is read. */
  current: Section | undefined;
  onGo: (section: Section) => void;
}) {
  const { say } = useSpeech();
  return (
    <nav className="plan-rail no-print" aria-label={say(PLAN.parts)}>
      {SECTION_NAMES.map((section) => {
        const found = findingsIn(section, findings);
        const grave = found.some((each) => each.grave);
        return (
          <button
            key={section}
            type="button"
            className="plan-rail-line"
            aria-current={section === current ? 'step' : undefined}
            onClick={() => onGo(section)}
          >
            <span className="plan-rail-name">{say(SECTION_WORDS[section])}</span>
            {found.length > 0 && (
              <Mark tone={grave ? 'event' : 'decision'}>
                {say(grave ? PLAN.graveCount : PLAN.lightCount, { n: found.length })}
              </Mark>
            )}
            <span className="quiet">{countIn(section, entry)}</span>
          </button>
        );
      })}
    </nav>
  );
}
