import { z } from 'zod';
import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { textOf } from './encoding.ts';
import type { TableFile, TableRow } from './grid.ts';
import { COLUMNS, OWN_BILL } from './schema.ts';

const unreadable = (ja: string, en: string, cause?: unknown): Fault =>
  new Fault('malformed', { detail: { ja, en }, cause });

const properties = z
  .array(z.object({ name: z.string().default(''), value: z.string().default('') }))
  .default([]);
interface Part {
  readonly type: string;
  readonly group?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  readonly 'bom-ref'?: string | undefined;
  readonly purl?: string | undefined;
  readonly properties: z.infer<typeof properties>;
  readonly components: readonly Part[];
}
const component: z.ZodType<Part> = z.object({
  type: z.string().default(''),
  group: z.string().optional(),
  name: z.string().trim().min(1),
  version: z.string().optional(),
  'bom-ref': z.string().optional(),
  purl: z.string().optional(),
  properties,
  get components() {
    return z.array(component).default([]);
  },
});
interface Service {
  readonly name: string;
  readonly version?: string | undefined;
  readonly 'bom-ref'?: string | undefined;
  readonly properties: z.infer<typeof properties>;
  readonly services: readonly Service[];
}
const service: z.ZodType<Service> = z.object({
  name: z.string().trim().min(1),
  version: z.string().optional(),
  'bom-ref': z.string().optional(),
  properties,
  get services() {
    return z.array(service).default([]);
  },
});
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ component: component.optional(), properties }).partial().optional(),
  components: z.array(component).default([]),
  services: z.array(service).default([]),
  dependencies: z
    .array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) }))
    .default([]),
});
type Bom = z.infer<typeof bom>;

/** What becomes a row: a component or service, and what is held within it. */
interface Item {
  readonly ref: string;
  readonly kind: 'system' | 'service';
  readonly name: string;
  readonly version: string;
  readonly note: string;
  readonly own: ReadonlyMap<string, string>;
  readonly within: readonly string[];
}

const ownOf = (said: z.infer<typeof properties>): Map<string, string> =>
  new Map(
    said.flatMap(({ name, value }) =>
      name.startsWith('sonae:') ? [[name.slice('sonae:'.length), value]] : [],
    ),
  );
const refOfPart = (part: Part): string =>
  part['bom-ref'] || part.purl || [part.group, part.name, part.version].filter(Boolean).join('-');
const refOfService = (each: Service): string =>
  each['bom-ref'] || [each.name, each.version].filter(Boolean).join('-');

/** The thing a bill describes first, then its parts, and parts of parts. */
function itemsOf({ metadata, components, services }: Bom): Item[] {
  const fromPart = (part: Part): Item[] => [
    {
      ref: refOfPart(part),
      kind: 'system',
      name: part.name,
      version: part.version ?? '',
      // An address of a package names the group too.
      note: [part.type, part.purl ?? part.group].filter(Boolean).join(' '),
      own: ownOf(part.properties),
      within: part.components.map(refOfPart),
    },
    ...part.components.flatMap(fromPart),
  ];
  const fromService = (each: Service): Item[] => [
    {
      ref: refOfService(each),
      kind: 'service',
      name: each.name,
      version: each.version ?? '',
      note: 'service',
      own: ownOf(each.properties),
      within: each.services.map(refOfService),
    },
    ...each.services.flatMap(fromService),
  ];
  const described = metadata?.component;
  return [
    ...(described ? fromPart(described) : []),
    ...components.flatMap(fromPart),
    ...services.flatMap(fromService),
  ];
}

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

const FOREIGN = ['key', 'kind', 'name', 'product', 'productVersion', 'dependsOn', 'note'] as const;

/** What is wrong with a document, by its place where it is CycloneDX. */
function notTaken(json: unknown, error: z.ZodError): Fault {
  const { spdxVersion, '@context': context, bomFormat } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (spdxVersion !== undefined || String(context).includes('spdx'))
    return unreadable(
      'SPDXには対応していません。CycloneDXのJSON形式で書き出してください',
      'SPDX is not supported. Export the file as CycloneDX JSON',
    );
  const place = error.issues[0]?.path.join('.');
  return bomFormat === 'CycloneDX' && place
    ? unreadable(
        `CycloneDXの「${place}」が正しくありません。修正してください`,
        `“${place}” of this CycloneDX document is not valid. Fix it`,
      )
    : unreadable(
        'CycloneDXのJSONではありません（bomFormatを確認してください）',
        'This is not CycloneDX JSON. Check bomFormat',
      );
}

/** @throws Fault `malformed` */
function bomOf(content: Uint8Array): Bom {
  const text = textOf(content).text.replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('<'))
    throw unreadable(
      'XMLには対応していません。CycloneDXのJSON形式で書き出してください',
      'XML is not supported. Export the file as CycloneDX JSON',
    );
  try {
    // Many programs write null where there is nothing to tell.
    const json: unknown = JSON.parse(text, (_, value: unknown) => value ?? undefined);
    const parsed = bom.safeParse(json);
    if (parsed.success) return parsed.data;
    throw notTaken(json, parsed.error);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    if (cause instanceof RangeError) throw unreadable('階層が深すぎます', 'It is nested too deeply', cause);
    throw unreadable('JSONとして読み取れません', 'This is not valid JSON', cause);
  }
}

const MOST_NAMED = 10;
const some = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? '…' : '');
const pointless = (refs: readonly string[]): Bilingual => ({
  ja: `構成要素がファイルにないため、取り込み対象外の依存関係：${some(refs)}`,
  en: `Dependencies skipped because the file has no such component: ${some(refs)}`,
});
const sharing = (names: readonly string[]): Bilingual => {
  return {
    ja: `参照（bom-ref）が重複しているため、取り込み対象外：${some(names)}`,
    en: `Skipped because of a duplicate reference (bom-ref): ${some(names)}`,
  };
};

/**
 * CycloneDX of any kind (https://cyclonedx.org/docs/1.6/json/): what it describes, components and services become entries,
 * dependencies become edges. What the register has no place for stays in the note; a file of our own says every column.
 */
export function readCycloneDx(content: Uint8Array): TableFile {
  const document = bomOf(content);
  const ours = ownOf(document.metadata?.properties ?? []).get(OWN_BILL.name) === OWN_BILL.value;
  const items = itemsOf(document);
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const { ref } of items) if (!keys.has(ref)) keys.set(ref, keyOfReference(ref, taken));
  // Bills that were put together name one thing several times, each with a part of what it needs.
  const needs = new Map<string, string[]>();
  for (const { ref, dependsOn } of document.dependencies)
    needs.set(ref, [...(needs.get(ref) ?? []), ...dependsOn]);
  const unknown = new Set([...needs].flat(2).filter((ref) => !keys.has(ref)));
  const seen = new Map<string, Item>();
  const lost: string[] = [];
  const rows = items.flatMap((item): TableRow[] => {
    const { ref, kind, name, version, note, own, within } = item;
    const same = seen.get(ref);
    if (same) {
      if (same.name !== name || same.version !== version) lost.push(`${name} ${version}`.trim());
      return [];
    }
    seen.set(ref, item);
    const row = seen.size + 1;
    const key = keys.get(ref) ?? '';
    if (ours && own.has('kind')) {
      const cells = Object.fromEntries(COLUMNS.map((column) => [column, own.get(column) ?? '']));
      return [{ row, cells: { ...cells, key }, faults: [] }];
    }
    // A file of our own, from before it said every column, says which of its dependencies are what we call one.
    const pointed = own.get('dependsOn')?.split(';').filter(Boolean) ?? [
      ...(needs.get(ref) ?? []),
      ...within,
    ];
    const known = new Set(pointed.flatMap((each) => keys.get(each) ?? []));
    known.delete(key);
    const cells = {
      key,
      kind: own.get('kind') ?? kind,
      name: version && !own.has('kind') ? `${name} ${version}` : name,
      product: name,
      productVersion: version,
      dependsOn: [...known].join(';'),
      note,
    };
    // A bill of materials knows neither our kinds nor our names: it changes neither.
    return [{ row, cells, faults: [], onlyWhenNew: ['kind', 'name'] }];
  });
  return {
    headers: ours ? COLUMNS : FOREIGN,
    headerRow: 0,
    rows,
    remarks: [
      ...(lost.length > 0 ? [sharing(lost)] : []),
      ...(unknown.size > 0 ? [pointless([...unknown])] : []),
    ],
    sheet: null,
    sheets: [],
  };
}
