import type { Bilingual } from '../../../../kernel/language.ts';
import { MOMENTS, type ReportContent, type ReportTime } from '../../content/schema.ts';
import type { Attendee } from '../../hearings/schema.ts';
import type { EntityKind } from '../entities/schema.ts';
import { foldName } from '../folding/fold-text.ts';
import type { Candidate } from './unlisted.ts';
import { CONTACT_LABEL, PARTY_LABELS, SYSTEM_LABELS } from './words.ts';

const one = (
  origin: Candidate['origin'],
  kind: EntityKind,
  written: string,
  label?: Bilingual,
): Candidate[] => {
  const name = written.trim();
  return name === '' ? [] : [{ kind, names: [name], aliases: [], origin, ...(label && { label }) }];
};

/** A day, or a month where no more is known, on the clock it was read from. */
function dayOf({ at, zone, precision }: ReportTime): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  return precision === 'month' ? day.toPlainYearMonth().toString() : day.toString();
}

/** Who and what a report names, with what each may be called in public. */
export function entitiesOfReport(content: ReportContent): Candidate[] {
  const told = (kind: EntityKind, name: string, label?: Bilingual) => one('report', kind, name, label);
  const { operator, contacts, parties, systems, times } = content;
  return [
    ...told('organisation', operator.name, PARTY_LABELS.operator),
    ...told('organisation', operator.department, PARTY_LABELS.department),
    ...contacts.flatMap(({ name, email, phone }) => [
      ...told('person', name),
      ...told('code', email, CONTACT_LABEL),
      ...told('code', phone, CONTACT_LABEL),
    ]),
    ...parties.flatMap(({ name, kind }) => told('organisation', name, PARTY_LABELS[kind])),
    ...systems.flatMap(({ name, kind }) =>
      kind === 'site'
        ? told('place', name)
        : told(kind === 'artifact' ? 'product' : 'system', name, SYSTEM_LABELS[kind]),
    ),
    ...MOMENTS.flatMap((moment) => {
      const time = times[moment];
      return time.is === 'value' ? told('date', dayOf(time.value)) : [];
    }),
  ];
}

/** Who came to hearings, and who is named as a speaker. A role names nobody. */
export function entitiesOfHearings(
  hearings: readonly { readonly attendees: readonly Attendee[] }[],
  speakers: readonly string[],
): Candidate[] {
  const attendees = hearings.flatMap((hearing) => hearing.attendees);
  const roles = new Set(attendees.map(({ role }) => foldName(role)));
  return [
    ...attendees.flatMap(({ name, email }) => [
      ...one('hearing', 'person', name),
      ...one('hearing', 'code', email, CONTACT_LABEL),
    ]),
    ...speakers
      .filter((speaker) => !roles.has(foldName(speaker)))
      .flatMap((speaker) => one('hearing', 'person', speaker)),
  ];
}
