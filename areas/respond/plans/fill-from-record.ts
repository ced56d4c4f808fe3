import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { personOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { type Line, linesOfIncident } from '../../ledger/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { fillTemplate } from '../../prepare/plans/rules.ts';
import type { RecordField } from '../../prepare/plans/words.ts';
import { findIncident } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { DRILL } from '../incidents/words.ts';
import { entriesOf } from '../timeline/rules.ts';
import { stampedPlan } from './read-plan.ts';
import { knownInputs, type TemplateWanted } from './schema.ts';
import { estimatesOf } from './store.ts';

/** A time as people write it, with its zone: a report is read elsewhere. */
const written = (at: Temporal.Instant, timeZone: string): string => {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${timeZone})`;
};

async function recordFields(
  trx: Transaction<Tables>,
  ctx: Context,
  incident: IncidentView,
): Promise<Record<RecordField, string>> {
  const organisation = await readOrganisation(trx);
  const zone = organisation?.timeZone ?? 'UTC';
  const lines = await linesOfIncident(trx, incident.id);
  const names = await namesOf(trx, [personOf(ctx.actor) ?? '']);
  return {
    organisation: organisation?.name ?? '',
    title: incident.title,
    number: String(incident.number),
    severity: String(incident.severity),
    declaredAt: written(Temporal.Instant.from(incident.declaredAt), zone),
    now: written(ctx.now, zone),
    sender: names[personOf(ctx.actor) ?? ''] ?? '',
    detection: detectionOf(lines),
    latest: latestOf(lines),
  };
}

/** The signals it was declared on, or the note it was declared with; '' where the record says nothing of how it was noticed. */
function detectionOf(lines: readonly Line[]): string {
  const linked = lines.find(({ kind }) => kind === 'incident.signals-linked');
  if (linked) return (linked.body['signals'] as { title: string }[]).map(({ title }) => title).join('、');
  const declared = lines.find(({ kind }) => kind === 'incident.declared');
  const first = lines.find(({ kind }) => kind === 'timeline.noted');
  if (!first || !declared?.recordedAt.equals(first.recordedAt)) return '';
  return entriesOf(lines).find(({ seq }) => seq === first.seq)?.text ?? '';
}

/** What was written last, as it stands. */
const latestOf = (lines: readonly Line[]): string =>
  entriesOf(lines)
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1)?.text ?? '';

/**
 * Fills a template of the incident's plan from its record.
 * @throws Fault `invalid` that names every field the record has no words for: nothing goes out with a hole in it
 */
export async function fillFromRecord(
  ctx: Context,
  incidentId: string,
  wanted: TemplateWanted,
): Promise<{ subject: string; text: string }> {
  permit(ctx, 'timeline.write');
  return reading(ctx, async (trx) => {
    const incident = await findIncident(trx, incidentId);
    const found = incident && (await stampedPlan(trx, incidentId));
    const template = found?.plan.templates.find(({ key }) => key === wanted.template);
    if (!incident || !template) throw new Fault('not-found');
    const { missing, ...filled } = fillTemplate(template, {
      ...stringsOf({ ...(await estimatesOf(trx, incidentId)), ...knownInputs(incident) }),
      ...Object.fromEntries(Object.entries(wanted.answers).map(([name, text]) => [`ask.${name}`, text])),
      ...(await recordFields(trx, ctx, incident)),
    });
    if (missing.length > 0)
      throw new Fault('invalid', {
        fields: missing.map((field) => ({
          field: field.startsWith('ask.') ? `answers.${field.slice(4)}` : field,
          mend: {
            ja: '空欄のままでは送信できません。内容を入力してください',
            en: 'This cannot be empty. Enter the content',
          },
        })),
      });
    // Whoever gets it outside must see at once that it is an exercise.
    return incident.drill
      ? { subject: `${DRILL}${filled.subject}`, text: `${DRILL}\n${filled.text}` }
      : filled;
  });
}

const stringsOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
