import { CAUSE_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import {
  CAUSE_GROUPS,
  PARTY_KINDS,
  RESOURCE_NEEDS,
  SYSTEM_KINDS,
  THEMES,
} from '../../../../../areas/learn/cases/schema.ts';
import { BOX_WORDS, NEED_WORDS, THEME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { useSpeech } from '../../language.tsx';
import { Facet } from '../../ui/facet.tsx';
import { W } from '../../words.ts';
import { LESSON } from './words.ts';

export interface LibraryFilter {
  readonly group: (typeof CAUSE_GROUPS)[number] | 'any';
  readonly theme: (typeof THEMES)[number] | 'any';
  readonly system: (typeof SYSTEM_KINDS)[number] | 'any';
  readonly party: (typeof PARTY_KINDS)[number] | 'any';
  readonly need: (typeof RESOURCE_NEEDS)[number] | 'any';
}

/** What cases and lessons alike are looked for by; kept in the address. */
export function LibraryFilters({
  filter,
  onChange,
}: {
  filter: LibraryFilter;
  onChange: (patch: Partial<LibraryFilter>) => void;
}) {
  const { say } = useSpeech();
  const { group, theme, system, party, need } = filter;
  return (
    <>
      <Facet
        label={say(W.cause)}
        value={group}
        values={CAUSE_GROUPS}
        words={CAUSE_WORDS}
        onChange={(next) => onChange({ group: next })}
      />
      <Facet
        label={say(W.theme)}
        value={theme}
        values={THEMES}
        words={THEME_WORDS}
        onChange={(next) => onChange({ theme: next })}
      />
      <Facet
        label={say(LESSON.systemKind)}
        value={system}
        values={SYSTEM_KINDS}
        words={BOX_WORDS}
        onChange={(next) => onChange({ system: next })}
      />
      <Facet
        label={say(LESSON.partyKind)}
        value={party}
        values={PARTY_KINDS}
        words={BOX_WORDS}
        onChange={(next) => onChange({ party: next })}
      />
      <Facet
        label={say(W.need)}
        value={need}
        values={RESOURCE_NEEDS}
        words={NEED_WORDS}
        onChange={(next) => onChange({ need: next })}
      />
    </>
  );
}
