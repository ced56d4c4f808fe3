import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../../database/tables.ts';
import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { personOf } from '../../../../kernel/caller.ts';
import { CERTAINTY_WORDS } from '../../../../kernel/certainty.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { permit } from '../../../../kernel/permit.ts';
import { linesOfIncident } from '../../../ledger/index.ts';
import { assetNames } from '../../../prepare/assets/index.ts';
import { namesOf } from '../../../prepare/contacts/index.ts';
import { readOrganisation } from '../../../prepare/parties/index.ts';
import { INPUTS, inputValueWords, isInputName, SITUATION_WORDS } from '../../../prepare/plans/words.ts';
import { record } from '../../../record.ts';
import { statementsOf } from '../../communications/index.ts';
import { STATEMENT_KIND_WORDS } from '../../communications/words.ts';
import { findIncident, systemsOf } from '../../incidents/index.ts';
import type { IncidentView } from '../../incidents/schema.ts';
import { SYSTEM_STATE_WORDS } from '../../incidents/words.ts';
import { hypothesesOf } from '../../investigation/index.ts';
import { estimatesOf } from '../../plans/index.ts';
import { regimeOf } from '../../regimes/index.ts';
import { STAGE_WORDS } from '../../regimes/words.ts';
import { entriesOf, timesOf } from '../../timeline/rules.ts';
import { inLine, namedReportsOf } from '../in-line.ts';
import { findReport, lockReport, type StoredReport, setForm } from '../store.ts';
import { type Filled, fieldsOf, fillForm, fittingForm } from './rules.ts';
import type { FormKept, formView } from './schema.ts';
import type { FormName, RecordField } from './words.ts';

const WORDS = {
  open: { ja: '対応中', en: 'in progress' },
  resolved: { ja: '復旧済み', en: 'restored' },
  closed: { ja: '終了', en: 'closed' },
} as const;

/** A form of a report with everything that is known. */
export interface ReadForm {
  readonly report: StoredReport;
  /** What its regime was called when it was opened. */
  readonly regime: Bilingual;
  readonly incident: IncidentView;
  readonly organisation: string;
  readonly timeZone: string;
  readonly form: FormName;
  readonly fields: readonly Filled[];
}

const written = (at: Temporal.Instant, timeZone: string): string =>
  `${at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${timeZone})`;

/** Looks at one; what went out is shown as it went out. */
export async function formOf(
  ctx: Context,
  trx: Transaction<Tables>,
  id: string,
  language: Language,
): Promise<ReadForm> {
  const report = await findReport(trx, id);
  const incident = report && (await findIncident(trx, report.incidentId));
  const organisation = await readOrganisation(trx);
  if (!report || !incident || !organisation) throw new Fault('not-found');
  const form = report.form || fittingForm(report.regime, incident.situation);
  const { name, timeZone } = organisation;
  const { name: regime } = await regimeOf(trx, report);
  const known = report.filled
    ? report.filled
    : await knownOf(ctx, trx, { report, regime, incident, organisation: name, timeZone }, language);
  return {
    report,
    regime,
    incident,
    organisation: name,
    timeZone,
    form,
    fields: fillForm(form, report.stage, known, report.filled ? {} : report.answers, language),
  };
}

interface Known {
  readonly report: StoredReport;
  readonly regime: Bilingual;
  readonly incident: IncidentView;
  readonly organisation: string;
  readonly timeZone: string;
}

/** What staff or the group were told is not published. */
const PUBLISHED: ReadonlySet<string> = new Set(['customers', 'public', 'media']);

/** What the record says to each field, in words for somebody outside who reads only this. */
async function knownOf(
  ctx: Context,
  trx: Transaction<Tables>,
  { report, regime, incident, organisation, timeZone }: Known,
  language: Language,
): Promise<Record<RecordField, string>> {
  const lines = await linesOfIncident(trx, incident.id);
  const times = timesOf(lines);
  const entries = entriesOf(lines);
  const at = (time: { readonly at: Temporal.Instant } | undefined): string =>
    time ? written(time.at, timeZone) : '';
  const clock = (time: Temporal.Instant): string => written(time, timeZone).slice(5, 16);
  const estimates = Object.entries(await estimatesOf(trx, incident.id)).flatMap(([input, value]) =>
    isInputName(input) && value !== null
      ? [`${INPUTS[input].name[language]}: ${inputValueWords(value)?.[language] ?? String(value)}`]
      : [],
  );
  const marked = await systemsOf(trx, incident.id);
  const assets = await assetNames(
    trx,
    marked.map(({ asset }) => asset),
  );
  const systems = marked.map(
    ({ asset, state }) => `${assets.get(asset) ?? asset}（${SYSTEM_STATE_WORDS[state][language]}）`,
  );
  const causes = (await hypothesesOf(trx, incident.id)).filter(({ state }) => state === 'supported');
  const sent = (await statementsOf(trx, incident.id)).filter(
    ({ sentAt, audience }) => sentAt !== null && PUBLISHED.has(audience),
  );
  const others = (await namedReportsOf(trx, incident.id)).filter(
    ({ id, state }) => id !== report.id && state === 'submitted',
  );
  const linked = lines.find(({ kind }) => kind === 'incident.signals-linked');
  const firstEvent = entries.find(({ is }) => is === 'event');
  const writer = personOf(ctx.actor) ?? '';
  return {
    organisation,
    writer: (await namesOf(trx, [writer]))[writer] ?? '',
    writtenAt: written(ctx.now, timeZone),
    stage: `${STAGE_WORDS[report.stage][language]} – ${regime[language]}`,
    reference: `#${incident.number}`,
    title: incident.title,
    situation: incident.situation ? SITUATION_WORDS[incident.situation][language] : '',
    occurredAt: at(times.occurred),
    noticedAt: at(times.noticed),
    recognisedAt: at(times.recognised),
    detection: linked
      ? (linked.body['signals'] as { title: string }[]).map(({ title }) => title).join('、')
      : (firstEvent?.text ?? ''),
    systems: systems.join('、'),
    effect: estimates.join('\n'),
    state: WORDS[incident.state][language],
    responses: entries
      .filter(({ is }) => is === 'response')
      .map((entry) => `${clock(entry.at)} ${entry.text}`)
      .join('\n'),
    cause: causes
      .map(({ text, certainty, outcome }) =>
        [text, `（${CERTAINTY_WORDS[certainty][language]}）`, outcome].filter(Boolean).join(' '),
      )
      .join('\n'),
    restoredAt: at(times.restored),
    published: sent
      .map(
        ({ sentAt, kind, text }) =>
          `${sentAt ? clock(sentAt) : ''} ${STATEMENT_KIND_WORDS[kind][language]}: ${text}`,
      )
      .join('\n'),
    otherReports: others
      .map(({ name, stage }) => `${name[language]}（${STAGE_WORDS[stage][language]}）`)
      .join('、'),
  };
}

export async function readForm(ctx: Context, id: string): Promise<z.input<typeof formView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const { form, report, fields } = await formOf(ctx, trx, id, ctx.language);
    return { form, frozen: report.filled !== null, fields: [...fields] };
  });
}

/** Keeps what somebody wrote on a form that has not gone out. */
export async function keepForm(ctx: Context, id: string, { form, answers }: FormKept): Promise<void> {
  permit(ctx, 'room.write');
  const known = fieldsOf(form);
  const unknown = Object.keys(answers).find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined)
    throw invalidField(`answers.${unknown}`, {
      ja: 'この様式に存在しない項目です',
      en: 'This field is not part of the form',
    });
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'due')
      throw new Fault('conflict', {
        detail: {
          ja: '提出済みの報告は変更できません。続報に記入してください',
          en: 'Submitted reports cannot be changed. Add a follow-up',
        },
      });
    // What another form asked for is kept: whoever chooses that one again finds it.
    const kept = Object.entries({ ...report.answers, ...answers }).filter(([, value]) => value.trim() !== '');
    await setForm(tx.sql, id, { form, answers: Object.fromEntries(kept) });
    record(tx, 'report.form-kept', {
      incidentId: report.incidentId,
      body: { ...(await inLine(tx.sql, report)), form, fields: kept.length },
    });
  });
}
