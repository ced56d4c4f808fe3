import type { Tx } from '../../../database/transaction.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import { findPeople, namesOf } from '../../prepare/contacts/index.ts';
import { findIncident } from '../incidents/index.ts';
import { marked } from '../incidents/words.ts';
import { sendWithin } from '../notices/index.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { spellOf } from './rules.ts';

const LONGEST_SUBJECT = 150;

/**
 * Tells people that they were named in an entry, in the caller's transaction, which has made sure that they may see it.
 * Whoever is named again and again within a short time is told once: the message leads to all of it.
 */
export async function tellMentioned(
  tx: Tx,
  incidentId: string,
  { about, text, personIds }: { about: string; text: string; personIds: readonly string[] },
): Promise<void> {
  const { ctx } = tx;
  const incident = await findIncident(tx.sql, incidentId);
  const own = ctx.actor.personId;
  const others = personIds.filter((id) => id !== own);
  if (!incident || others.length === 0) return;
  const by = own === undefined ? undefined : (await namesOf(tx.sql, [own]))[own];
  const url = `${ctx.instance.baseUrl}/respond/incidents/${incidentId}`;
  const title = marked(incident.drill, `#${incident.number} ${incident.title}`);
  const words = NOTICE_WORDS.mention;
  await sendWithin(
    tx,
    (await findPeople(tx.sql, others)).map(({ id, name, email, language }) => ({
      incidentId,
      kind: 'mention',
      about,
      personId: id,
      name,
      address: email,
      language,
      once: `${incidentId} ${id} ${spellOf(ctx.now)}`,
      subject: shorten(fillIn(words.subject[language], { title }), LONGEST_SUBJECT),
      text: [
        title,
        by === undefined ? text : fillIn(words.said[language], { name: by, text }),
        `${words.open[language]}: ${url}`,
      ].join('\n'),
    })),
    { linked: false },
  );
}
