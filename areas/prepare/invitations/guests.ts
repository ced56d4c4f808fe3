import { mailAddress } from '../../../kernel/addresses.ts';
import { type Bilingual, LANGUAGES, type Language } from '../../../kernel/language.ts';
import { fillIn, fold } from '../../../kernel/text.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../roles.ts';
import type { HeadedFault } from '../assets/importing/schema.ts';
import { mayGrant } from '../contacts/rules.ts';
import type { Standing } from '../contacts/schema.ts';
import { type Guest, MOST_GUESTS } from './schema.ts';
import { GUEST_FAULTS } from './words.ts';

/** What people write above a column, in either language. */
const HEADERS: Readonly<Record<'name' | 'email' | 'roles' | 'language' | 'unit', readonly string[]>> = {
  name: ['name', '名前', '氏名'],
  email: ['email', 'e-mail', 'mail', 'メール', 'メールアドレス'],
  roles: ['roles', 'role', '役割'],
  language: ['language', '言語'],
  unit: ['department', 'unit', '部署', '所属'],
};
type Column = keyof typeof HEADERS;

/** Which header of a table is which column. @returns undefined where one that is needed is missing */
export function columnsOf(headers: readonly string[]): Partial<Record<Column, string>> | undefined {
  const found = Object.fromEntries(
    (Object.keys(HEADERS) as Column[]).flatMap((column) => {
      const header = headers.find((each) => HEADERS[column].some((word) => fold(word) === fold(each)));
      return header === undefined ? [] : [[column, header]];
    }),
  ) as Partial<Record<Column, string>>;
  return found.name && found.email && found.roles ? found : undefined;
}

/** An address as it was written in a cell. */
export const addressIn = (cell: string | undefined): string => (cell ?? '').trim().normalize('NFKC');

const roleOf = (said: string): Role | undefined =>
  ROLE_NAMES.find((role) =>
    [role, ROLES[role].name.ja, ROLES[role].name.en].some((word) => fold(word) === fold(said)),
  );

export interface Known {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly held: ReadonlySet<string>;
  /** In which somebody is written to of whom nothing is said. */
  readonly language: Language;
  readonly standing: ReadonlyMap<string, Standing>;
}
export interface ReadGuest {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly person: Guest | null;
  readonly change: 'invite' | 'resend' | 'none' | null;
  readonly faults: readonly Bilingual[];
}

const filled = (text: Bilingual, values: Record<string, string | number>): Bilingual => ({
  ja: fillIn(text.ja, values),
  en: fillIn(text.en, values),
});

/** Each row of a table as somebody to invite, or with all that is wrong with it. */
export function readGuests(
  rows: readonly {
    readonly row: number;
    readonly cells: Readonly<Record<string, string>>;
    readonly faults: readonly HeadedFault[];
  }[],
  columns: Partial<Record<Column, string>>,
  known: Known,
): ReadGuest[] {
  const firstWith = new Map<string, number>();
  const used = new Set(Object.values(columns));
  return rows.map(({ row, cells, faults: before }, at) => {
    const cell = (column: Column): string => (cells[columns[column] ?? ''] ?? '').trim();
    const faults: Bilingual[] = before
      .filter(({ headers }) => headers.length === 0 || headers.some((header) => used.has(header)))
      .map(({ mend }) => mend);
    const [name, email, unit] = [cell('name'), addressIn(cell('email')), cell('unit')];
    if (at >= MOST_GUESTS) faults.push(filled(GUEST_FAULTS.many, { most: MOST_GUESTS }));
    if (name === '' || [...name].length > 100) faults.push(GUEST_FAULTS.name);
    if (!mailAddress.safeParse(email).success) faults.push(GUEST_FAULTS.email);
    const same = firstWith.get(email.toLowerCase());
    if (same !== undefined) faults.push(filled(GUEST_FAULTS.twice, { row: same }));
    else firstWith.set(email.toLowerCase(), row);
    const said = cell('roles')
      .split(/[,、，;；/／|]/u)
      .map((each) => each.trim())
      .filter(Boolean);
    const roles = said.flatMap((each) => roleOf(each) ?? []);
    for (const each of said)
      if (roleOf(each) === undefined) faults.push(filled(GUEST_FAULTS.role, { value: each }));
    if (said.length === 0) faults.push(GUEST_FAULTS.noRole);
    if (!mayGrant(known.held, roles)) faults.push(GUEST_FAULTS.beyond);
    const language = LANGUAGES.find((each) => each === (fold(cell('language')) || known.language));
    if (!language) faults.push(GUEST_FAULTS.language);
    const home = known.units.find((each) => fold(each.name) === fold(unit));
    if (unit !== '' && !home) faults.push(filled(GUEST_FAULTS.unit, { value: unit }));
    const standing = known.standing.get(email.toLowerCase());
    const good = faults.length === 0 && language !== undefined;
    return {
      row,
      name,
      email,
      faults,
      person: good ? { name, email, roles, language, unitId: home?.id ?? null } : null,
      change: good ? (standing === undefined ? 'invite' : standing === 'joined' ? 'none' : 'resend') : null,
    };
  });
}
