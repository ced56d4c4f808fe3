import type { Tx } from '../../../database/transaction.ts';
import { type Bilingual, inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import { linesOfIncidentSince } from '../../ledger/index.ts';
import { orOnLeave } from '../../prepare/calling/rules.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lastHeadquarters } from '../headquarters/index.ts';
import { findIncident, lockIncident, sharedWith, whoMayEnter } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { marked } from '../incidents/words.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { findTask } from '../tasks/index.ts';
import { plannedPeople } from '../tasks/planned-holder.ts';
import { causeOf, readTopic, topicOf } from './rules.ts';
import { beginPage, callOrder, presentOf } from './start-page.ts';
import { stopPage } from './stop-pages.ts';
import { pagesAbout } from './store.ts';

const WORDS = {
  proposed: { ja: '対策本部の設置の判断が必要です', en: 'headquarters proposed' },
  role: { ja: '役割「{name}」の担当をお願いします', en: 'take the role “{name}”' },
  offered: { ja: '役割「{name}」の引き継ぎの依頼', en: 'take over the role “{name}”' },
} as const satisfies Record<string, Bilingual>;

interface Called {
  readonly what: Bilingual;
  /** What the role or the task is called. */
  readonly about?: string;
  /** Whom it concerns, the first first; where none of them can come, whoever is on duty. */
  readonly people: readonly string[];
  /** Nobody else will do: it is one person's answer that is wanted. */
  readonly alone?: boolean;
}

/** Timer: a headquarters is proposed, so whoever is to decide is called: its chair by the plan, deputies, then who is on duty. */
export async function summonDeciders(tx: Tx, { incidentId }: TimerBody<'summon-deciders'>): Promise<void> {
  await summon(tx, incidentId, topicOf.headquarters, async () => {
    // Decided meanwhile, as where somebody sets one up by hand: there is nothing to call anybody for.
    if ((await lastHeadquarters(tx.sql, incidentId))?.state !== 'proposed') return undefined;
    const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
    const chair = plan?.bodies.find(({ kind }) => kind === 'headquarters')?.chair;
    const role = plan?.roles.find(({ key }) => key === chair) ?? plan?.roles[0];
    const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role?.key)?.personId;
    return {
      what: WORDS.proposed,
      people: [...(held ? [held] : []), ...(role ? await plannedPeople(tx, role) : [])],
    };
  });
}

/** Timer: somebody was given a role and is not there yet: they are called, and their deputies after them. */
export async function summonHolder(tx: Tx, { incidentId, role }: TimerBody<'summon-holder'>): Promise<void> {
  await summon(tx, incidentId, topicOf.role(role), async () => {
    const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
    if (!held) return undefined;
    if (held.nextPersonId !== null)
      return {
        what: named(WORDS.offered, held.name),
        about: held.name,
        people: [held.nextPersonId],
        alone: true,
      };
    if (held.attendedAt !== null) return undefined;
    const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
    return {
      what: named(WORDS.role, held.name),
      about: held.name,
      people: [held.personId, ...(planned?.deputyIds ?? [])],
      alone: true,
    };
  });
}

/** Timer: a time ran out, and somebody has to decide or ask now: a mail may wait until morning, this does not. */
export async function summonForTask(tx: Tx, { taskId, again }: TimerBody<'summon-for-task'>): Promise<void> {
  const known = await findTask(tx.sql, taskId);
  if (!known) return;
  await summon(tx, known.incidentId, topicOf.task(taskId), async () => {
    const task = await findTask(tx.sql, taskId);
    if (task?.state !== 'open') return undefined;
    if (again) {
      const last = (await pagesAbout(tx.sql, known.incidentId, topicOf.task(taskId))).at(-1);
      if (last?.state !== 'stopped') return undefined;
    }
    const { role, personId, title } = task;
    const planned = (await stampedPlan(tx.sql, known.incidentId))?.plan.roles.find(({ key }) => key === role);
    return {
      what: { ja: title, en: title },
      about: title,
      people: [...(personId ? [personId] : []), ...(planned?.deputyIds ?? [])],
    };
  });
}

/** Timer: what a summons was for is settled, unless that was taken back before this came to it. */
export async function stopSummons(tx: Tx, { incidentId, topic }: TimerBody<'stop-summons'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  await lockIncident(tx.sql, incidentId);
  if (!(await isWantedAgain(tx, incidentId, topic))) await endSummons(tx, incidentId, topic);
}

const SETTLING = ['task.ended', 'task.assigned', 'task.extended', 'task.reopened'];

/** A task goes on that was ended by mistake; a role is held by somebody who has still to come, or offered to somebody. */
async function isWantedAgain(tx: Tx, incidentId: string, topic: string): Promise<boolean> {
  const { kind, which } = readTopic(topic);
  if (kind === 'task') {
    const task = await findTask(tx.sql, which);
    if (task?.state !== 'open') return false;
    const lines = await linesOfIncidentSince(tx.sql, incidentId, SETTLING, task.createdAt);
    return lines.findLast(({ body }) => body['taskId'] === which)?.kind === 'task.reopened';
  }
  const held = kind === 'role' && (await rolesOf(tx.sql, incidentId)).find(({ role }) => role === which);
  return held !== false && held !== undefined && (held.nextPersonId !== null || held.attendedAt === null);
}

async function endSummons(tx: Tx, incidentId: string, topic: string): Promise<void> {
  for (const { id, state } of await pagesAbout(tx.sql, incidentId, topic))
    if (state === 'seeking' || state === 'exhausted') await stopPage(tx, id, incidentId);
}

const named = (words: Bilingual, name: string): Bilingual => ({
  ja: fillIn(words.ja, { name }),
  en: fillIn(words.en, { name }),
});

/**
 * Calls people one after the other; for one thing one page at a time.
 * @param ask looked at under the incident's lock: whom to call for what, or undefined where that is settled by now
 */
async function summon(
  tx: Tx,
  incidentId: string,
  topic: string,
  ask: () => Promise<Called | undefined>,
): Promise<void> {
  permit(tx.ctx, 'page.command');
  await lockIncident(tx.sql, incidentId);
  const incident = await findIncident(tx.sql, incidentId);
  // Resolved, nobody is called because a time ran out; who is given a role now is.
  const over = readTopic(topic).kind === 'role' ? incident?.state === 'closed' : incident?.state !== 'open';
  const called = over ? undefined : await ask();
  if (!incident || !called) return;
  await endSummons(tx, incidentId, topic);
  const wanted = orOnLeave(await presentOf(tx, await whoMayEnter(tx.sql, incident, called.people)));
  const order =
    wanted.length > 0 || called.alone
      ? wanted
      : await whoMayEnter(tx.sql, incident, await onCall(tx, incident));
  if (order.length === 0) return record(tx, 'page.nobody-to-call', { incidentId, body: { topic } });
  const { ja, en } = called.what;
  const said = ja === en ? ja : inEach(await languagesRead(tx.sql), called.what);
  const subject = marked(incident.drill, `#${incident.number} ${incident.title} – ${said}`);
  const steps = order.map((id) => [id]);
  await beginPage(
    tx,
    { subjectKind: 'summons', incidentId, aboutPerson: null, subject, topic, steps, needed: 1 },
    called.about,
  );
}

const onCall = async (
  tx: Tx,
  { id, restricted, situation, site }: IncidentView,
): Promise<readonly string[]> =>
  orOnLeave(
    restricted
      ? await presentOf(tx, await sharedWith(tx.sql, id))
      : await callOrder(tx, id, { cause: causeOf(situation), site: site ?? undefined }),
  );
