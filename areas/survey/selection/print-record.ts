import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { PackContent, PackTable } from '../../../report/document/pack-content.ts';
import { setDocument } from '../../../report/document/pdf.ts';
import { fingerprint } from '../../ledger/proofs/index.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { SURVEY_ZONE } from '../cycles/rules.ts';
import { listsInForce } from '../editions/index.ts';
import { QUALITY_KEY } from './rules.ts';
import { type SelectionRecord, selectionRecord } from './schema.ts';
import { recordsOf, type SignedRecord } from './store.ts';
import { OUT_WORDS, QUALITY_NAME, QUALITY_WORDS, RECORD_WORDS as R } from './words.ts';

export const RECORD_FORMATS = ['pdf', 'json'] as const;

/**
 * A signed selection as a file. As JSON it holds what proves it: the hash is that of the record with its keys in order and no blanks,
 * and the signature (Ed25519) covers the same text.
 * @param number which one; the newest unless told
 */
export async function printRecord(
  ctx: Context,
  cycleId: string,
  {
    number,
    format,
    language,
  }: { number: number | undefined; format: (typeof RECORD_FORMATS)[number]; language: Language },
): Promise<Uint8Array> {
  permit(ctx, 'survey.read');
  const found = await reading(ctx, async (trx) => {
    const records = await recordsOf(trx, cycleId);
    const signed = number === undefined ? records[0] : records.find((each) => each.number === number);
    if (!signed) throw new Fault('not-found');
    return { signed, drawn: await drawn(trx, signed, language) };
  });
  if (format === 'pdf') return setDocument('pack', found.drawn);
  const { text, hash, publicKey, signature } = found.signed;
  const proof = {
    sha256: hash,
    publicKey: Buffer.from(publicKey).toString('base64'),
    signature: Buffer.from(signature).toString('base64'),
  };
  return Buffer.from(`${JSON.stringify({ record: JSON.parse(text), ...proof }, null, 2)}\n`);
}

const shown = (value: number | null): string =>
  value === null ? '–' : String(Math.round(value * 1_000) / 1_000);
const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

async function drawn(
  trx: Transaction<Tables>,
  signed: SignedRecord,
  language: Language,
): Promise<PackContent> {
  const record = selectionRecord.parse(JSON.parse(signed.text));
  const say = (text: Bilingual, values: Record<string, string | number> = {}): string =>
    fillIn(text[language], values);
  const lists = await listsInForce(trx);
  const named = (list: 'sectors' | 'causes', key: string | null): string =>
    key === null
      ? say(R.notStated)
      : (lists[list].entries.find((each) => each.key === key)?.name[language] ?? key);
  const names = await namesBehind(trx, [...record.raters, record.signedBy], language);
  const at = signed.signedAt.toZonedDateTimeISO(SURVEY_ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' }); // biome-ignore format: one line
  const { survey } = record;
  const numberOf = new Map(record.ranked.map((each) => [each.eventId, each.receiptNumber]));
  const about = `${survey.window.from} – ${survey.window.until}${survey.plan.name ? ` · ${survey.plan.name}（${[survey.plan.decidedBy, survey.plan.decidedOn].filter(Boolean).join(' ')}）` : ''}`;
  return {
    language,
    title: say(R.title, { year: survey.fiscalYear, number: record.number }),
    organisation: (await readOrganisation(trx))?.name ?? '',
    dated: `${at.replace('T', ' ')} (${SURVEY_ZONE})`,
    expires: about,
    contentsHeading: say(R.contents),
    sections: [
      { heading: say(R.chosen), note: survey.purpose, tables: [chosen(record, say)] },
      { heading: say(R.ranking), note: say(R.rankingNote), tables: [ranking(record, language, say)] },
      {
        heading: say(R.balance),
        note: record.warnings
          .map(({ kind, sector, chosen: n }) => say(R[kind], { sector: named('sectors', sector), chosen: n }))
          .join(language === 'ja' ? '' : ' '),
        tables: (['sectors', 'causes'] as const).map((list) => ({
          caption: say(R[list]),
          columns: [say(R[list]), say(R.candidates), say(R.chosenCount)],
          widths: [6, 2, 2],
          rows: record[list].map((each) => [
            named(list, each.key),
            String(each.candidates),
            String(each.chosen),
          ]),
        })),
      },
      {
        heading: say(R.agreement),
        note: say(R.agreementNote),
        tables: [
          {
            caption: '',
            columns: [say(R.criterion), say(R.alpha), say(R.interval), say(R.units), say(R.discuss)],
            widths: [4, 2, 3, 2, 3],
            rows: Object.entries(record.agreement).map(([key, { alpha, units, interval, low }]) => [
              key === QUALITY_KEY
                ? say(QUALITY_NAME)
                : (record.criteria.find((each) => each.key === key)?.name[language] ?? key),
              shown(alpha),
              interval ? interval.map(shown).join(' – ') : '–',
              String(units),
              low ? say(R.low) : '',
            ]),
          },
          {
            caption: say(R.withoutRater),
            columns: [say(R.rater), say(R.lost)],
            widths: [4, 8],
            rows: record.withoutRater.map(({ raterId, lost }) => [
              names[raterId] ?? say(R.removed),
              lost.map((id) => numberOf.get(id) ?? id).join(language === 'ja' ? '、' : ', ') ||
                say(R.noneLost),
            ]),
          },
        ],
      },
      {
        heading: say(R.out),
        note: say(R.outside, record.outside),
        tables: [
          {
            caption: '',
            columns: [say(R.receipt), say(R.event), say(R.why)],
            widths: [2, 6, 4],
            rows: record.out.map((each) => [
              each.receiptNumber,
              each.title,
              each.out ? say(OUT_WORDS[each.out]) : '',
            ]),
          },
        ],
      },
      {
        heading: say(R.signature),
        note: say(R.signatureNote),
        tables: [
          {
            caption: '',
            columns: [say(R.item), say(R.value)],
            widths: [3, 9],
            rows: [
              [say(R.signedBy), names[record.signedBy] ?? say(R.removed)],
              ['SHA-256', signed.hash],
              [say(R.key), fingerprint(signed.publicKey)],
              [say(R.ed25519), Buffer.from(signed.signature).toString('base64')],
            ],
          },
        ],
      },
    ],
  };
}

type Say = (text: Bilingual, values?: Record<string, string | number>) => string;

const chosen = ({ ranked }: SelectionRecord, say: Say): PackTable => ({
  caption: '',
  columns: [say(R.rank), say(R.receipt), say(R.event), say(R.total), say(R.share), say(R.reason)],
  widths: [1, 2, 5, 1, 2, 5],
  rows: ranked
    .filter(({ picked }) => picked)
    .map((each) => [shown(each.rank), each.receiptNumber, each.title, shown(each.total), percent(each.anyWeights), each.reason]), // biome-ignore format: one line
});

const ranking = ({ ranked, criteria }: SelectionRecord, language: Language, say: Say): PackTable => ({
  caption: criteria.map(({ name }, n) => `${n + 1} ${name[language]}`).join(' · '),
  columns: [say(R.rank), say(R.receipt), ...criteria.map((_, n) => String(n + 1)), say(R.total), say(QUALITY_NAME), say(R.share), say(R.near)], // biome-ignore format: one line
  widths: [2, 3, ...criteria.map(() => 2), 2, 4, 3, 3],
  rows: ranked.map((each) => [
    shown(each.rank),
    each.receiptNumber,
    ...criteria.map(({ key }) => {
      const { median, low, high } = each.scores[key] ?? { median: null, low: null, high: null };
      return low === high ? shown(median) : `${shown(median)} (${shown(low)}–${shown(high)})`;
    }),
    shown(each.total),
    (['good', 'poor', 'mixed'] as const)
      .filter((quality) => (each.quality[quality] ?? 0) > 0)
      .map((quality) => `${QUALITY_WORDS[quality][language]} ${each.quality[quality]}`)
      .join(' '),
    percent(each.anyWeights),
    percent(each.nearlyEqual),
  ]),
});
