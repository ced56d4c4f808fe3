import type { Tx } from '../../../database/transaction.ts';
import { onOneLine } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { openChannel } from '../../sending/channels/index.ts';
import { linkUrl, readLinks } from '../../sending/links/index.ts';
import type { Caller } from '../../sending/outbox/index.ts';
import { titlesOfEvents } from '../intake/index.ts';
import { HEARING_LINK, HEARING_MAIL, readAbout } from './addressing.ts';
import { composeMail } from './compose-mail.ts';
import { findHearing, lockHearing } from './store.ts';

const linkOf = async ({ sql, ctx }: Tx, id: string) => {
  const until = (await readLinks(sql, HEARING_LINK, [id])).get(id)?.until;
  return until && { url: linkUrl(ctx.instance, HEARING_LINK, id), until };
};

/** Answers for mails about hearings: an invitation to one that was moved or cancelled meanwhile does not leave. */
export const hearingCaller: Caller = {
  purpose: HEARING_MAIL,
  link: HEARING_LINK,
  lapsed: async (tx, { about, kind }) => {
    const { hearingId, version } = readAbout(about);
    const hearing = await lockHearing(tx.sql, hearingId);
    if (!hearing) return 'changed';
    if (kind === 'invite')
      return hearing.version === version && hearing.state === 'planned' ? undefined : 'changed';
    return kind === 'minutes' && hearing.confirmedAt ? 'changed' : undefined;
  },
  compose: async (tx, message) => {
    const hearing = await findHearing(tx.sql, readAbout(message.about).hearingId);
    const organisation = await readOrganisation(tx.sql);
    const channel = await openChannel(tx.sql, tx.ctx.instance.secret, message.channel);
    if (!hearing || !organisation) return undefined;
    const link = message.kind === 'minutes' ? await linkOf(tx, hearing.id) : undefined;
    return composeMail(message, {
      hearing,
      number: (await titlesOfEvents(tx.sql, [hearing.eventId])).get(hearing.eventId)?.number ?? null,
      organisation: onOneLine(organisation.name),
      organiser: String(channel?.['from'] ?? message.address),
      now: tx.ctx.now,
      link,
    });
  },
  turned: async (tx, { about, kind }, { event }) => {
    // Whoever planned it sees how its mails fare.
    if (event === 'accept' || event === 'hold' || event === 'fail')
      record(tx, 'survey.hearing-mailed', {
        body: { hearingId: readAbout(about).hearingId, kind, turn: event },
      });
  },
};
