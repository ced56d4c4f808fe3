import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { spelledBoth } from '../../../kernel/hedges.ts';
import type { Publication } from '../publication/index.ts';
import { consentOn } from '../review/index.ts';
import { hashOfLesson } from './hash.ts';
import type { PublishedLesson } from './schema.ts';

/** The lessons of an edition in the order of its cases; of a case whose consent was withdrawn since, none. */
export async function lessonsOfEdition(
  trx: Transaction<Tables>,
  { book, printed }: Publication,
  now: Temporal.Instant,
): Promise<PublishedLesson[]> {
  const gone = new Set<number>();
  for (const { number, caseId, hash } of printed)
    if (hash === null || (await consentOn(trx, caseId, hash, now)).state === 'withdrawn') gone.add(number);
  return book.cases
    .filter(({ number }) => !gone.has(number))
    .flatMap(({ number, document }) =>
      document.lessons.map(({ id, title, body, themes }) => {
        const lesson = {
          lesson: `${number}-${id}`,
          number,
          title: spelledBoth(title),
          body: spelledBoth(body),
          themes,
        };
        return { ...lesson, hash: hashOfLesson(lesson) };
      }),
    );
}
