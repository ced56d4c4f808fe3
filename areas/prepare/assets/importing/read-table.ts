import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Fault } from '../../../../kernel/errors.ts';
import { isPlainText } from '../../../../kernel/text.ts';
import { readSheetInWorker } from './read-sheet-in-worker.ts';
import { BEYOND_HEADER, FILE_TOO_LONG } from './rules.ts';
import type { ImportFormat } from './schema.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A file as rows of texts by header. */
export interface TableFile {
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const MOST_ROWS = 100_000;
const MOST_COLUMNS = 200;
/** Unpacked; a workbook of 100,000 rows takes some 60 MB. */
const MOST_UNPACKED = 200_000_000;

const unreadable = (ja: string, en: string, cause?: unknown): Fault =>
  new Fault('malformed', { detail: { ja, en }, cause });

/** By its byte-order mark, else UTF-8 where it is UTF-8, else what Japanese spreadsheets save. */
function decoded(content: Uint8Array): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('shift_jis').decode(content);
  }
}

function textOf(content: Uint8Array): string {
  const text = decoded(content);
  if (!isPlainText(text))
    throw unreadable(
      '文字コードが分かりません。UTF-8で保存し直してください',
      'The encoding is not known: save it again as UTF-8',
    );
  return text;
}

function tableOf(cells: readonly (readonly string[])[]): TableFile {
  const [head = [], ...body] = cells;
  if (body.length > MOST_ROWS) throw new Fault('too-large', { detail: FILE_TOO_LONG });
  if (head.length > MOST_COLUMNS)
    throw new Fault('too-large', {
      detail: {
        ja: `列は${MOST_COLUMNS}までです。要らない列を除いてください`,
        en: `At most ${MOST_COLUMNS} columns: leave out those that are not needed`,
      },
    });
  const headers = head.map((each, i) => each.trim() || `#${i + 1}`);
  const rows = body.map((row) => {
    const cells = Object.fromEntries(headers.map((header, i) => [header, row[i] ?? '']));
    // Cells under no header mean that something slipped: the row is named, not guessed at.
    if (row.slice(headers.length).some((cell) => cell !== '')) cells[BEYOND_HEADER] = 'yes';
    return cells;
  });
  return { headers, rows };
}

function readCsv(content: Uint8Array): TableFile {
  try {
    const text = textOf(content);
    const [header = ''] = text.split(/\r?\n/, 1);
    const cells = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: header.includes('\t') && !header.includes(',') ? '\t' : ',',
      // A file that is too long is refused before all of it is taken apart.
      to: MOST_ROWS + 2,
    }) as string[][];
    return tableOf(cells);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const line = (cause as { lines?: number }).lines;
    throw unreadable(
      `CSVとして読めません${line ? `（${line}行目あたり）` : ''}。引用符の閉じ忘れを確かめてください`,
      `This is not CSV${line ? ` (near line ${line})` : ''}: look for a quote that is not closed`,
      cause,
    );
  }
}

async function readXlsx(content: Uint8Array): Promise<TableFile> {
  if (unpackedSize(content) > MOST_UNPACKED) throw new Fault('too-large', { detail: FILE_TOO_LONG });
  const cells = await readSheetInWorker(content).catch((cause: unknown) => {
    if (cause instanceof Fault) throw cause;
    throw unreadable(
      'XLSXとして読めません。Excelブック（.xlsx）で保存し直してください',
      'This is not XLSX: save it again as an Excel workbook (.xlsx)',
      cause,
    );
  });
  return tableOf(cells);
}

const properties = z
  .array(z.object({ name: z.string().default(''), value: z.string().default('') }))
  .default([]);
const component = z.object({
  type: z.string(),
  name: z.string(),
  version: z.string().optional(),
  'bom-ref': z.string().optional(),
  purl: z.string().optional(),
  properties,
});
const service = z.object({
  name: z.string(),
  'bom-ref': z.string().optional(),
  provider: z.object({ name: z.string() }).partial().optional(),
  properties,
});
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(component).default([]),
  services: z.array(service).default([]),
  dependencies: z
    .array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) }))
    .default([]),
});

/** A reference as a key: readable, and different for every reference. */
function keyOfReference(reference: string, taken: Set<string>): string {
  const plain = reference
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '')
    .slice(0, 70);
  const base = plain || 'component';
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`;
  taken.add(key);
  return key;
}

/**
 * CycloneDX of any kind (https://cyclonedx.org/docs/1.6/json/): components and services become entries, dependencies
 * become edges. What the register has no place for stays in the note.
 */
function readCycloneDx(content: Uint8Array): TableFile {
  let json: unknown;
  try {
    json = JSON.parse(textOf(content));
  } catch (cause) {
    throw unreadable('JSONとして読めません', 'This is not JSON', cause);
  }
  const parsed = bom.safeParse(json);
  if (!parsed.success)
    throw unreadable(
      'CycloneDXのJSONではありません（bomFormatを確かめてください）',
      'This is not a CycloneDX document in JSON (see bomFormat)',
    );
  const { components, services, dependencies } = parsed.data;
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  const entries = [
    ...components.map((each) => ({
      ...each,
      kind: 'system',
      ref: each['bom-ref'] ?? each.purl ?? `${each.name}-${each.version ?? ''}`,
    })),
    ...services.map((each) => ({
      ...each,
      kind: 'service',
      type: 'service',
      version: undefined,
      purl: undefined,
      ref: each['bom-ref'] ?? each.name,
    })),
  ];
  for (const { ref } of entries) if (!keys.has(ref)) keys.set(ref, keyOfReference(ref, taken));
  const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const headers = ['key', 'kind', 'name', 'product', 'product version', 'depends on', 'note'];
  const seen = new Set<string>();
  const rows = entries.flatMap(({ ref, kind, name, version, type, purl, properties: said }) => {
    if (seen.has(ref)) return [];
    seen.add(ref);
    // A file of our own says which of its dependencies are what we call one, and what a thing is.
    const own = (wanted: string) => said.find((each) => each.name === `sonae:${wanted}`)?.value;
    const dependsOn = own('dependsOn')?.split(';').filter(Boolean) ?? needs.get(ref) ?? [];
    const known = dependsOn.flatMap((each) => keys.get(each) ?? []);
    return [
      {
        key: keys.get(ref) ?? '',
        kind: own('kind') ?? kind,
        name: version && own('kind') === undefined ? `${name} ${version}` : name,
        product: name,
        'product version': version ?? '',
        'depends on': known.join(';'),
        note: [type, purl].filter(Boolean).join(' '),
      },
    ];
  });
  return { headers, rows };
}

/**
 * Reads a file of one of the formats.
 * @throws Fault `malformed` that says what kept it from being read, `too-large`
 */
export async function readTable(format: ImportFormat, content: Uint8Array): Promise<TableFile> {
  if (format === 'csv') return readCsv(content);
  if (format === 'xlsx') return readXlsx(content);
  return readCycloneDx(content);
}
