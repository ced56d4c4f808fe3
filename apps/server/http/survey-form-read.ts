import { type FieldKind, ROWS, type Rows, TOLD_FIELDS } from '../../../areas/survey/content/fields/schema.ts';
import { type ReportContent, reportContent } from '../../../areas/survey/content/schema.ts';
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

/** A time of the clock somebody reads, in the zone they said; what is none stays as it is and is refused by name. */
function timeOf(sent: Sent, name: string): unknown {
  const written = one(sent, `${name}.at`);
  if (written === '') return undefined;
  const zone = one(sent, `${name}.zone`) || 'Asia/Tokyo';
  const error = one(sent, `${name}.clockError`);
  let at = written;
  try {
    at = Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant().toString();
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

function saidAt(sent: Sent, path: string, { kind }: FieldKind): unknown {
  const text = one(sent, path);
  switch (kind) {
    case 'keys': {
      const chosen = (sent[path] ?? []).filter((key) => key !== '');
      if (chosen.includes('-')) return [];
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'time':
      return timeOf(sent, path);
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
function toldOf(sent: Sent, path: string, kind: FieldKind): unknown {
  const value = saidAt(sent, path, kind);
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

const LETTER = { steps: 's', parties: 'p', systems: 'y' } as const satisfies Record<Rows, string>;
const ROW_FIELDS = {
  steps: ['text', 'by', 'outcome'],
  parties: ['name', 'kind', 'part'],
  systems: ['name', 'kind'],
} as const satisfies Record<Rows, readonly string[]>;

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
    const time = rows === 'steps' ? { time: toldOf(sent, `${rows}.${id}.time`, { kind: 'time' }) } : {};
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

/**
 * A report as it was written on a plain form.
 * @param before what was there, for what the form does not ask
 * @returns the content, or what is wrong with it, field by field
 */
export function readSurveyForm(
  sent: Sent,
  before: ReportContent,
): { readonly content: ReportContent } | { readonly faults: readonly FieldFault[] } {
  const draft: Record<string, unknown> = {
    operator: { name: one(sent, 'operator.name'), department: one(sent, 'operator.department') },
    contacts: before.contacts,
    title: one(sent, 'title'),
    tlp: one(sent, 'tlp') || before.tlp,
    remarks: one(sent, 'remarks'),
  };
  for (const [path, kind] of TOLD_FIELDS) put(draft, path, toldOf(sent, path, kind));
  for (const rows of Object.keys(ROWS) as Rows[]) draft[rows] = rowsOf(sent, rows, before);
  const read = reportContent.safeParse(draft);
  if (read.success) return { content: read.data };
  const faults = fieldFaultsOf(read.error, 'body').map((fault) => {
    const name = calledAt(fault.field);
    return { ...fault, field: `content.${fault.field}`, ...(name && { name }) };
  });
  return { faults };
}
