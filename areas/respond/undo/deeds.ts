import { z } from 'zod';
import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { FACTS, type FactName } from '../../facts.ts';
import type { Line } from '../../ledger/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { Permission } from '../../roles.ts';
import { setDetails } from '../incidents/acts.ts';
import { findIncident } from '../incidents/index.ts';
import { takeBackNotices } from '../notices/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { releaseWithin } from '../staffing/release-role.ts';
import { cancelWithin, giveBack, reopenWithin } from '../tasks/acts.ts';
import { lockTask } from '../tasks/index.ts';
import { keepsOpen, leads } from '../tasks/rules.ts';
import type { Refusal } from './rules.ts';
import type { Deed, UndoWanted } from './schema.ts';
import { NEVER_MIND, STRUCK } from './words.ts';

/** One kind of act that can be taken back. */
interface Undoing {
  readonly permission: Permission;
  /** What `of` names: a task of the incident, or the incident itself. */
  readonly subject: 'task' | 'incident';
  /** Also in an incident that is closed, as the act itself. */
  readonly evenClosed?: true;
  readonly fact: FactName;
  /** Facts that tell of the same thing: where one of them came later, it was changed since. */
  readonly besides: readonly FactName[];
  /** Of those lines, the ones about this thing, oldest first. */
  readonly about: (lines: readonly Line[], wanted: UndoWanted) => readonly Line[];
  /**
   * Brings back what was, where what stands now is what the line says; the incident is locked.
   * @returns why nothing was done, where nothing was
   */
  readonly takeBack: (
    tx: Tx,
    incidentId: string,
    line: Line,
    wanted: UndoWanted,
  ) => Promise<Refusal | undefined>;
}

const where =
  (field: string, key: 'of' | 'which'): Undoing['about'] =>
  (lines, wanted) =>
    lines.filter(({ body }) => body[field] === wanted[key]);

/** The line that was typed under an id, by whoever typed it. */
const typedAs = (lines: readonly Line[], which: string): Line | undefined =>
  z.uuid().safeParse(which).success ? lines.find(({ body }) => body['clientId'] === which) : undefined;

export const UNDOINGS: Readonly<Record<Deed, Undoing>> = {
  taskOpened: {
    subject: 'incident',
    permission: 'room.write',
    fact: 'task.opened',
    besides: [
      'task.assigned',
      'task.extended',
      'task.timed-out',
      'task.ended',
      'task.reopened',
      'request.answered',
      'sweep.hosts-added',
      'sweep.reported',
    ],
    about: (lines, { which }) => {
      const taskId = typedAs(lines, which)?.body['taskId'];
      return taskId === undefined ? [] : lines.filter(({ body }) => body['taskId'] === taskId);
    },
    takeBack: async (tx, _, { seq, body }) => {
      const task = await lockTask(tx.sql, FACTS['task.opened'].body.parse(body).taskId);
      if (task?.state !== 'open') return 'changed';
      if (keepsOpen(task)) permit(tx.ctx, 'incident.command');
      const note = inEach(await languagesRead(tx.sql), NEVER_MIND);
      return (await cancelWithin(tx, task, note, seq)) ? undefined : 'asked';
    },
  },
  taskEnded: {
    subject: 'task',
    permission: 'room.write',
    fact: 'task.ended',
    besides: ['task.reopened'],
    about: where('taskId', 'of'),
    takeBack: async (tx, _, { seq, body }, { of }) => {
      const task = await lockTask(tx.sql, of);
      if (!task || task.state !== body['state']) return 'changed';
      await reopenWithin(tx, task, seq);
      return undefined;
    },
  },
  taskAssigned: {
    subject: 'task',
    permission: 'room.write',
    fact: 'task.assigned',
    besides: ['task.ended', 'task.reopened'],
    about: where('taskId', 'of'),
    takeBack: async (tx, _, { seq, body }, { of }) => {
      const { personId, from } = FACTS['task.assigned'].body.parse(body);
      const task = await lockTask(tx.sql, of);
      if (task?.state !== 'open' || task.personId !== personId || from === undefined) return 'changed';
      return (await giveBack(tx, task, from, seq)) ? undefined : 'changed';
    },
  },
  roleAssigned: {
    subject: 'incident',
    permission: 'incident.command',
    fact: 'role.assigned',
    besides: ['role.released', 'role.offered', 'role.taken', 'role.attended'],
    about: where('role', 'which'),
    takeBack: async (tx, incidentId, { seq, body }, { which }) => {
      const { personId, from } = FACTS['role.assigned'].body.parse(body);
      const roles = await rolesOf(tx.sql, incidentId);
      const held = roles.find(({ role }) => role === which);
      if (held?.personId !== personId) return 'changed';
      const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
      const ledBesides = roles.some(({ role }) => role !== which && leads(role, plan));
      if (!from && leads(which, plan) && !ledBesides) return 'leads';
      return (await releaseWithin(tx, incidentId, held, from, seq)) ? undefined : 'changed';
    },
  },
  incidentChanged: {
    subject: 'incident',
    permission: 'incident.command',
    evenClosed: true,
    fact: 'incident.changed',
    besides: ['incident.rated'],
    about: (lines) => lines,
    takeBack: async (tx, incidentId, { seq, body }) => {
      const said = FACTS['incident.changed'].body.parse(body);
      const incident = await findIncident(tx.sql, incidentId);
      const { from } = said;
      const stands = incident?.title === said.title && incident.severity === said.severity;
      if (!stands || !from || (said.site !== undefined && incident.site !== said.site)) return 'changed';
      await setDetails(tx.sql, incidentId, from);
      record(tx, 'incident.changed', { incidentId, corrects: seq, body: from });
      return undefined;
    },
  },
  noteAdded: {
    subject: 'incident',
    permission: 'timeline.write',
    evenClosed: true,
    fact: 'timeline.noted',
    besides: [
      'timeline.corrected',
      'timeline.annotated',
      'timeline.judged',
      'timeline.disputed',
      'timeline.settled',
    ],
    about: (lines, { which }) => {
      const own = typedAs(lines, which);
      return own ? lines.filter(({ seq, corrects }) => seq === own.seq || corrects === own.seq) : [];
    },
    takeBack: async (tx, incidentId, { seq }, { which }) => {
      await takeBackNotices(tx, 'mention', { about: which, incidentId });
      const text = inEach(await languagesRead(tx.sql), STRUCK);
      record(tx, 'timeline.corrected', {
        incidentId,
        corrects: seq,
        body: { text, is: 'note', figure: false, struck: true },
      });
      return undefined;
    },
  },
};
