import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { linkUrl } from '../../sending/links/index.ts';
import type { Caller } from '../../sending/outbox/index.ts';
import { nextOwed } from '../deadlines/rules.ts';
import { findReport, questionsOf } from '../intake/index.ts';
import { isUnanswered, receiptNumber } from '../intake/rules.ts';
import { composeDoor } from './compose-door.ts';
import { owedInTime } from './owed.ts';
import { DOOR, DOOR_LINK } from './rules.ts';
import { findDoor } from './store.ts';

/** Answers for the mail of a way in: one that was closed, or whose questions are answered, does not leave. */
export const doorCaller: Caller = {
  purpose: DOOR,
  link: DOOR_LINK,
  lapsed: async (tx, { about }) => {
    const door = await findDoor(tx.sql, about);
    if (!door || door.endedAt !== null) return 'changed';
    return Temporal.Instant.compare(door.until, tx.ctx.now) > 0 ? undefined : 'expired';
  },
  compose: async (tx, { about, kind }) => {
    const door = await findDoor(tx.sql, about);
    const organisation = await readOrganisation(tx.sql);
    const report = door && (await findReport(tx.sql, door.reportId));
    if (!door || !organisation || !report) return undefined;
    const open = (await questionsOf(tx.sql, report.id)).filter(isUnanswered);
    if (kind === 'question' && open.length === 0) return undefined;
    const due = kind === 'due' ? nextOwed(await owedInTime(tx.sql, report, tx.ctx.now)) : undefined;
    if (kind === 'due' && !due) return undefined;
    return composeDoor({
      door,
      organisation,
      number: report.number === null ? '' : receiptNumber(report.number),
      questions: kind === 'question' ? open.map(({ text }) => text) : [],
      due,
      url: linkUrl(tx.ctx.instance, DOOR_LINK, door.id),
    });
  },
  turned: async (tx, { about }, { event }) => {
    if (event === 'deliver' || event === 'see') return;
    const door = await findDoor(tx.sql, about);
    if (door)
      record(tx, 'survey.door-mailed', { body: { reportId: door.reportId, doorId: about, turn: event } });
  },
};
