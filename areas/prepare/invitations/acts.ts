import type { Tx } from '../../../database/transaction.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { expireLinks, linkSecret, linkUrl, makeLinks } from '../../sending/links/index.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { keepInvitation } from '../contacts/acts.ts';
import { invitationsOf } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { INVITATION, INVITATION_LINK, INVITED_DAYS } from './rules.ts';

/** What was opened: whoever keeps the ways to sign in lets the secret open one. */
export interface Opened {
  readonly secret: string;
  readonly until: Temporal.Instant;
  readonly link: string;
  readonly mailed: boolean;
}

/** Opens an invitation in the caller's transaction and sends its mail; what was sent before leads nowhere any more. */
export async function openInvitation(
  tx: Tx,
  person: Pick<PersonView, 'id' | 'name' | 'email' | 'language'>,
): Promise<Opened> {
  const { ctx } = tx;
  const id = ctx.newId();
  const until = ctx.now.add({ hours: INVITED_DAYS * 24 });
  await endInvitation(tx, person.id);
  await keepInvitation(tx.sql, person.id, { id, until });
  await makeLinks(tx, INVITATION_LINK, [{ ownerId: id, personId: person.id, until }]);
  const { name, email: address, language } = person;
  await putMessages(tx, INVITATION, [
    { about: id, personId: person.id, name, address, language, channel: 'email' },
  ]);
  const secret = linkSecret(ctx.instance, INVITATION_LINK, id);
  return {
    secret,
    until,
    link: urlOf(linkUrl(ctx.instance, INVITATION_LINK, id)),
    mailed: (await channelsConfigured(tx.sql)).has('email'),
  };
}

/** The secret goes behind a #, which browsers send to nobody. */
export const urlOf = (url: string): string => url.replace(/\/(?=[^/]*$)/, '#');

/** The invitation that stands leads nowhere any more, and its mail does not leave. */
export async function endInvitation(tx: Tx, personId: string): Promise<void> {
  const open = (await invitationsOf(tx.sql, [personId])).get(personId)?.invitationId;
  if (!open) return;
  await expireLinks(tx.sql, INVITATION_LINK, [open], tx.ctx.now);
  await keepInvitation(tx.sql, personId, null);
}
