import { AUDIENCE_WORDS } from '../plans/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Outlet } from './schema.ts';

export const OUTLET_FIELDS = {
  audiences: { ja: '伝える相手', en: 'Audiences' },
  needs: { ja: '動くのに必要なシステム', en: 'Systems it needs' },
  note: { ja: 'メモ', en: 'Note' },
} as const satisfies FieldWords<Outlet>;

export const OUTLET_VALUES = { ...AUDIENCE_WORDS } as const satisfies ValueWords<Outlet>;
