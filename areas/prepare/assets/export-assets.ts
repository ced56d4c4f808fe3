import { stringify } from 'csv-stringify/sync';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { harmlessCell } from '../../../kernel/text.ts';
import { storable } from '../../../kernel/workbook/stored-text.ts';
import { COLUMNS, type Column, OWN_BILL } from './importing/schema.ts';
import type { AssetView } from './schema.ts';
import { allAssets } from './store.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'cyclonedx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

function cellsOf(asset: AssetView, fleets: ReadonlyMap<string, readonly string[]>): Record<Column, string> {
  const to = (kind: string): string =>
    asset.edges.flatMap((edge) => (edge.kind === kind ? edge.to : [])).join('; ');
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    key: asset.key,
    kind: asset.kind,
    name: asset.name,
    owner: asset.unitName ?? '',
    impact: number(asset.impact),
    impactReason: asset.impactReason,
    rtoMinutes: number(asset.rtoMinutes),
    rpoMinutes: number(asset.rpoMinutes),
    mtpdMinutes: number(asset.mtpdMinutes),
    company: asset.company,
    class: asset.class,
    os: asset.os,
    product: asset.product,
    productVersion: asset.productVersion,
    hosts: number(asset.hosts),
    site: to('hostedOn'),
    fleet: (fleets.get(asset.key) ?? []).join('; '),
    dependsOn: to('dependsOn'),
    connectsThrough: to('connectsThrough'),
    note: asset.details.note,
  };
}

/** https://cyclonedx.org/docs/1.6/json/ : entries as components and services, what they need as dependencies. */
function cycloneDx(
  assets: readonly AssetView[],
  cells: (asset: AssetView) => Record<Column, string>,
  now: Temporal.Instant,
): string {
  const reference = (asset: AssetView) => ({
    'bom-ref': asset.key,
    name: asset.name,
    ...(asset.productVersion && { version: asset.productVersion }),
    // The format has no place for most of this, and knows one kind of dependency: all of it comes back as it was.
    properties: Object.entries(cells(asset))
      .filter(([column, value]) => column !== 'key' && value !== '')
      .map(([column, value]) => ({ name: `sonae:${column}`, value })),
  });
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        timestamp: now.toString(),
        tools: { components: [{ type: 'application', name: 'Sonae' }] },
        properties: [{ name: `sonae:${OWN_BILL.name}`, value: OWN_BILL.value }],
      },
      components: assets
        .filter(({ kind }) => kind !== 'service')
        .map((asset) => ({
          type: asset.kind === 'host' || asset.kind === 'fleet' ? 'device' : 'application',
          ...reference(asset),
        })),
      services: assets.filter(({ kind }) => kind === 'service').map(reference),
      dependencies: assets.map(({ key, edges }) => ({
        ref: key,
        dependsOn: [...new Set(edges.flatMap(({ kind, to }) => (kind === 'replacedBy' ? [] : to)))],
      })),
    },
    null,
    1,
  )}\n`;
}

/** The whole register as a file that can be handed in again. */
export async function exportAssets(ctx: Context, format: ExportFormat): Promise<Uint8Array> {
  permit(ctx, 'register.read');
  const assets = await reading(ctx, allAssets);
  const fleets = new Map<string, string[]>();
  for (const { key, kind, edges } of assets)
    if (kind === 'fleet')
      for (const { kind: edge, to } of edges)
        if (edge === 'composedOf') fleets.set(to, [...(fleets.get(to) ?? []), key]);
  if (format === 'cyclonedx')
    return Buffer.from(cycloneDx(assets, (asset) => cellsOf(asset, fleets), ctx.now));
  const rows = assets.map((asset) => cellsOf(asset, fleets)).map((cells) => COLUMNS.map((c) => cells[c]));
  if (format === 'csv')
    return Buffer.from(`\uFEFF${stringify([[...COLUMNS], ...rows.map((row) => row.map(harmlessCell))])}`);
  // Cells of a workbook say that they are text: nothing takes them for a formula.
  const text = (value: string, bold: boolean) => ({
    value: storable(value),
    type: String,
    ...(bold && { fontWeight: 'bold' as const }),
  });
  const sheet = [
    COLUMNS.map((c) => text(c, true)),
    ...rows.map((row) => row.map((cell) => text(cell, false))),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheet).toBuffer();
}
