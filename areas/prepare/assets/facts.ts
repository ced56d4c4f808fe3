import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();

const onAssets = ['assets', 'imports', 'readiness'] as const satisfies readonly Topic[];

export const facts = {
  'asset.kept': {
    name: { ja: 'システム台帳を更新', en: 'Systems register updated' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ assetIds: z.array(id).max(500), count: z.int() }),
  },
  'asset.removed': {
    name: { ja: 'システム台帳から削除', en: 'Removed from the systems register' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ assetId: id }),
  },
  'asset.imported': {
    name: { ja: 'システム台帳へ取り込み', en: 'Imported into the systems register' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ importId: id, count: z.int() }),
  },
  'asset.file-handed-in': {
    name: { ja: '取り込むファイルを受領', en: 'File uploaded for import' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ importId: id }),
  },
  'asset.file-checked': {
    name: { ja: '取り込むファイルを確認', en: 'File for import checked' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ importId: id, new: z.int(), changed: z.int(), same: z.int(), faulty: z.int() }),
  },
  'asset.import-wanted': {
    name: { ja: '取り込みを開始', en: 'Import started' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onAssets,
    body: z.object({ importId: id }),
  },
} as const satisfies Record<string, FactKind>;
