import { ensureUser, issueLink } from '../../apps/server/auth/accounts.ts';
import { linkAccount } from '../../areas/prepare/contacts/acts.ts';
import { findPerson } from '../../areas/prepare/contacts/index.ts';
import type { Role } from '../../areas/roles.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Visitor } from '../browser-like.ts';
import type { TestHouse } from '../house.ts';

/** Ids there are, by the table and column they stand in, so that requests meet something. */
export class Ids {
  readonly #byName = new Map<string, string[]>();
  readonly #all: string[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  get all(): readonly string[] {
    return this.#all;
  }

  /** Reads them anew: requests make more. */
  async harvest(house: TestHouse, orgId: string): Promise<void> {
    this.#byName.clear();
    this.#all.length = 0;
    const columns = await house.clone.query<{ table: string; column: string }>(
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'sonae' AND t.table_type = 'BASE TABLE' AND c.column_name <> 'org_id'
         AND (c.data_type = 'uuid' OR c.column_name IN ('key', 'register', 'role'))
         AND EXISTS (SELECT FROM information_schema.columns o WHERE o.table_schema = 'sonae'
           AND o.table_name = c.table_name AND o.column_name = 'org_id')
       ORDER BY 1, 2`,
    );
    for (const { table, column } of columns) {
      const found = await house.clone.query<{ value: string | null }>(
        `SELECT DISTINCT "${column}"::text AS value FROM "${table}" WHERE org_id = $1 ORDER BY 1 LIMIT 40`,
        [orgId],
      );
      const values = found.flatMap(({ value }) => (value === null ? [] : [value]));
      if (values.length === 0) continue;
      this.#byName.set(`${table}.${column}`, values);
      this.#all.push(...values);
    }
  }

  /** One that fits where it is wanted, mostly: `incidents` or `incidentId` are of the table `incident`. */
  pick(hint: string): string {
    const name = hint
      .replace(/Ids?$/, '')
      .replace(/([A-Z])/g, '_$1')
      .replaceAll('-', '_')
      .toLowerCase()
      .replace(/ies$/, 'y')
      .replace(/s$/, '');
    const fitting = this.#byName.get(`${name}.id`) ?? this.#byName.get(`${name}.key`);
    const from = fitting && this.#random() < 0.8 ? fitting : this.#all;
    return from[Math.floor(this.#random() * from.length)] ?? 'none';
  }
}

/** Somebody of an organisation with a session of their own. */
export async function letIn(
  house: TestHouse,
  orgId: string,
  roles: readonly Role[],
): Promise<{ visitor: Visitor; personId: string }> {
  const personId = await house.person(orgId, roles);
  const ctx = house.system(orgId);
  const link = await inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.sql, personId);
    if (!person) throw new Error('nobody to let in');
    const auth = house.assembly.access.within(tx);
    const userId = await ensureUser(tx, auth, person);
    await linkAccount(tx.sql, personId, userId);
    return issueLink(auth, ctx, userId);
  });
  const visitor = new Visitor(house);
  const { status, text } = await visitor.send('POST', '/api/auth/sign-in/link', {
    token: link.split('#')[1],
  });
  if (status !== 200) throw new Error(`the link lets nobody in: ${text}`);
  return { visitor, personId };
}
