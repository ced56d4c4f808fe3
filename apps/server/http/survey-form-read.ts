import { type FieldKind, ROWS, type Rows, TOLD_FIELDS } from '../../../areas/survey/content/fields/schema.ts';
import {
  type ReportContent,
  type ReportTime,
  reportContent,
  type Told,
} from '../../../areas/survey/content/schema.ts';
import { calledAt } from '../../../areas/survey/content/words.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';

/** What came by a plain form: each name once, several choices as a list. */
export type Sent = Readonly<Record<string, readonly string[]>>;

const one = (sent: Sent, name: string): string => sent[name]?.at(-1)?.trim() ?? '';
const whole = (text: string): unknown => {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : text;
};

/** A time as a plain form shows it: to the minute, by the clock it was read from. */
export const wallOf = ({ at, zone }: ReportTime): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

const heldIn = (field: Told<unknown> | undefined): ReportTime | undefined =>
  field?.is === 'value' ? (field.value as ReportTime) : undefined;

/**
 * A time of the clock somebody reads, in the zone they said; what is none stays as it is and is refused by name. One that
 * nobody touched stays as it was: its seconds, and which of two hours it is when clocks go back, no form shows.
 */
function timeOf(sent: Sent, name: string, before: ReportTime | undefined): unknown {
  const written = one(sent, `${name}.at`);
  if (written === '') return undefined;
  const zone = one(sent, `${name}.zone`) || 'Asia/Tokyo';
  const error = one(sent, `${name}.clockError`);
  const untouched = before && before.zone === zone && wallOf(before) === written;
  let at = untouched ? before.at : written;
  try {
    if (!untouched) at = Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant().toString();
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
  }
  return {
    at,
    precision: one(sent, `${name}.precision`) || 'minute',
    zone,
    clockError: error === '' ? null : whole(error),
  };
}

function saidAt(sent: Sent, path: string, { kind }: FieldKind, before: Told<unknown>): unknown {
  const text = one(sent, path);
  switch (kind) {
    case 'keys': {
      const chosen = (sent[path] ?? []).filter((key) => key !== '');
      if (chosen.includes('-')) return [];
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'time':
      return timeOf(sent, path, heldIn(before));
    case 'effect': {
      const level = one(sent, `${path}.level`);
      return text === '' ? undefined : { text, level: level === '' ? null : whole(level) };
    }
    case 'cause':
      return text === '' ? undefined : { text, certainty: one(sent, `${path}.certainty`) || 'unknown' };
    case 'range': {
      const [low, high] = [one(sent, `${path}.low`), one(sent, `${path}.high`)];
      if (low === '' && high === '') return undefined;
      return { low: whole(low === '' ? high : low), high: whole(high === '' ? low : high) };
    }
    case 'yes':
      return text === '' ? undefined : text === 'yes';
    default:
      return text === '' ? undefined : text;
  }
}

/** A field that holds something is a value, whatever was chosen for where it is empty. */
function toldOf(sent: Sent, path: string, kind: FieldKind, before: Told<unknown>): unknown {
  const value = saidAt(sent, path, kind, before);
  if (value !== undefined) return { is: 'value', value };
  const is = one(sent, `${path}.is`) || 'notStated';
  return is === 'withheld' || is === 'withdrawn' ? { is, reason: one(sent, `${path}.reason`) } : { is };
}

function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => {
    const next = (at[key] ?? {}) as Record<string, unknown>;
    at[key] = next;
    return next;
  }, into);
  parent[last] = value;
}

const at = (content: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);

const LETTER = { steps: 's', parties: 'p', systems: 'y' } as const satisfies Record<Rows, string>;
const ROW_FIELDS = {
  steps: ['text', 'by', 'outcome'],
  parties: ['name', 'kind', 'part'],
  systems: ['name', 'kind'],
} as const satisfies Record<Rows, readonly string[]>;

/** A step's time has no field for why it is empty: what was said about that stays. */
function stepTime(sent: Sent, id: string, { steps }: ReportContent): unknown {
  const old = steps.find((step) => step.id === id)?.time;
  const value = timeOf(sent, `steps.${id}.time`, heldIn(old));
  if (value !== undefined) return { is: 'value', value };
  return old && old.is !== 'value' ? old : { is: 'notStated' };
}

/** Rows somebody filled in; one that was there and is empty now is withdrawn with the reason beside it. */
function rowsOf(sent: Sent, rows: Rows, before: ReportContent): unknown[] {
  const ids = [
    ...new Set(Object.keys(sent).flatMap((name) => name.match(`^${rows}\\.([a-z][a-z0-9-]*)\\.`)?.[1] ?? [])),
  ];
  return ids.flatMap((id): unknown[] => {
    const fields = Object.fromEntries(
      ROW_FIELDS[rows].flatMap((field) => {
        const text = one(sent, `${rows}.${id}.${field}`);
        return text === '' ? [] : [[field, text]];
      }),
    );
    const reason = one(sent, `${rows}.${id}.withdrawn`);
    const old = before[rows].find((each) => each.id === id);
    if (!(ROW_FIELDS[rows][0] in fields)) return old && reason !== '' ? [{ ...old, withdrawn: reason }] : [];
    const time = rows === 'steps' ? { time: stepTime(sent, id, before) } : {};
    return [{ id, ...fields, ...time, ...(reason !== '' && { withdrawn: reason }) }];
  });
}

/** Names for the empty rows that follow those of a report. */
export function emptyRows(rows: Rows, { [rows]: there }: ReportContent): string[] {
  const taken = new Set(there.map(({ id }) => id));
  const names: string[] = [];
  for (let n = 1; names.length < ROWS[rows]; n += 1)
    if (!taken.has(`${LETTER[rows]}${n}`)) names.push(`${LETTER[rows]}${n}`);
  return names;
}

/** The part of a report that one thing wrong with it spoils: a field, a row of a list or the list. */
function spoilt(path: readonly PropertyKey[]): string {
  const [list, index] = path;
  if (list !== undefined && Object.hasOwn(ROWS, list))
    return index === undefined ? String(list) : `${String(list)}.${String(index)}`;
  const whole = path.join('.');
  const field = TOLD_FIELDS.find(([each]) => whole === each || whole.startsWith(`${each}.`));
  return field?.[0] ?? whole;
}

/** The same with what is wrong left as it was before: the rest was typed by somebody and is kept. */
function withoutSpoilt(
  draft: Readonly<Record<string, unknown>>,
  before: ReportContent,
  paths: readonly (readonly PropertyKey[])[],
): ReportContent {
  const kept = structuredClone(draft) as Record<string, unknown>;
  const places = new Set(paths.map(spoilt));
  for (const rows of Object.keys(ROWS) as Rows[])
    kept[rows] = places.has(rows)
      ? before[rows]
      : (draft[rows] as { id: string }[]).flatMap((row, index) =>
          places.has(`${rows}.${index}`) ? before[rows].filter(({ id }) => id === row.id) : [row],
        );
  for (const place of places)
    if (!Object.hasOwn(ROWS, place.split('.')[0] ?? '')) put(kept, place, at(before, place));
  const read = reportContent.safeParse(kept);
  return read.success ? read.data : before;
}

/**
 * A report as it was written on a plain form.
 * @param before what was there, for what the form does not ask
 * @returns the content, and what is wrong, field by field: such a field is as it was before
 */
export function readSurveyForm(
  sent: Sent,
  before: ReportContent,
): { readonly content: ReportContent; readonly faults: readonly FieldFault[] } {
  const draft: Record<string, unknown> = {
    operator: { name: one(sent, 'operator.name'), department: one(sent, 'operator.department') },
    contacts: before.contacts,
    title: one(sent, 'title'),
    tlp: one(sent, 'tlp') || before.tlp,
    remarks: one(sent, 'remarks'),
  };
  for (const [path, kind] of TOLD_FIELDS)
    put(draft, path, toldOf(sent, path, kind, at(before, path) as Told<unknown>));
  for (const rows of Object.keys(ROWS) as Rows[]) draft[rows] = rowsOf(sent, rows, before);
  const read = reportContent.safeParse(draft);
  if (read.success) return { content: read.data, faults: [] };
  const faults = fieldFaultsOf(read.error, 'body').map((fault) => {
    const name = calledAt(fault.field);
    return { ...fault, field: `content.${fault.field}`, ...(name && { name }) };
  });
  return {
    content: withoutSpoilt(
      draft,
      before,
      read.error.issues.map(({ path }) => path),
    ),
    faults,
  };
}
