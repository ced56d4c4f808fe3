import type { Plan } from '../../../areas/prepare/plans/schema.ts';
import { startingPlan } from '../../../areas/prepare/plans/starting-plans.ts';
import { applyRegisters } from '../../../areas/prepare/register-kinds/as-code/apply-registers.ts';
import { HEAD_OFFICE, NAMES, type Name, PEOPLE, speakIn, UNITS, type Unit } from './content/organisation.ts';
import { ADOPTED, equipmentStop, PLAN_ROLES } from './content/plans.ts';
import { calendars, callTrees, fallbacks, leave, outlets, parties, rosters } from './content/registers.ts';
import { systems } from './content/systems.ts';
import type { Story } from './story.ts';

/** Units and people, and how each is reached. */
export async function letPeopleIn(story: Story, at: Temporal.Instant): Promise<void> {
  const say = speakIn(story.language);
  const head = await story.kept(at, '', 'POST /api/prepare/units', { name: say(HEAD_OFFICE) }, undefined);
  const units = new Map<Unit, string>();
  for (const unit of Object.keys(UNITS) as Unit[]) {
    const made = await story.kept(
      at,
      '',
      'POST /api/prepare/units',
      { name: say(UNITS[unit]), parentId: head.id },
      undefined,
    );
    units.set(unit, made.id);
  }
  for (const name of NAMES) {
    const { name: called, email, roles, unit } = PEOPLE[name];
    const { id } = await story.kept(
      at,
      '',
      'POST /api/prepare/people',
      {
        name: say(called),
        email,
        roles: [...roles],
        language: story.language,
        unitId: unit === null ? null : (units.get(unit) ?? null),
      },
      undefined,
    );
    story.people.set(name, id);
    await giveRoutes(story, name, at);
  }
  const personIds = (['mizuno', 'kawakami'] as const).map((name) => story.idOf(name));
  await story.kept(at, '', 'PUT /api/prepare/duty', { personIds }, undefined);
}

async function giveRoutes(story: Story, name: Name, at: Temporal.Instant): Promise<void> {
  const { email, phone, verified } = PEOPLE[name];
  const id = story.idOf(name);
  const routes = [
    { kind: 'phone', address: phone, note: '' },
    { kind: 'email', address: email, note: '' },
  ];
  await story.kept(at, id, 'PUT /api/prepare/people/:id/card', { routes, quiet: null });
  if (verified === null) return;
  const card = await story.kept(at, id, 'GET /api/prepare/people/:id/card');
  for (const route of card.routes)
    await story.kept(
      story.before({ hours: 24 * verified }),
      id,
      'POST /api/prepare/people/:id/card/:route/verified',
      undefined,
      { id, route: route.id },
    );
}

/** Everything the utility keeps a register of, in one act. */
export async function keepRegisters(story: Story, at: Temporal.Instant): Promise<void> {
  const { say, day } = story;
  const file = {
    systems: systems(say),
    registers: {
      calendars: calendars(say, day),
      parties: parties(say, day),
      rosters: rosters(say, day),
      leave: leave(say, day),
      'call-trees': callTrees(say),
      fallbacks: fallbacks(say, day),
      outlets: outlets(say),
    },
  };
  // JSON is YAML.
  await applyRegisters(story.system(at), JSON.stringify(file));
}

/** The plans in force: four to begin with, and one of its own. */
export async function publishPlans(story: Story, at: Temporal.Instant): Promise<void> {
  const begun = ADOPTED.map((situation) => startingPlan(situation, story.language));
  const network = startingPlan('network', story.language);
  const { reports: _, ...common } = network;
  const own = { ...common, situation: 'other' as const, ...equipmentStop(story.say) };
  for (const plan of [...begun, own]) {
    const entry = { ...plan, roles: plan.roles.map((role) => ({ ...role, ...holders(story, role) })) };
    const kept = await story.kept(
      at,
      '',
      'PUT /api/prepare/registers/:register',
      { version: 0, entry },
      { register: 'plans' },
    );
    await story.kept(
      at,
      '',
      'POST /api/prepare/plans/:plan/publish',
      { version: kept.version },
      { plan: plan.key },
    );
  }
}

function holders(
  story: Story,
  { key }: Plan['roles'][number],
): { personId: string | null; deputyIds: string[] } {
  const [holder, deputy] = PLAN_ROLES[key] ?? [];
  return { personId: holder ? story.idOf(holder) : null, deputyIds: deputy ? [story.idOf(deputy)] : [] };
}
