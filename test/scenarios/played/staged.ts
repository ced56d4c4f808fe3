import type { z } from 'zod';
import { plan as planShape } from '../../../areas/prepare/plans/schema.ts';
import type { REGISTERS, RegisterName } from '../../../areas/prepare/register-kinds/words.ts';
import { facts } from '../../../areas/respond/timeline/facts.ts';
import type { Role } from '../../../areas/roles.ts';
import type { Context } from '../../../database/transaction.ts';
import { TestHouse } from '../../house.ts';
import { type Body, callAbout, callRoute, type Key, type Reply, type Told } from '../../route-caller.ts';

type Entry<R extends RegisterName> = z.input<(typeof REGISTERS)[R]['shape']>;
const noted = facts['timeline.noted'].body;
type Note = Body<'POST /api/respond/incidents/:id/timeline'>;

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
  call<K extends Key>(name: string, key: K, ...told: Told<K>): Promise<Reply<K>> {
    return callAbout(this.context(name), this.incidentId, key, ...told);
  }

  async publish(by: string, plan: z.input<typeof planShape>): Promise<void> {
    const entry = planShape.parse(plan);
    const kept = await callRoute(this.context(by), 'PUT /api/prepare/registers/:register', {
      params: { register: 'plans' },
      body: { version: 0, entry },
    });
    await callRoute(this.context(by), 'POST /api/prepare/plans/:plan/publish', {
      params: { plan: entry.key },
      body: { version: kept.version },
    });
  }

  keep<R extends RegisterName>(by: string, register: R, entry: Entry<R>): Promise<unknown> {
    return callRoute(this.context(by), 'PUT /api/prepare/registers/:register', {
      params: { register },
      body: { version: 0, entry },
    });
  }

  async declare(by: string, body: Body<'POST /api/respond/incidents'>): Promise<void> {
    const made = await callRoute(this.context(by), 'POST /api/respond/incidents', { body });
    this.incidentId = made.id;
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

  /** Makes a department of these people, so that the figure draws a box for it. */
  async unit(by: string, name: string, ...people: string[]): Promise<void> {
    const unit = await callRoute(this.context(by), 'POST /api/prepare/units', { body: { name } });
    for (const person of people) {
      const { id, roles } = this.#people.get(person) ?? { id: '', roles: [] };
      await callRoute(this.context(by), 'PUT /api/prepare/people/:id', {
        params: { id },
        body: {
          name: person,
          language: 'ja',
          roles: [...roles],
          unitId: unit.id,
          // As the house named them at first.
          seen: { name: roles.join(' '), language: 'ja', roles: [...roles], unitId: null },
        },
      });
    }
  }

  note(by: string, text: string, more: Omit<Note, 'text'> = {}): Promise<unknown> {
    return this.call(by, 'POST /api/respond/incidents/:id/timeline', { text, ...more });
  }
  event = (by: string, text: string) => this.note(by, text, { is: 'event', figure: true });
  response = (by: string, text: string) => this.note(by, text, { is: 'response', figure: true });

  /** Numbered labels of the figure as it would be drawn now, by kind: `number box: words`. */
  async figure(by: string): Promise<{ event: string[]; response: string[] }> {
    const { figure } = await callRoute(this.context(by), 'GET /api/learn/incidents/:id/figure', {
      params: { id: this.incidentId },
    });
    const labels = figure.boxes
      .flatMap((box) => (box.labels ?? []).map((label) => ({ ...label, box: box.name.ja })))
      .flatMap(({ kind, numbers, text, box }) =>
        numbers.map((n) => ({ kind, n, line: `${n} ${box}: ${text.ja}` })),
      )
      .toSorted((a, b) => a.n - b.n);
    const of = (kind: string) => labels.filter((each) => each.kind === kind).map(({ line }) => line);
    return { event: of('event'), response: of('response') };
  }

  /** Notes of the timeline as they read back, oldest first. */
  async notes(by: string): Promise<{ seq: number; at: string; by: string; text: string }[]> {
    const { lines } = await callRoute(this.context(by), 'GET /api/respond/incidents/:id/timeline', {
      params: { id: this.incidentId },
      query: { limit: 200 },
    });
    return lines
      .filter(({ kind }) => kind === 'timeline.noted')
      .map(({ seq, at, actor, body }) => ({
        seq,
        at,
        by: this.#nameOf(actor.id),
        text: noted.parse(body).text,
      }))
      .toReversed();
  }

  #nameOf(id: string): string {
    return [...this.#people].find(([, person]) => person.id === id)?.[0] ?? id;
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
