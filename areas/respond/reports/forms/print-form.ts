import { type Context, reading } from '../../../../database/transaction.ts';
import type { Language } from '../../../../kernel/language.ts';
import { permit } from '../../../../kernel/permit.ts';
import { fillIn } from '../../../../kernel/text.ts';
import { storable } from '../../../../kernel/workbook/stored-text.ts';
import type { PackContent } from '../../../../report/document/pack-content.ts';
import { setDocument } from '../../../../report/document/pdf.ts';
import { STAGE_WORDS } from '../../regimes/words.ts';
import { formOf, type ReadForm } from './read-form.ts';
import type { FormFormat } from './schema.ts';
import { FORM_WORDS, FORMS } from './words.ts';

/** A report on its form as a file, for whoever it goes to. What nobody knows is said so; nothing is left to be guessed. */
export async function printForm(
  ctx: Context,
  id: string,
  format: FormFormat,
  language: Language,
): Promise<Uint8Array> {
  permit(ctx, 'room.read');
  const read = await reading(ctx, (trx) => formOf(ctx, trx, id, language));
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(asJson(read), null, 2)}\n`);
    case 'xlsx':
      return asWorkbook(read, language);
    case 'pdf':
      return setDocument('pack', asDocument(read, language));
  }
}

const titleOf = ({ incident, report, regime }: ReadForm, language: Language): string =>
  `${incident.drill ? FORM_WORDS.drill[language] : ''}${regime[language]} – ${STAGE_WORDS[report.stage][language]}`;

function dueOf({ report, timeZone }: ReadForm, language: Language): string {
  if (!report.dueAt) return FORM_WORDS.noDue[language];
  const at = report.dueAt
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  return fillIn(FORM_WORDS.due[language], { at: `${at} (${timeZone})` });
}

const stateOf = ({ report }: ReadForm, language: Language): string =>
  report.state === 'submitted'
    ? [
        FORM_WORDS.submitted[language],
        ...(report.receipt ? [fillIn(FORM_WORDS.receipt[language], { receipt: report.receipt })] : []),
      ].join(' · ')
    : FORM_WORDS.draft[language];

function missingOf({ fields }: ReadForm, language: Language): string {
  const names = fields.filter(({ missing }) => missing).map(({ name }) => name);
  return names.length > 0
    ? fillIn(FORM_WORDS.missing[language], { names: names.join(language === 'ja' ? '、' : ', ') })
    : '';
}

const asJson = ({ incident, report, organisation, form, fields }: ReadForm) => ({
  organisation,
  regime: report.regime,
  stage: report.stage,
  form,
  drill: incident.drill,
  state: report.state,
  receipt: report.receipt,
  startsAt: report.startsAt.toString(),
  dueAt: report.dueAt?.toString() ?? null,
  submittedAt: report.submittedAt?.toString() ?? null,
  fields: fields.map(({ key, name, value, from, missing }) => ({
    key,
    name,
    value: value || null,
    from,
    missing,
  })),
});

async function asWorkbook(read: ReadForm, language: Language): Promise<Uint8Array> {
  const head = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });
  const rows = [
    [
      head(titleOf(read, language)),
      { value: `${stateOf(read, language)} · ${dueOf(read, language)}`, wrap: true },
    ],
    [head(FORM_WORDS.item[language]), head(FORM_WORDS.content[language])],
    ...read.fields.map(({ name, value }) => [
      { value: name, wrap: true, alignVertical: 'top' as const },
      {
        // A cell of a workbook says that it is text: no formula, and nothing to keep it from being one.
        value: storable(value || FORM_WORDS.unknown[language]),
        type: String,
        wrap: true,
        alignVertical: 'top' as const,
      },
    ]),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const workbook = writeExcelFile(rows, { columns: [{ width: 34 }, { width: 90 }], sheet: read.form });
  return (await workbook.toBuffer()) as Uint8Array;
}

function asDocument(read: ReadForm, language: Language): PackContent {
  return {
    language,
    title: titleOf(read, language),
    organisation: read.organisation,
    dated: stateOf(read, language),
    expires: dueOf(read, language),
    contentsHeading: FORM_WORDS.contents[language],
    sections: [
      {
        heading: FORMS[read.form].name[language],
        note: missingOf(read, language),
        tables: [
          {
            caption: '',
            columns: [FORM_WORDS.item[language], FORM_WORDS.content[language]],
            widths: [3, 8],
            rows: read.fields.map(({ name, value }) => [name, value || FORM_WORDS.unknown[language]]),
          },
        ],
      },
    ],
  };
}
