import type { Bilingual } from '../../../../kernel/language.ts';
import { alikeKey, canonicalJson, fold } from '../../../../kernel/text.ts';
import { ASSET_KINDS, type Asset, type AssetKind, asset, type EdgeKind } from '../schema.ts';
import {
  COLUMNS,
  type Column,
  type HeadedFault,
  type Mapping,
  type RowFault,
  type RowOutcome,
} from './schema.ts';

/** How files call our columns, in either language. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  key: ['key', 'id', 'キー', '識別子', '管理番号', 'hostname', 'ホスト名', '機器番号'],
  kind: ['kind', 'type', '種別', '種類'],
  name: ['name', '名称', '名前', 'システム名', '機器名'],
  owner: ['owner', 'unit', 'department', '主管', '所管', '部署', '主管部署'],
  impact: ['impact', '影響', '影響度', '業務影響'],
  impactReason: ['impact reason', '影響の理由', '理由'],
  rtoMinutes: ['rto', 'rto minutes', '目標復旧時間', '目標復旧時間（分）'],
  rpoMinutes: ['rpo', 'rpo minutes', '目標復旧時点', '目標復旧時点（分）'],
  mtpdMinutes: ['mtpd', 'mtpd minutes', '最大許容停止時間', '最大許容停止時間（分）'],
  company: ['company', '会社', '会社名', 'グループ会社'],
  class: ['class', '分類', '区分'],
  os: ['os', 'operating system', 'オペレーティングシステム'],
  product: ['product', '製品'],
  productVersion: ['product version', 'version', '版', 'バージョン', '製品の版'],
  hosts: ['hosts', 'count', '台数'],
  site: ['site', 'location', '拠点', '設置場所'],
  fleet: ['fleet', '機器群'],
  dependsOn: ['depends on', '依存', '依存先'],
  connectsThrough: ['connects through', '経由', '接続先', '中継'],
  note: ['note', 'remarks', '備考'],
};

/** Marks a row with cells that stand under no header; no header is empty. */
export const BEYOND_HEADER = '';

const plain = (header: string): string => fold(header).replace(/[\s_\-\p{Cf}]+/gu, '');
/** What people add to a header for whoever fills it in; a unit is no such thing, for hours are no minutes. */
const ADDED = /\((?:必須|任意|required|optional|半角[^)]*|全角[^)]*)\)|[*※:]/g;
const bare = (header: string): string => plain(header).replace(ADDED, '');

/** Which header probably means which column; each header is used once. */
export function guessMapping(headers: readonly string[]): Mapping {
  const found: Mapping = {};
  const taken = new Set<string>();
  for (const column of COLUMNS) {
    const wanted = [column, ...NAMES[column]].map(plain);
    const free = headers.filter((each) => !taken.has(each));
    const header =
      free.find((each) => wanted.includes(plain(each))) ?? free.find((each) => wanted.includes(bare(each)));
    if (header === undefined) continue;
    found[column] = header;
    taken.add(header);
  }
  return found;
}

/** Headers that mean nothing to us, over columns that say something. */
export function unusedHeaders(
  { headers, rows }: { readonly headers: readonly string[]; readonly rows: readonly Pick<Row, 'cells'>[] },
  mapping: Mapping,
): string[] {
  const used = new Set(Object.values(mapping));
  return headers.filter(
    (header) => !used.has(header) && rows.some(({ cells }) => (cells[header] ?? '').trim() !== ''),
  );
}

const ALL_NAMES = new Set(COLUMNS.flatMap((column) => [column, ...NAMES[column]]).map(plain));
const KEY_NAMES = new Set(['key', ...NAMES.key].map(plain));

/** How many headers we know a row holds, and whether that of the key is one of them. */
export function knownHeaders(row: readonly string[]): { readonly key: boolean; readonly count: number } {
  const known = new Set(row.map(bare).filter((each) => ALL_NAMES.has(each)));
  return { key: [...known].some((each) => KEY_NAMES.has(each)), count: known.size };
}

const KIND_NAMES: Readonly<Record<AssetKind, readonly string[]>> = {
  service: ['service', 'サービス'],
  system: ['system', 'システム'],
  interface: ['interface', '連携', 'インターフェース'],
  site: ['site', '拠点'],
  fleet: ['fleet', '機器群'],
  host: ['host', '機器', '端末', 'サーバー', 'ホスト'],
};

const fault = (column: RowFault['column'], ja: string, en: string): RowFault => ({
  column,
  mend: { ja, en },
});
const listOf = (text: string): string[] => text.split(/[;,、；，\s]+/).filter(Boolean);

/** Where an edge of a row comes from: the entry itself, or the fleet it belongs to. */
export interface RowEdge {
  readonly kind: EdgeKind;
  readonly from: string | undefined;
  readonly to: string;
}

/** A row as it was read: an entry with its edges apart, or what is wrong with it. */
export interface ReadRow {
  readonly row: number;
  readonly entry: Asset | undefined;
  readonly edges: readonly RowEdge[];
  readonly faults: readonly RowFault[];
  readonly key: string;
  /** What the row says something of, also where that is nothing. */
  readonly spoken: readonly Column[];
}

/** One row of a file as it is handed over. */
interface Row {
  readonly row: number;
  /** By header. */
  readonly cells: Readonly<Record<string, string>>;
  readonly faults?: readonly HeadedFault[];
  readonly onlyWhenNew?: readonly string[];
}

/**
 * Reads one row.
 * @param units ids by folded name
 */
export function readRow(
  { row, cells, faults: found = [], onlyWhenNew = [] }: Row,
  mapping: Mapping,
  units: ReadonlyMap<string, string>,
): ReadRow {
  // What is wrong under a header that is not used keeps nothing out.
  const faults: RowFault[] = found.flatMap(({ mend, headers }) => {
    const column = COLUMNS.find((each) => headers.includes(mapping[each] ?? BEYOND_HEADER));
    return column || headers.length === 0 ? [{ column: column ?? 'row', mend }] : [];
  });
  const spoken = COLUMNS.filter((column) => {
    const header = mapping[column];
    return header !== undefined && header in cells && !onlyWhenNew.includes(header);
  });
  const cell = (column: Column): string => {
    const header = mapping[column];
    return header === undefined ? '' : (cells[header] ?? '').trim();
  };
  const number = (column: Column): number | null => {
    const text = cell(column).normalize('NFKC').replace(/,/g, '');
    if (text === '') return null;
    if (!/^\d+$/.test(text)) {
      faults.push(fault(column, `「${text}」は0以上の整数ではありません`, `“${text}” is not a whole number`));
      return null;
    }
    return Number(text);
  };
  if (BEYOND_HEADER in cells)
    faults.push(
      fault(
        'row',
        '見出しより多くの値があります。区切り文字を含む値は引用符で囲んでください',
        'There are more values than headers. Quote values that contain a separator',
      ),
    );
  const key = alikeKey(cell('key'));
  const kindText = fold(cell('kind') || 'system');
  const kind = ASSET_KINDS.find((each) => KIND_NAMES[each].some((name) => fold(name) === kindText));
  if (!kind)
    faults.push(fault('kind', `「${cell('kind')}」という種類はありません`, `Unknown kind “${cell('kind')}”`));
  const unitId = cell('owner') === '' ? null : units.get(fold(cell('owner')));
  if (unitId === undefined)
    faults.push(
      fault(
        'owner',
        `部署「${cell('owner')}」が登録されていません`,
        `The department “${cell('owner')}” is not registered`,
      ),
    );
  const parsed = asset.safeParse({
    key,
    kind: kind ?? 'system',
    name: cell('name') || key,
    unitId: unitId ?? null,
    impact: number('impact'),
    impactReason: cell('impactReason'),
    rtoMinutes: number('rtoMinutes'),
    rpoMinutes: number('rpoMinutes'),
    mtpdMinutes: number('mtpdMinutes'),
    company: cell('company'),
    class: cell('class'),
    os: cell('os'),
    product: cell('product'),
    productVersion: cell('productVersion'),
    hosts: number('hosts'),
    details: { note: cell('note') },
  });
  if (!parsed.success)
    for (const { path } of parsed.error.issues) faults.push(shapeFault(String(path[0] ?? 'row'), cell));
  const edges: RowEdge[] = [
    ...listOf(cell('site')).map((to): RowEdge => ({ kind: 'hostedOn', from: undefined, to: alikeKey(to) })),
    ...listOf(cell('dependsOn')).map(
      (to): RowEdge => ({ kind: 'dependsOn', from: undefined, to: alikeKey(to) }),
    ),
    ...listOf(cell('connectsThrough')).map(
      (to): RowEdge => ({ kind: 'connectsThrough', from: undefined, to: alikeKey(to) }),
    ),
    ...listOf(cell('fleet')).map((from): RowEdge => ({ kind: 'composedOf', from: alikeKey(from), to: key })),
  ];
  return {
    row,
    key,
    entry: faults.length === 0 && parsed.success ? parsed.data : undefined,
    edges,
    faults,
    spoken,
  };
}

function shapeFault(field: string, cell: (column: Column) => string): RowFault {
  if (field === 'key')
    return cell('key') === ''
      ? fault('key', 'キーが未入力です', 'The key is missing')
      : fault(
          'key',
          `「${cell('key')}」はキーに使用できません（半角の英小文字・数字・「.」「-」「_」で80文字以内）`,
          `“${cell('key')}” is not a valid key (lowercase letters, digits, “.”, “-” and “_”, at most 80)`,
        );
  if (field === 'impact')
    return fault('impact', '影響は0〜4の数字で入力してください', 'Enter an impact from 0 to 4');
  if (field === 'name' && cell('name') === '')
    return fault('name', '名前が未入力です', 'The name is missing');
  const column = COLUMNS.find((each) => each === field) ?? 'row';
  return fault(column, '値が長すぎるか、範囲外です', 'The value is too long or out of range');
}

/** Fields of an entry a column speaks of; the key is what it is found by. */
const FIELD_OF: Partial<Record<Column, keyof Asset>> = { owner: 'unitId' };
const FIELDS = COLUMNS.filter(
  (column) => !['key', 'note', 'site', 'fleet', 'dependsOn', 'connectsThrough'].includes(column),
);

/**
 * What an entry becomes by a row: only what the row speaks of is taken from it, and what it does not speak of stays.
 */
export function mergedInto(before: Asset, read: Asset, columns: readonly Column[]): Asset {
  const spoken = FIELDS.filter((column) => columns.includes(column)).map(
    (column) => FIELD_OF[column] ?? (column as keyof Asset),
  );
  return {
    ...before,
    ...Object.fromEntries(spoken.map((field) => [field, read[field]])),
    details: columns.includes('note') ? { ...before.details, note: read.details.note } : before.details,
  };
}

/** Everything of an entry that a file can say; edges are compared apart. */
const comparable = (entry: Asset): Record<string, unknown> => {
  const { edges: _, details, ...rest } = entry;
  return { ...rest, note: details.note };
};

/** Keys that will be there: a row that points at one that will not is faulty itself, and so on until nothing more falls. */
function goodKeys(rows: readonly ReadRow[], exists: (key: string) => boolean): Set<string> {
  const good = new Set(rows.flatMap(({ entry }) => entry?.key ?? []));
  for (let before = -1; before !== good.size; ) {
    before = good.size;
    for (const { key, edges } of rows)
      if (edges.some(({ from, to }) => !good.has(from ?? to) && !exists(from ?? to))) good.delete(key);
  }
  return good;
}

/**
 * What every row would do, against what is in the register; one after the other, so that whoever has much to do between
 * them may stop.
 * @param known the entry of a key, or undefined; with all its edges
 * @param exists whether a key is in the register
 * @param merged what a known entry becomes by what a row says of it
 */
export function* outcomesOf(
  rows: readonly ReadRow[],
  known: (key: string) => Asset | undefined,
  exists: (key: string) => boolean,
  merged: (before: Asset, read: Asset, row: ReadRow) => Asset = (_, read) => read,
): Generator<RowOutcome> {
  const good = goodKeys(rows, exists);
  const firstRow = new Map<string, number>();
  for (const read of rows) {
    const faults = [...read.faults];
    const first = firstRow.get(read.key);
    if (read.key !== '' && first !== undefined)
      faults.push(fault('key', `${first}行目とキーが重複しています`, `Same key as in row ${first}`));
    else firstRow.set(read.key, read.row);
    for (const { kind, from, to } of read.edges) {
      const other = from ?? to;
      if (other === read.key)
        faults.push(fault('row', '自分自身は指定できません', 'It cannot refer to itself'));
      else if (!good.has(other) && !exists(other))
        faults.push(
          fault(
            columnOf(kind),
            `「${other}」は台帳にもファイルにも登録されていません`,
            `“${other}” is neither in the register nor in the file`,
          ),
        );
    }
    const { row, key, entry } = read;
    if (!entry || faults.length > 0) {
      yield { row, key, change: 'faulty', fields: [], faults };
      continue;
    }
    const before = known(key);
    if (!before) {
      yield { row, key, change: 'new', fields: [], faults: [] };
      continue;
    }
    const fields = changedFields(before, merged(before, entry, read), read.edges);
    yield { row, key, change: fields.length > 0 ? 'changed' : 'same', fields, faults: [] };
  }
}

const columnOf = (kind: EdgeKind): Column =>
  kind === 'hostedOn'
    ? 'site'
    : kind === 'composedOf'
      ? 'fleet'
      : kind === 'connectsThrough'
        ? 'connectsThrough'
        : 'dependsOn';

function changedFields(before: Asset, after: Asset, edges: readonly RowEdge[]): string[] {
  const [was, is] = [comparable(before), comparable(after)];
  const fields = Object.keys(is).filter((field) => canonicalJson(was[field]) !== canonicalJson(is[field]));
  const has = (kind: EdgeKind, to: string): boolean =>
    before.edges.some((edge) => edge.kind === kind && edge.to === to);
  const missing = edges.some(({ kind, from, to }) => from === undefined && !has(kind, to));
  return missing ? [...fields, 'edges'] : fields;
}

export const summaryOf = (outcomes: readonly RowOutcome[]) => {
  const counts = { new: 0, changed: 0, same: 0, faulty: 0 };
  for (const { change } of outcomes) counts[change] += 1;
  return counts;
};

export const FILE_TOO_LONG: Bilingual = {
  ja: '一度に取り込める上限は100,000行です。ファイルを分割してください',
  en: 'At most 100,000 rows at a time. Split the file',
};
