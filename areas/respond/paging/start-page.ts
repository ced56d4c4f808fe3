import { z } from 'zod';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { whomToCall } from '../../prepare/calling/index.ts';
import { firstToLast, type InOrder, inOrder, type Resolved } from '../../prepare/calling/rules.ts';
import type { Cause } from '../../prepare/calling/schema.ts';
import { findPerson, peopleInRoles } from '../../prepare/contacts/index.ts';
import { whoIsAway, whoIsOn } from '../../prepare/rosters/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, lockIncident, sharedWith } from '../incidents/index.ts';
import { marked } from '../incidents/words.ts';
import { stampedPlan } from '../plans/index.ts';
import { askStep } from './ask-step.ts';
import { causeOf, stepsFor } from './rules.ts';
import { stopPage } from './stop-pages.ts';
import { endPage, insertPage, type PageRow, pagesAbout, readSettings, seekingPages } from './store.ts';

type Subject = Pick<
  PageRow,
  'subjectKind' | 'incidentId' | 'subject' | 'aboutPerson' | 'steps' | 'needed' | 'topic'
>;

/** Timer: pages whoever is on duty for a declared incident, unless somebody is being paged for it already. */
export async function startPage(tx: Tx, { incidentId }: TimerBody<'start-page'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  // Locked: a resolution that comes now waits, and then finds the page that it has to stop.
  await lockIncident(tx.sql, incidentId);
  const incident = await findIncident(tx.sql, incidentId);
  if (incident?.state !== 'open' || (await seekingPages(tx.sql, incidentId, '')).length > 0) return;
  // The one nobody answered would wake again beside this.
  for (const { id, state } of await pagesAbout(tx.sql, incidentId, ''))
    if (state === 'exhausted') await stopPage(tx, id, incidentId);
  const needed = (await stampedPlan(tx.sql, incidentId))?.plan?.acknowledgements ?? 1;
  const order = incident.restricted
    ? await presentOf(tx, await sharedWith(tx.sql, incidentId))
    : await callOrder(tx, incidentId, {
        cause: causeOf(incident.situation),
        site: incident.site ?? undefined,
      });
  // What is restricted is told to nobody else, also where nobody is left to tell.
  const administrators = incident.restricted
    ? []
    : (
        await presentOf(
          tx,
          (await peopleInRoles(tx.sql, ['administrator'])).map(({ id }) => id),
        )
      ).people;
  const steps =
    order.people.length + administrators.length > 0
      ? stepsFor(order.people, administrators, needed)
      : stepsFor(order.onLeave, [], needed);
  await beginPage(tx, {
    subjectKind: 'incident',
    topic: '',
    incidentId,
    aboutPerson: null,
    subject: marked(incident.drill, `#${incident.number} ${incident.title}`),
    steps,
    // More than are there can never be reached.
    needed: Math.max(1, Math.min(needed, new Set(steps.flat()).size)),
  });
}

/** What a call tree is asked by. */
interface CalledFor {
  readonly cause: Cause;
  readonly site: string | undefined;
}

/** These people in order, those on leave apart. */
export async function presentOf(tx: Tx, ids: readonly string[]): Promise<InOrder> {
  const away = await whoIsAway(tx.sql, tx.ctx.now);
  return inOrder(ids, (id) => away.has(id));
}

/**
 * Whom the call tree of this hour names, each followed by their deputies; without a call tree, the duty list. Who is passed
 * over is told.
 */
export async function callOrder(tx: Tx, incidentId: string, what: CalledFor): Promise<InOrder> {
  const away = await whoIsAway(tx.sql, tx.ctx.now);
  const duty = (await whoIsOn(tx.sql)).map(({ id }) => id);
  const called = await byCallTree(tx, incidentId, what);
  const order = firstToLast(called, duty, (id) => away.has(id));
  const listed = called.calls.length > 0 ? [] : duty.filter((id) => away.has(id));
  for (const { personId, roster, why } of [
    ...called.passedOver,
    ...listed.map((personId) => ({ personId, roster: null, why: 'leave' as const })),
  ])
    record(tx, 'page.passed-over', { incidentId, body: { personId, roster, why } });
  return order;
}

/** A register that cannot be read must not keep a page from going out: it is told, and the duty list is asked. */
async function byCallTree(
  tx: Tx,
  incidentId: string,
  what: CalledFor,
): Promise<Pick<Resolved, 'calls' | 'passedOver'>> {
  try {
    return await whomToCall(tx.sql, tx.ctx.orgId, { ...what, at: tx.ctx.now });
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError || error instanceof z.ZodError))
      throw error;
    record(tx, 'page.tree-unreadable', { incidentId, body: { reason: error.message.slice(0, 500) } });
    return { calls: [], passedOver: [] };
  }
}

/** Timer: tells every administrator at once that the break-glass account was used. */
export async function pageAdministrators(
  tx: Tx,
  { personId }: TimerBody<'page-administrators'>,
): Promise<void> {
  permit(tx.ctx, 'page.command');
  const person = await findPerson(tx.sql, personId);
  const administrators = (await peopleInRoles(tx.sql, ['administrator'])).filter(
    ({ breakGlass }) => !breakGlass,
  );
  const steps = administrators.length > 0 ? [administrators.map(({ id }) => id)] : [];
  await beginPage(tx, {
    subjectKind: 'break-glass',
    topic: '',
    incidentId: null,
    aboutPerson: personId,
    subject: person?.name ?? personId,
    steps,
    needed: 1,
  });
}

/**
 * Starts a page in the caller's transaction: the first people are asked, the others follow by their timers.
 * @param about what the role or the task is called that it is for
 */
export async function beginPage(tx: Tx, subject: Subject, about = ''): Promise<void> {
  const { ctx } = tx;
  const id = ctx.newId();
  const { waitSeconds } = await readSettings(tx.sql);
  await insertPage(tx.sql, ctx.orgId, { id, ...subject, waitSeconds, startedAt: ctx.now });
  const incidentId = subject.incidentId ?? undefined;
  const { topic, steps } = subject;
  record(tx, 'page.started', {
    incidentId,
    body: { pageId: id, steps, waitSeconds, ...(topic && { topic }), ...(about && { about }) },
  });
  const [first] = steps;
  if (first) return askStep(tx, { id, incidentId: subject.incidentId, waitSeconds }, 0, first);
  await endPage(tx.sql, id, 'exhausted', ctx.now, null);
  record(tx, 'page.exhausted', { incidentId, body: { pageId: id } });
}
