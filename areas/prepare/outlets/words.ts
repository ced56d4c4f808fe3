import { AUDIENCE_WORDS } from '../plans/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Outlet } from './schema.ts';

export const OUTLET_FIELDS = {
  audiences: { ja: '発信先', en: 'Audiences' },
  needs: { ja: '必要なシステム', en: 'Required systems' },
  services: { ja: '状態を公開するサービス', en: 'Services whose state is shown' },
  note: { ja: 'メモ', en: 'Note' },
} as const satisfies FieldWords<Outlet>;

export const OUTLET_VALUES = { ...AUDIENCE_WORDS } as const satisfies ValueWords<Outlet>;
