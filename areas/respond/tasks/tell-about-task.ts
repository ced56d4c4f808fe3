import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Tx } from '../../../database/transaction.ts';
import { isAfterwards } from '../../../kernel/happened.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { readOrganisation, readZone } from '../../prepare/parties/index.ts';
import { PARTIES } from '../../prepare/parties/register.ts';
import type { Party } from '../../prepare/parties/schema.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { record } from '../../record.ts';
import { findIncident } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { marked } from '../incidents/words.ts';
import { saysSoAlready, sendWithin, takeBackNotices } from '../notices/index.ts';
import { isMailAddress } from '../notices/rules.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { lockTask, openTasksOf, type StoredTask } from './store.ts';

const LONGEST_SUBJECT = 150;

export const partyOf = async (trx: Transaction<Tables>, key: string): Promise<Party | undefined> =>
  (await readRegister(trx, PARTIES)).find((each) => each.key === key)?.entry;

const written = (at: Temporal.Instant, zone: string): string =>
  `${at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${zone})`;

/**
 * Asks a party by a message with a link, by which it answers without an account. It reads the request and nothing else of
 * the incident.
 */
export async function askParty(
  tx: Tx,
  task: Pick<StoredTask, 'id' | 'incidentId' | 'number' | 'title' | 'dueAt'> & { readonly party: string },
): Promise<void> {
  // Whoever was asked on paper is not asked again.
  if (isAfterwards(tx.ctx)) return;
  const party = await partyOf(tx.sql, task.party);
  const incident = await findIncident(tx.sql, task.incidentId);
  if (!party || !incident) return;
  const organisation = await readOrganisation(tx.sql);
  const zone = await readZone(tx.sql);
  const say = (language: Language): string =>
    [...dueLine(task, language, zone), NOTICE_WORDS.request.ask[language]].join('\n');
  await sendWithin(
    tx,
    [
      {
        incidentId: task.incidentId,
        kind: 'request',
        about: task.id,
        personId: null,
        name: party.contact || party.name,
        address: party.email,
        // A party has no language of its own: both are in it.
        language: 'ja',
        subject: shorten(
          marked(incident.drill, fillIn(NOTICE_WORDS.request.subject.ja, { title: task.title })),
          LONGEST_SUBJECT,
        ),
        text: `${marked(incident.drill, task.title)}\n\n${organisation?.name ?? ''}\n\n${say('ja')}\n\n${say('en')}`,
      },
    ],
    { linked: true },
  );
  // Held is not sent: somebody has to tell them by other means.
  record(tx, isMailAddress(party.email) ? 'request.sent' : 'request.not-sent', {
    incidentId: task.incidentId,
    body: { taskId: task.id, number: task.number, title: task.title, party: party.name },
  });
}

/** By when, as a line of a message; none where it has no time. */
const dueLine = ({ dueAt }: Pick<StoredTask, 'dueAt'>, language: Language, zone: string): string[] =>
  dueAt ? [fillIn(NOTICE_WORDS.request.due[language], { at: written(dueAt, zone) })] : [];

/**
 * Tells the person a task was given to; what they do about it they do in the room. Given back to who is about to be told so,
 * or not yet that it is not theirs, it is told once.
 */
export async function tellAssignee(tx: Tx, taskId: string): Promise<void> {
  const task = await lockTask(tx.sql, taskId);
  const person = task?.personId ? await findPerson(tx.sql, task.personId) : undefined;
  const incident = task && (await findIncident(tx.sql, task.incidentId));
  if (!task || !person || !incident) return;
  const title = marked(incident.drill, task.title);
  const lines = [title, ...dueLine(task, person.language, await readZone(tx.sql))];
  const matter = { about: taskId, incidentId: task.incidentId, personId: person.id };
  const words = {
    text: textTo(tx, incident, person, lines),
    opposite: textTo(tx, incident, person, backLines(title, person)),
  };
  if (await saysSoAlready(tx, 'task', matter, words)) return;
  await tellPerson(tx, incident, person, { about: task.id, title, lines });
}

/**
 * Whoever was told of a task that is not theirs after all is told that too; who was not, hears nothing of either. Nor does
 * who was told so last, and of nothing since: they gave it to themselves.
 */
export async function tellTakenBack(
  tx: Tx,
  { id: taskId, incidentId, personId, title: named }: StoredTask,
): Promise<void> {
  if (personId === null) return;
  const told = await takeBackNotices(tx, 'task', { about: taskId, incidentId, personId });
  const person = told.has(personId) ? await findPerson(tx.sql, personId) : undefined;
  const incident = await findIncident(tx.sql, incidentId);
  if (!person || !incident) return;
  const title = marked(incident.drill, named);
  const lines = backLines(title, person);
  if (told.get(personId) === textTo(tx, incident, person, lines)) return;
  await tellPerson(tx, incident, person, { about: taskId, title, lines, subject: NOTICE_WORDS.task.back });
}

/** Tells each person of all their new tasks in one message: a plan that is run gives many at once. */
export async function tellOfMany(tx: Tx, incidentId: string, taskIds: readonly string[]): Promise<void> {
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident) return;
  const zone = await readZone(tx.sql);
  const wanted = new Set(taskIds);
  const given = (await openTasksOf(tx.sql, incidentId)).filter(({ id }) => wanted.has(id));
  for (const [personId, own] of Map.groupBy(given, (task) => task.personId)) {
    const person =
      personId && personId !== tx.ctx.actor.personId ? await findPerson(tx.sql, personId) : undefined;
    const [first] = own;
    if (!person || !first) continue;
    await tellPerson(tx, incident, person, {
      about: first.id,
      title: marked(incident.drill, own.length > 1 ? `${first.title} +${own.length - 1}` : first.title),
      lines: [
        marked(incident.drill, `#${incident.number} ${incident.title}`),
        ...own.map((task) =>
          [`${task.number}. ${task.title}`, ...dueLine(task, person.language, zone)].join(' – '),
        ),
      ],
    });
  }
}

const backLines = (title: string, { language }: Told): string[] => [
  title,
  NOTICE_WORDS.task.takenBack[language],
];

type Told = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

const textTo = (
  { ctx }: Tx,
  { id }: Pick<IncidentView, 'id'>,
  { language }: Told,
  lines: readonly string[],
): string =>
  [...lines, `${NOTICE_WORDS.task.open[language]}: ${ctx.instance.baseUrl}/respond/incidents/${id}`].join(
    '\n',
  );

async function tellPerson(
  tx: Tx,
  incident: Pick<IncidentView, 'id'>,
  person: Told,
  {
    about,
    title,
    lines,
    subject = NOTICE_WORDS.task.subject,
  }: {
    readonly about: string;
    readonly title: string;
    readonly lines: readonly string[];
    readonly subject?: Bilingual;
  },
): Promise<void> {
  const { id, name, email, language } = person;
  await sendWithin(
    tx,
    [
      {
        incidentId: incident.id,
        kind: 'task',
        about,
        personId: id,
        name,
        address: email,
        language,
        subject: shorten(fillIn(subject[language], { title }), LONGEST_SUBJECT),
        text: textTo(tx, incident, person, lines),
      },
    ],
    { linked: false },
  );
}
