import type { Tx } from '../../../database/transaction.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../jobs.ts';
import { rosterHolder } from '../../prepare/calling/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import type { PlanRole } from '../../prepare/plans/schema.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident, sharedWith } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { lockTask } from '../tasks/index.ts';
import { causeOf } from './rules.ts';
import { beginPage, DRILL, firstToLast } from './start-page.ts';
import { endPage, pagesAbout } from './store.ts';

/** What a summons is for, so that it stops when that is settled. */
export const topicOf = {
  headquarters: 'headquarters',
  role: (role: string) => `role:${role}`,
  task: (taskId: string) => `task:${taskId}`,
} as const;

const WORDS = {
  proposed: { ja: '対策本部の設置が提案されています', en: 'a headquarters is proposed' },
  role: { ja: '役割「{name}」に就いてください', en: 'you are to take the role “{name}”' },
  offered: { ja: '役割「{name}」の引き継ぎを頼まれています', en: 'you are asked to take over “{name}”' },
} as const satisfies Record<string, Bilingual>;

/** Timer: a headquarters is proposed, so whoever is to decide is called: its chair by the plan, deputies, then who is on duty. */
export async function summonDeciders(tx: Tx, { incidentId }: TimerBody<'summon-deciders'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const chair = plan?.bodies.find(({ kind }) => kind === 'headquarters')?.chair;
  const role = plan?.roles.find(({ key }) => key === chair) ?? plan?.roles[0];
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident) return;
  const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role?.key)?.personId;
  const planned = [...(held ? [held] : []), ...(role ? await plannedFor(tx, role) : [])];
  const people =
    planned.length > 0
      ? planned
      : await firstToLast(tx, incidentId, {
          cause: causeOf(incident.situation),
          site: incident.site ?? undefined,
        });
  await summon(tx, incidentId, topicOf.headquarters, WORDS.proposed, people);
}

/** Timer: somebody was given a role and is not there yet: they are called, and their deputies after them. */
export async function summonHolder(tx: Tx, { incidentId, role }: TimerBody<'summon-holder'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
  if (!held) return;
  const said = (words: Bilingual): Bilingual => ({
    ja: words.ja.replace('{name}', held.name),
    en: words.en.replace('{name}', held.name),
  });
  if (held.nextPersonId !== null)
    return summon(tx, incidentId, topicOf.role(role), said(WORDS.offered), [held.nextPersonId]);
  if (held.attendedAt !== null) return;
  const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
  const deputies = (planned?.deputyIds ?? []).filter((id) => id !== held.personId);
  await summon(tx, incidentId, topicOf.role(role), said(WORDS.role), [held.personId, ...deputies]);
}

/** Timer: a time ran out, and somebody has to decide or ask now: a mail may wait until morning, this does not. */
export async function summonForTask(tx: Tx, { taskId }: TimerBody<'summon-for-task'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const task = await lockTask(tx.sql, taskId);
  if (task?.state !== 'open') return;
  const { incidentId, role, personId, title } = task;
  const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
  const people = [...(personId ? [personId] : []), ...(planned?.deputyIds ?? [])];
  await summon(tx, incidentId, topicOf.task(taskId), { ja: title, en: title }, people);
}

/** Timer: what a summons was for is settled. */
export async function stopSummons(tx: Tx, { incidentId, topic }: TimerBody<'stop-summons'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const { id, state } of await pagesAbout(tx.sql, incidentId, topic)) {
    if (state !== 'seeking' && state !== 'exhausted') continue;
    await endPage(tx.sql, id, 'stopped', tx.ctx.now, null);
    await cancelTimer(tx, 'escalate-page', id);
    record(tx, 'page.stopped', { incidentId, body: { pageId: id } });
  }
}

/** The person, who is on by the roster, then the deputies. */
async function plannedFor(tx: Tx, { personId, roster, deputyIds }: PlanRole): Promise<string[]> {
  const onDuty = roster === null ? undefined : await rosterHolder(tx.sql, tx.ctx.orgId, roster, tx.ctx.now);
  return [...(personId ? [personId] : []), ...(onDuty ? [onDuty] : []), ...deputyIds];
}

/** Calls people one after the other; for one thing one page at a time. */
async function summon(
  tx: Tx,
  incidentId: string,
  topic: string,
  what: Bilingual,
  people: readonly string[],
): Promise<void> {
  await lockIncident(tx.sql, incidentId);
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident || incident.state === 'closed') return;
  await stopSummons(tx, { incidentId, topic });
  const shared = incident.restricted ? await sharedWith(tx.sql, incidentId) : undefined;
  const order = [...new Set(people)].filter((id) => shared?.includes(id) ?? true);
  if (order.length === 0) return;
  const said = what.ja === what.en ? what.ja : inEach(await languagesRead(tx.sql), what);
  await beginPage(tx, {
    subjectKind: 'summons',
    incidentId,
    aboutPerson: null,
    subject: `${incident.drill ? DRILL : ''}#${incident.number} ${incident.title} – ${said}`,
    topic,
    steps: order.map((id) => [id]),
    needed: 1,
  });
}
