import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { reading } from '../../../../database/transaction.ts';
import { TestHouse } from '../../../../test/house.ts';
import { exportAssets } from '../export-assets.ts';
import { keepAsset } from '../keep-asset.ts';
import { assetFilter } from '../schema.ts';
import { allAssets, findAsset, listAssets } from '../store.ts';
import { applyFile, handInFile, mapColumns } from './hand-in-file.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ImportFormat, ImportView } from './schema.ts';
import { rowsOf, viewImports } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ role: 'all' });
});
afterAll(() => house.close());

async function fresh() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const look = async (id: string, state: ImportView['state']) =>
    house.until(async () => {
      const [found] = await reading(ctx(), (trx) => viewImports(trx, id));
      return found?.state === state ? found : undefined;
    });
  const handIn = async (content: string | Uint8Array, format: ImportFormat = 'csv') =>
    (await handInFile(ctx(), { fileName: `f.${format}`, format, content: Buffer.from(content) })).id;
  const faulty = (id: string, limit = 500) =>
    reading(ctx(), (trx) => rowsOf(trx, id, { change: 'faulty', after: 0, limit }));
  const list = () => reading(ctx(), (trx) => listAssets(trx, assetFilter.parse({ limit: 500 })));
  return { orgId, ctx, look, handIn, faulty, list };
}

test('a file is checked first, and changes nothing until somebody lets it in', async () => {
  const { ctx, look, handIn, list, faulty } = await fresh();
  await keepAsset(ctx(), {
    key: 'db',
    kind: 'system',
    name: '旧名',
    details: { parties: [{ party: 'acme', duty: 'operates' }] },
  });
  const id = await handIn('管理番号,名称,依存先\ndb,料金DB,\napp,アプリ,db\nbad key!,x,\n');
  const checked = await look(id, 'checked');
  expect(checked).toMatchObject({ counts: { new: 1, changed: 1, same: 0, faulty: 1 }, total: 3 });
  expect((await faulty(id))[0]).toMatchObject({ row: 4, faults: [{ column: 'key' }] });
  expect((await list()).map(({ name }) => name)).toEqual(['旧名']);
  await applyFile(ctx(), id);
  await look(id, 'applied');
  const [app, db] = await list();
  expect(app).toMatchObject({ key: 'app', edges: [{ kind: 'dependsOn', to: 'db' }] });
  expect(db).toMatchObject({ name: '料金DB', details: { parties: [{ party: 'acme', duty: 'operates' }] } });
  await expect(applyFile(ctx(), id)).rejects.toMatchObject({ code: 'conflict' });
});

test('columns may be named anew; Shift_JIS, a file that is none, and a quote left open are answered', async () => {
  const { ctx, look, handIn } = await fresh();
  const id = await handIn('a,b\nx1,X\n');
  expect((await look(id, 'checked')).counts.faulty).toBe(1);
  await mapColumns(ctx(), id, { mapping: { key: 'a', name: 'b' } });
  expect((await look(id, 'checked')).counts).toMatchObject({ new: 1 });
  // 「名称」「拠点A」 as Japanese spreadsheets save them.
  const sjis = Buffer.concat([
    Buffer.from('key,'),
    Buffer.from([0x96, 0xbc, 0x8f, 0xcc]),
    Buffer.from('\ns1,'),
    Buffer.from([0x8b, 0x92, 0x93, 0x5f]),
    Buffer.from('A\n'),
  ]);
  expect((await look(await handIn(sjis), 'checked')).headers).toEqual(['key', '名称']);
  const broken = await look(await handIn('key,name\n"x,y\n'), 'failed');
  expect(broken.failure?.ja).toContain('CSV');
  expect((await look(await handIn('not a workbook', 'xlsx'), 'failed')).failure?.en).toContain('XLSX');
});

describe('real files', () => {
  test.each([
    'SBOM__laravel-7.12.0__bom.1.3.json',
    'SaaSBOM__apigateway-microservices-datastores__bom.json',
    'HBOM__PCIe-SATA-adapter-board__bom.json',
  ])('CycloneDX %s', async (name) => {
    const { ctx, look, handIn, list } = await fresh();
    const content = fs.readFileSync(new URL(`../../../../test/fixtures/assets/${name}`, import.meta.url));
    const id = await handIn(content, 'cyclonedx');
    const { counts, total } = await look(id, 'checked');
    expect([counts.faulty, counts.new]).toEqual([0, total]);
    expect(total).toBeGreaterThan(0);
    await applyFile(ctx(), id);
    await look(id, 'applied');
    expect((await list()).length).toBe(Math.min(500, total));
  });

  test('what is exported can be handed in again and changes nothing, whatever stands in it', async () => {
    const { ctx, look, handIn } = await fresh();
    await keepAsset(ctx(), { key: 'site', kind: 'site', name: '=SUM(A1)', details: { note: '- 予備' } });
    await keepAsset(ctx(), {
      key: 'h1',
      kind: 'host',
      name: '@home',
      os: '＝1+1',
      product: "'=quoted",
      productVersion: '+1',
      impact: 0,
      rtoMinutes: 240,
      hosts: 3,
      edges: [{ kind: 'hostedOn', to: 'site' }],
    });
    await keepAsset(ctx(), {
      key: 'fleet',
      kind: 'fleet',
      name: '一行目\n二行目',
      edges: [{ kind: 'composedOf', to: 'h1' }],
    });
    await keepAsset(ctx(), {
      key: 'net',
      kind: 'service',
      name: 'ネット',
      productVersion: '1.10',
      edges: [{ kind: 'dependsOn', to: 'h1' }],
    });
    for (const format of ['csv', 'xlsx', 'cyclonedx'] as const) {
      const bytes = await exportAssets(ctx(), format);
      const { counts } = await look(await handIn(bytes, format), 'checked');
      expect([format, counts]).toEqual([format, { new: 0, changed: 0, same: 4, faulty: 0 }]);
    }
    const book = readWorkbook(await exportAssets(ctx(), 'xlsx'), undefined);
    expect(book.rows.flat()).toContain('=SUM(A1)');
    const bom = JSON.parse(Buffer.from(await exportAssets(ctx(), 'cyclonedx')).toString());
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bom.dependencies).toContainEqual({ ref: 'h1', dependsOn: ['site'] });
    const again = await handIn(await exportAssets(ctx(), 'cyclonedx'), 'cyclonedx');
    await look(again, 'checked');
    await applyFile(ctx(), again);
    await look(again, 'applied');
    const host = (await reading(ctx(), allAssets)).find(({ key }) => key === 'h1');
    expect(host).toMatchObject({ kind: 'host', edges: [{ kind: 'hostedOn', to: 'site' }] });
  });

  test('what a bill of materials describes is an entry, with what it and its parts depend on', async () => {
    const { ctx, look, handIn } = await fresh();
    const part = (ref: string, more = {}) => ({ type: 'library', name: ref, 'bom-ref': ref, ...more });
    const bill = {
      bomFormat: 'CycloneDX',
      metadata: { component: part('app', { type: 'application', version: '2', components: [part('core')] }) },
      components: [part('lib', { components: [part('inner', { purl: 'pkg:npm/inner@1' })] })],
      dependencies: [
        { ref: 'app', dependsOn: ['lib', 'app'] },
        { ref: 'inner', dependsOn: ['lib'] },
      ],
    };
    const id = await handIn(JSON.stringify(bill), 'cyclonedx');
    expect((await look(id, 'checked')).counts).toEqual({ new: 4, changed: 0, same: 0, faulty: 0 });
    await applyFile(ctx(), id);
    await look(id, 'applied');
    const edges = (await reading(ctx(), allAssets)).map(({ key, name, edges: own }) => [
      key,
      name,
      own.map(({ to }) => to).sort(),
    ]);
    expect(edges).toEqual([
      ['app', 'app 2', ['core', 'lib']],
      ['core', 'core', []],
      ['inner', 'inner', ['lib']],
      ['lib', 'lib', ['inner']],
    ]);
    const again = await look(await handIn(JSON.stringify(bill), 'cyclonedx'), 'checked');
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 4, faulty: 0 });
  });
});

describe('files as people have them', () => {
  test('columns that are not used are told, the row of the headers is found, or said', async () => {
    const { ctx, look, handIn } = await fresh();
    const file = '機器一覧,,\n2026年度,,\n\n管理番号,名称,business_value,主管課,備考,備考\na,A,3,営業,x,y\n';
    const id = await handIn(file);
    const view = await look(id, 'checked');
    expect(view).toMatchObject({
      counts: { new: 1, faulty: 0 },
      headerRow: 4,
      unused: ['business_value', '主管課', '備考 (2)'],
    });
    expect(view.remarks).toEqual([expect.objectContaining({ ja: expect.stringContaining('4行目を見出し') })]);
    expect((await reading(ctx(), (trx) => rowsOf(trx, id, { change: 'any', after: 0, limit: 5 })))[0]).toMatchObject({ row: 5 });
    // Somebody knows better: then the headers are others, and are guessed anew.
    await mapColumns(ctx(), id, { mapping: {}, headerRow: 1 });
    expect(await look(id, 'checked')).toMatchObject({ headerRow: 1, headers: ['機器一覧'] });
    await expect(mapColumns(ctx(), id, { mapping: {}, sheet: 'x' })).rejects.toMatchObject({
      details: { fields: [{ field: 'sheet' }] },
    });
  });

  test('a row with a character that was cut in two is faulty, and nothing of it comes in', async () => {
    const { look, handIn, faulty } = await fresh();
    const cut = Buffer.from('key,name\na,配水ポンプ\nb,浄水場設備').subarray(0, -1);
    const id = await handIn(Buffer.concat([cut, Buffer.from('\nc,受変電設備\n')]));
    expect((await look(id, 'checked')).counts).toMatchObject({ new: 2, faulty: 1 });
    expect(await faulty(id)).toMatchObject([{ row: 3, faults: [{ column: 'name', mend: { ja: expect.stringContaining('U+FFFD') } }] }]);
  });
}); // biome-ignore format: files at one look

test('an XLSX of 36,000 rows with 100 faults names all 100 and lets the rest in', async () => {
  const { ctx, look, handIn, faulty } = await fresh();
  const cell = (value: string) => ({ value, type: String });
  const rows = Array.from({ length: 36_000 }, (_, n) => [
    // Every 360th has an impact that is none.
    cell(`host-${n}`),
    cell(n < 60 ? 'site' : '機器'),
    cell(`機器${n}`),
    cell(n % 360 === 7 ? 'x' : ''),
    cell(n < 60 ? '' : `host-${n % 60 === 7 ? 8 : n % 60}`),
  ]);
  const head = ['管理番号', '種別', '名称', '影響度', '拠点'].map(cell);
  const id = await handIn(await writeExcelFile([head, ...rows]).toBuffer(), 'xlsx');
  const { counts, total } = await look(id, 'checked');
  expect({ total, ...counts }).toEqual({ total: 36_000, new: 35_900, changed: 0, same: 0, faulty: 100 });
  expect((await faulty(id)).map(({ row }) => row)).toEqual(
    Array.from({ length: 100 }, (_, n) => n * 360 + 9),
  );
  await applyFile(ctx(), id);
  await look(id, 'applied');
  const [counted] = await house.clone.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM asset WHERE org_id = '${ctx().orgId}'`,
  );
  expect(counted?.n).toBe(35_900);
});

test('another organisation sees nothing of it', async () => {
  const { handIn, look, ctx } = await fresh();
  const id = await handIn('key,name\na,A\n');
  await look(id, 'checked');
  const other = house.system(await house.organisation());
  expect(await reading(other, (trx) => viewImports(trx, id))).toEqual([]);
  await expect(applyFile(other, id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await reading(ctx(), (trx) => findAsset(trx, id))).toBeUndefined();
});

describe('what a file does not speak of', () => {
  test('stays: a file of one column changes one field, a bill of materials neither kind nor name', async () => {
    const { ctx, look, handIn, list } = await fresh();
    await keepAsset(ctx(), {
      key: 'db',
      kind: 'service',
      name: '料金DB',
      impact: 3,
      rtoMinutes: 60,
      critical: true,
    });
    const id = await handIn('key,os\ndb,Linux\n');
    expect((await look(id, 'checked')).counts).toMatchObject({ changed: 1 });
    await applyFile(ctx(), id);
    await look(id, 'applied');
    const bill = await handIn(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: [{ type: 'x', name: 'n', version: '2', 'bom-ref': 'db' }],
      }),
      'cyclonedx',
    );
    await look(bill, 'checked');
    await applyFile(ctx(), bill);
    await look(bill, 'applied');
    const kept = { kind: 'service', name: '料金DB', impact: 3, rtoMinutes: 60, critical: true, os: 'Linux' };
    expect(await list()).toMatchObject([{ ...kept, productVersion: '2' }]);
  });

  test('a header that is not in the file cannot be meant', async () => {
    const { ctx, look, handIn } = await fresh();
    const id = await handIn('key,name\na,A\n');
    await look(id, 'checked');
    await expect(mapColumns(ctx(), id, { mapping: { key: 'key', os: 'none' } })).rejects.toMatchObject({
      details: { fields: [{ field: 'mapping.os' }] },
    });
  });
});

describe('a file that means harm', () => {
  test('too many columns, a workbook that would not fit, a cell far out: refused, and the list still answers', async () => {
    const { ctx, look, handIn } = await fresh();
    const wide = await handIn(`${Array.from({ length: 4_000 }, (_, n) => `h${n}`).join()}\na\n`);
    expect((await look(wide, 'failed')).failure?.en).toContain('200 columns');
    const book = await writeExcelFile([[{ value: 'key' }], [{ value: 'a' }]]).toBuffer();
    const bomb = Buffer.from(book);
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(4_000_000_000, entry + 24);
    expect((await look(await handIn(bomb, 'xlsx'), 'failed')).failure?.en).toContain('100,000 rows');
    expect(await reading(ctx(), (trx) => viewImports(trx))).toHaveLength(2);
  });

  test('UTF-16 is read by its mark; bytes of no known encoding are answered', async () => {
    const { look, handIn } = await fresh();
    const text = Buffer.from('\ufeffkey\tname\na\t名, 前\n', 'utf16le');
    expect((await look(await handIn(text), 'checked')).counts).toMatchObject({ new: 1, faulty: 0 });
    const nul = await look(await handIn(Buffer.from('k\0ey\n')), 'failed');
    expect(nul.failure?.en).toContain('UTF-8');
  });

  test('a value that holds the separator without quotes is named, not moved to another column', async () => {
    const { look, handIn, faulty } = await fresh();
    const id = await handIn('key,name\na,x,y\nb,B\n');
    await look(id, 'checked');
    expect(await faulty(id)).toMatchObject([{ row: 2, faults: [{ column: 'row' }] }]);
  });

  test('a row that points at a faulty one is faulty itself', async () => {
    const { look, handIn } = await fresh();
    const id = await handIn('key,depends on\na,b\nb,missing\nc,\n');
    expect((await look(id, 'checked')).counts).toMatchObject({ new: 1, faulty: 2 });
  });
});
