import './audit.css';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { ACT_GROUPS } from '../../../../areas/audit/words.ts';
import { useSpeech } from '../language.tsx';
import { DateField } from '../ui/dates/date-field.tsx';
import { IncidentSelect, PersonSelect } from '../ui/forms/selects.tsx';
import { W } from '../words.ts';
import { AUDIT } from './words.ts';

type Narrowed = Readonly<Record<'kind' | 'person' | 'incident' | 'from' | 'to', string>>;
const NOTHING: Narrowed = { kind: '', person: '', incident: '', from: '', to: '' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the audit log is narrowed down by, besides the search. */
export function AuditFilters({
  narrowed,
  onChange,
}: {
  narrowed: Narrowed;
  onChange: (patch: Partial<Narrowed>) => void;
}) {
  const { say } = useSpeech();
  const isNarrowed = Object.values(narrowed).some((value) => value !== '');
  return (
    <fieldset className="bare audit-filters" aria-label={say(AUDIT.filters)}>
      <ActSelect value={narrowed.kind} onChange={(kind) => onChange({ kind })} />
      <PersonSelect
        label={say(AUDIT.who)}
        placeholder={say(W.any)}
        value={narrowed.person}
        onChange={(person) => onChange({ person: person ?? '' })}
      />
      <IncidentSelect
        label={say(W.incident)}
        placeholder={say(W.any)}
        value={narrowed.incident}
        onChange={(incident) => onChange({ incident: incident ?? '' })}
      />
      {(['from', 'to'] as const).map((end) => (
        <DayFilter
          key={end}
          label={say(AUDIT[end])}
          day={narrowed[end]}
          onChange={(day) => onChange({ [end]: day })}
        />
      ))}
      {isNarrowed && (
        <Button variant="subtle" onClick={() => onChange(NOTHING)}>
          {say(AUDIT.clear)}
        </Button>
      )}
    </fieldset>
  );
}

/** Kinds of act, by the thing they are about and the part of the product it belongs to. */
function ActSelect({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const { say } = useSpeech();
  const data = ACT_GROUPS.map(({ area, name, begins, acts }) => ({
    group: `${say(area)} › ${say(name)}`,
    items: [
      { value: begins, label: say(AUDIT.allOf, { name: say(name) }) },
      ...acts.map(({ kind, name: act }) => ({ value: kind, label: say(act) })),
    ],
  }));
  return (
    <Select
      label={say(AUDIT.act)}
      placeholder={say(W.any)}
      clearable
      searchable
      value={value || null}
      data={data}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

/** A day of the address: what is only half typed narrows nothing yet. */
function DayFilter({
  label,
  day,
  onChange,
}: {
  label: string;
  day: string;
  onChange: (day: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <DateField
      label={label}
      value={typed ?? (day || null)}
      onChange={(next) => {
        const whole = next === null || DAY.test(next);
        setTyped(whole ? null : next);
        if (whole) onChange(next ?? '');
      }}
    />
  );
}
