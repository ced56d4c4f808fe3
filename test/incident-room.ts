import { publishPlan } from '../areas/prepare/plans/publish-plan.ts';
import { plan as planShape } from '../areas/prepare/plans/schema.ts';
import { keepEntry } from '../areas/prepare/register-kinds/keep-entry.ts';
import { declareIncident } from '../areas/respond/lifecycle/declare-incident.ts';
import type { Role } from '../areas/roles.ts';
import { type Context, inTransaction, type Tx } from '../database/transaction.ts';
import { asItWas, race } from './acts.ts';
import type { TestHouse } from './house.ts';

const PEOPLE = {
  commander: ['commander'],
  chief: ['commander'],
  responder: ['responder'],
  relations: ['public-relations'],
  head: ['executive'],
  outsider: ['contractor'],
} as const satisfies Record<string, readonly Role[]>;
type Name = keyof typeof PEOPLE;

/** An organisation of its own with people, and an incident that runs: the ground on which verbs are tested. */
export class IncidentRoom {
  readonly house: TestHouse;
  readonly orgId: string;
  readonly ids: Readonly<Record<Name, string>>;
  incidentId = '';

  private constructor(house: TestHouse, orgId: string, ids: Readonly<Record<Name, string>>) {
    this.house = house;
    this.orgId = orgId;
    this.ids = ids;
  }

  static async open(house: TestHouse): Promise<IncidentRoom> {
    const orgId = await house.organisation();
    const person = async (name: Name) => house.person(orgId, PEOPLE[name]);
    const room = new IncidentRoom(house, orgId, {
      commander: await person('commander'),
      chief: await person('chief'),
      responder: await person('responder'),
      relations: await person('relations'),
      head: await person('head'),
      outsider: await person('outsider'),
    });
    await room.declare();
    return room;
  }

  async declare(
    more: Partial<Pick<Parameters<typeof declareIncident>[1], 'drill' | 'title'>> = {},
  ): Promise<void> {
    const { id } = await declareIncident(this.as('commander'), {
      title: '配水制御の停止',
      severity: 3,
      situation: 'network',
      page: false,
      note: '',
      ...more,
    });
    this.incidentId = id;
  }

  system(): Context {
    return this.house.system(this.orgId);
  }

  /** As that person would call now. */
  as(name: Name): Context {
    return this.house.as(this.orgId, this.ids[name], PEOPLE[name]);
  }

  /** As a program calls with a key of that person. */
  async byKeyOf(name: Name, called = '月次連携'): Promise<Context> {
    const { ids, orgId, house } = this;
    const keyId = house.assembly.house.newId();
    await house.clone.query(
      'INSERT INTO key_holder (org_id, key_id, person_id, name) VALUES ($1, $2, $3, $4)',
      [orgId, keyId, ids[name], called],
    );
    const ctx = this.as(name);
    return { ...ctx, actor: { ...ctx.actor, kind: 'key', id: keyId } };
  }

  /** As a timer or a link acts: within a transaction of Sonae itself. */
  within<T>(deed: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.system(), deed);
  }

  race(...acts: (() => Promise<unknown>)[]): ReturnType<typeof race> {
    return race(this.house.clone, [this.orgId], ...acts);
  }

  asItWas(act: () => Promise<unknown>): Promise<void> {
    return asItWas(this.house.clone, this.orgId, act);
  }

  /** Publishes the plan its situation calls for: a headquarters, a role with a deputy, two steps. */
  async publishPlan(): Promise<void> {
    const { commander, chief, head } = this.ids;
    const plan = planShape.parse({
      key: 'network',
      name: '通信障害',
      situation: 'network',
      activation: 'situation == "network"',
      roles: [
        { key: 'lead', name: '指揮者', personId: commander, deputyIds: [chief] },
        { key: 'chair', name: '本部長', personId: head, deputyIds: [commander] },
      ],
      levels: [{ level: 2, name: '重大', when: 'severity >= 3', convene: 'headquarters' }],
      bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'chair', members: ['lead'] }],
      steps: [
        { text: '切り離す', role: 'lead', deputy: 'chair', limitMinutes: 30 },
        { text: '戻す', role: 'lead', deputy: 'chair', limitMinutes: 60 },
      ],
      samples: [
        { name: '見本', inputs: [{ input: 'situation', value: 'network' }, { input: 'severity', value: '3' }], level: 2 },
      ],
    }); // biome-ignore format: a plan at one look
    const { version } = await keepEntry(this.system(), 'plans', 0, plan);
    await publishPlan(this.system(), plan.key, version);
  }

  /** Rows of this organisation in a table, in the order of the columns named. */
  rows(table: string, columns: string): Promise<Record<string, unknown>[]> {
    return this.house.clone.query(`SELECT ${columns} FROM ${table} WHERE org_id = $1 ORDER BY ${columns}`, [
      this.orgId,
    ]);
  }

  /** Kinds of the incident's lines that begin so, in their order. */
  async kinds(...begin: string[]): Promise<string[]> {
    const lines = await this.house.clone.query<{ kind: string }>(
      'SELECT kind FROM ledger WHERE org_id = $1 AND incident_id = $2 ORDER BY seq',
      [this.orgId, this.incidentId],
    );
    return lines.map(({ kind }) => kind).filter((kind) => begin.some((each) => kind.startsWith(each)));
  }

  /** Keys of the timers that are set of a kind. */
  async timers(kind: string): Promise<string[]> {
    const rows = await this.house.clone.query<{ key: string }>(
      'SELECT key FROM timer WHERE org_id = $1 AND kind = $2 ORDER BY key',
      [this.orgId, kind],
    );
    return rows.map(({ key }) => key);
  }
}
