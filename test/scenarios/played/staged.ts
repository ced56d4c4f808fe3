import { plan as planShape } from '../../../areas/prepare/plans/schema.ts';
import type { Role } from '../../../areas/roles.ts';
import type { ROUTES } from '../../../areas/routes.ts';
import type { Context } from '../../../database/transaction.ts';
import { TestHouse } from '../../house.ts';
import { callRoute } from '../../route-caller.ts';

type Key = (typeof ROUTES)[number]['key'];
type Plan = Parameters<typeof planShape.parse>[0];

/** An organisation on a moved clock, its people, and how each of them calls the API. */
export class Stage {
  readonly house: TestHouse;
  readonly orgId: string;
  readonly #people = new Map<string, { id: string; roles: readonly Role[] }>();
  incidentId = '';

  private constructor(house: TestHouse, orgId: string) {
    this.house = house;
    this.orgId = orgId;
  }

  static async open(): Promise<Stage> {
    const house = await TestHouse.open({ role: 'all' });
    return new Stage(house, await house.organisation());
  }

  async person(name: string, ...roles: Role[]): Promise<string> {
    const id = await this.house.person(this.orgId, roles, `${name}@example.jp`);
    this.#people.set(name, { id, roles });
    return id;
  }

  idOf(name: string): string {
    return this.#people.get(name)?.id ?? '';
  }

  context(name: string): Context {
    const person = this.#people.get(name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return this.house.as(this.orgId, person.id, person.roles);
  }

  /** A call of a person; `:id` is the incident unless params say otherwise. */
  call(
    name: string,
    key: Key,
    body?: unknown,
    params: Record<string, unknown> = { id: this.incidentId },
  ): Promise<Record<string, unknown>> {
    return callRoute(this.context(name), key, { params, body });
  }

  async publish(by: string, plan: Plan): Promise<void> {
    const entry = planShape.parse(plan);
    const kept = await callRoute(this.context(by), 'PUT /api/prepare/registers/:register', {
      params: { register: 'plans' },
      body: { version: 0, entry },
    });
    await callRoute(this.context(by), 'POST /api/prepare/plans/:plan/publish', {
      params: { plan: entry.key },
      body: { version: kept['version'] },
    });
  }

  keep(by: string, register: string, entry: unknown): Promise<unknown> {
    return callRoute(this.context(by), 'PUT /api/prepare/registers/:register', {
      params: { register },
      body: { version: 0, entry },
    });
  }

  async declare(by: string, body: unknown): Promise<void> {
    const made = await callRoute(this.context(by), 'POST /api/respond/incidents', { body });
    this.incidentId = String(made['id']);
  }

  /** Kinds of the incident's lines, oldest first. */
  async kinds(): Promise<string[]> {
    const rows = await this.house.clone.query<{ kind: string }>(
      `SELECT kind FROM ledger WHERE incident_id = '${this.incidentId}' ORDER BY seq`,
    );
    return rows.map(({ kind }) => kind);
  }

  /** Waits until a fact of that kind stands in the incident's record. */
  async told(kind: string): Promise<void> {
    await this.house.until(async () => (await this.kinds()).includes(kind));
  }

  after(duration: Temporal.DurationLike): void {
    this.house.clock.advance(duration);
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
