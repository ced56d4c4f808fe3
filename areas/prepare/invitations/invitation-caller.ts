import { record } from '../../record.ts';
import { ROLES, type Role } from '../../roles.ts';
import { linkUrl } from '../../sending/links/index.ts';
import type { Caller } from '../../sending/outbox/index.ts';
import { findPerson, invitationsOf, lockPerson } from '../contacts/index.ts';
import { readOrganisation } from '../parties/index.ts';
import { urlOf } from './acts.ts';
import { composeInvitation } from './compose-invitation.ts';
import { INVITATION, INVITATION_LINK } from './rules.ts';

/** Answers for invitations: one that was withdrawn, renewed, used or that is over does not leave. */
export const invitationCaller: Caller = {
  purpose: INVITATION,
  link: INVITATION_LINK,
  lapsed: async (tx, { about, personId }) => {
    const person = await lockPerson(tx.sql, personId ?? '');
    const known = person && (await invitationsOf(tx.sql, [person.id])).get(person.id);
    if (known?.invitationId !== about || known.joinedAt !== null) return 'changed';
    const until = known.invitedUntil;
    return until && Temporal.Instant.compare(until, tx.ctx.now) > 0 ? undefined : 'expired';
  },
  compose: async (tx, { about, personId }) => {
    const person = await findPerson(tx.sql, personId ?? '');
    const until = person && (await invitationsOf(tx.sql, [person.id])).get(person.id)?.invitedUntil;
    const organisation = await readOrganisation(tx.sql);
    if (!until || !organisation) return undefined;
    return composeInvitation({
      person,
      organisation,
      roles: person.roles.map((role) => ROLES[role as Role]?.name[person.language] ?? role),
      until,
      url: urlOf(linkUrl(tx.ctx.instance, INVITATION_LINK, about)),
    });
  },
  turned: async (tx, { personId }, { event }) => {
    // Whoever looks at the list of people sees how the mail fares.
    if (personId && (event === 'accept' || event === 'hold' || event === 'fail'))
      record(tx, 'person.invitation-mailed', { body: { personId, turn: event } });
  },
};
