/** What opens at the side of the room, in the order of its keys: 1 to 9. */
export const SHEETS = [
  'tasks',
  'command',
  'know',
  'desk',
  'reports',
  'investigation',
  'recovery',
  'plan',
  'figure',
] as const;
export type Sheet = (typeof SHEETS)[number];

/** Of an address that was kept: which sheet shows what the tab of that name showed. */
const OF_TABS: Readonly<Record<string, Sheet>> = {
  know: 'know',
  outside: 'desk',
  plan: 'plan',
  figure: 'figure',
};

/** The tabs that the room once had; links to them are in mails and on paper. */
export const TABS = ['timeline', 'command', 'know', 'outside', 'plan', 'figure'] as const;

const isSheet = (name: string): name is Sheet => (SHEETS as readonly string[]).includes(name);

/** Which sheet an address asks for: by its own word, or by one of old. */
export const sheetOf = (sheet: string, tab: string): Sheet | undefined =>
  isSheet(sheet) ? sheet : OF_TABS[tab];

/** The key that opens a sheet. */
export const digitOf = (sheet: Sheet): string => String(SHEETS.indexOf(sheet) + 1);
