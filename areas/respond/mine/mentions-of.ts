import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { fillIn } from '../../../kernel/text.ts';
import { type Line, lastActAfter, linesOfIncidentSince } from '../../ledger/index.ts';
import { findPerson, idsOfDoer, namesBehind } from '../../prepare/contacts/index.ts';
import { incidentsNaming } from '../notices/index.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { correctedTexts, struckOf } from '../timeline/rules.ts';

interface Mention {
  readonly id: string;
  readonly incidentId: string;
  readonly text: string;
  readonly at: Temporal.Instant;
}

/** Whoever is named again and again is told once in a while: the entry may be so much younger than the message. */
const TOLD_ONCE = { minutes: 2 } as const;

const names = (personId: string, { kind, body: { mentions } }: Line): boolean =>
  kind === 'timeline.noted' && Array.isArray(mentions) && mentions.includes(personId);

/**
 * Entries that name somebody, since a moment, and which stand, the newest first. What names somebody waits until they do
 * something there, by hand or by a key of theirs: nobody says that they have read it.
 */
export async function mentionsOf(
  trx: Transaction<Tables>,
  personId: string,
  since: Temporal.Instant,
): Promise<Mention[]> {
  const incidentIds = await incidentsNaming(trx, personId, since.subtract(TOLD_ONCE));
  const person = incidentIds.length > 0 ? await findPerson(trx, personId) : undefined;
  if (!person) return [];
  const own = await idsOfDoer(trx, personId);
  const waiting: (Line & { readonly incidentId: string })[] = [];
  for (const incidentId of incidentIds) {
    const lines = await linesOfIncidentSince(
      trx,
      incidentId,
      ['timeline.noted', 'timeline.corrected'],
      since,
    );
    const struck = struckOf(lines);
    const corrected = correctedTexts(lines);
    const naming = lines.filter(
      (line) => names(personId, line) && !own.includes(line.actorId) && !struck.has(line.seq),
    );
    const [first] = naming;
    const acted = first && (await lastActAfter(trx, incidentId, own, first.seq));
    for (const line of naming)
      if (acted === undefined || line.seq > acted)
        waiting.push({
          ...line,
          incidentId,
          body: { text: corrected.get(line.seq) ?? String(line.body['text']) },
        });
  }
  const by = await namesBehind(
    trx,
    waiting.map(({ actorId }) => actorId),
    person.language,
  );
  return waiting
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq, incidentId, actorId, recordedAt, body }) => {
      const text = String(body['text']);
      const name = by[actorId];
      return {
        id: String(seq),
        incidentId,
        text: name === undefined ? text : fillIn(NOTICE_WORDS.mention.said[person.language], { name, text }),
        at: recordedAt,
      };
    });
}
