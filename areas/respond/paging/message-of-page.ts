import { channelKind } from '../../../channels/registry.ts';
import type { Tx } from '../../../database/transaction.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { linkSecret, linkUrl, readLinks } from '../../sending/links/index.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import { codeOf } from '../../sending/outbox/rules.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { stormsTold } from '../storms/index.ts';
import { composeMessage } from './compose-message.ts';
import { PAGE_LINK } from './rules.ts';
import { findPages, type PageRow } from './store.ts';

/** A page in words, together with others that go with it; undefined where nobody is left to write to. */
export async function messageOf(
  tx: Tx,
  message: MessageRow,
  others: readonly MessageRow[],
): Promise<Composed | undefined> {
  const { instance } = tx.ctx;
  const pages = await findPages(tx.sql, [message.about, ...others.map(({ about }) => about)]);
  const page = pages.find(({ id }) => id === message.about);
  // A storm grows while it is told of: the words say how much it is as they leave.
  const storms = await stormsTold(
    tx.sql,
    pages.flatMap(({ incidentId }) => incidentId ?? []),
    message.language,
    tx.ctx.now,
  );
  const told = ({ subject, incidentId }: PageRow): string =>
    [subject, storms.get(incidentId ?? '')].filter(Boolean).join(' – ');
  const subjectOf = new Map(pages.map((each) => [each.id, told(each)]));
  const organisation = await readOrganisation(tx.sql);
  if (!page || !organisation || message.address === '') return undefined;
  const link = (await readLinks(tx.sql, PAGE_LINK, [message.id])).get(message.id);
  return composeMessage({
    language: message.language,
    code: channelKind(message.channel)?.takesReplies
      ? codeOf(linkSecret(instance, PAGE_LINK, message.id))
      : undefined,
    subjectKind: page.subjectKind,
    subject: told(page),
    others: others.flatMap(({ about }) => subjectOf.get(about) ?? []),
    organisation,
    waitSeconds: page.waitSeconds,
    answerUrl: linkUrl(instance, PAGE_LINK, message.id),
    detailsUrl: page.incidentId
      ? `${instance.baseUrl}/respond/incidents/${page.incidentId}`
      : `${instance.baseUrl}/audit`,
    until: link?.until ?? tx.ctx.now,
  });
}
