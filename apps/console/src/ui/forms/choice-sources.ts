import type { AssetKind } from '../../../../../areas/prepare/assets/schema.ts';
import type { RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import type { Role } from '../../../../../areas/roles.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import { call } from '../../api.ts';
import type { Choice } from './ask-types.ts';

/** A list of the server to choose from, however long: it searches and pages, and tells the name of one that was chosen. */
export interface ChoiceSource {
  readonly topic: Topic;
  readonly key: readonly string[];
  readonly page: (
    search: string,
    after: string | undefined,
    signal: AbortSignal,
  ) => Promise<{ choices: Choice[]; next: string | null }>;
  readonly name: (value: string, signal: AbortSignal) => Promise<string | undefined>;
}
const PAGE = 50;

export const people = (role?: Role): ChoiceSource => ({
  topic: 'people',
  key: ['people', 'choices', role ?? 'any'],
  page: async (search, after, signal) => {
    const found = await call(
      'GET /api/prepare/people',
      { query: { search: search || undefined, role, after, limit: PAGE } },
      signal,
    );
    return { choices: found.people.map(({ id, name }) => ({ value: id, label: name })), next: found.next };
  },
  name: async (id, signal) =>
    // Somebody who was removed meanwhile has no name left to show.
    (await call('GET /api/prepare/people', { query: { id } }, signal)).people[0]?.name ?? '?',
});

const assetLabel = ({ name }: { name: string }): string => name;
/** @param kind only of this kind; left out, of any but single hosts */
export const assets = (kind?: AssetKind): ChoiceSource => ({
  topic: 'assets',
  key: ['assets', 'choices', kind ?? 'any'],
  page: async (search, after, signal) => {
    const found = await call(
      'GET /api/prepare/assets',
      { query: { search, kind, after, limit: PAGE } },
      signal,
    );
    return {
      choices: found.assets.map((each) => ({ value: each.key, label: assetLabel(each) })),
      next: found.next,
    };
  },
  name: async (key, signal) => {
    const found = await call(
      'GET /api/prepare/assets',
      { query: { search: key, kind, limit: PAGE } },
      signal,
    );
    const one = found.assets.find((each) => each.key === key);
    return one && assetLabel(one);
  },
});

type Entry = Readonly<Record<string, unknown>>;
const named = (key: string, entry: Entry): string =>
  typeof entry['name'] === 'string' && entry['name'] !== '' ? entry['name'] : key;

/** Entries of a register by their keys. */
export const entriesOf = (register: RegisterName, entryName = named): ChoiceSource => ({
  topic: 'registers',
  key: ['registers', register, 'choices'],
  page: async (search, after, signal) => {
    const { entries, next } = await call(
      'GET /api/prepare/registers/:register',
      { params: { register }, query: { search: search || undefined, after, limit: PAGE } },
      signal,
    );
    return { choices: entries.map(({ key, entry }) => ({ value: key, label: entryName(key, entry) })), next };
  },
  name: async (key, signal) => {
    const { entries } = await call(
      'GET /api/prepare/registers/:register',
      { params: { register }, query: { key } },
      signal,
    );
    return entries[0] && entryName(key, entries[0].entry);
  },
});

export const parties: ChoiceSource = entriesOf('parties', named);

/** Incidents by number and title; over as well as open. */
export const incidents: ChoiceSource = {
  topic: 'incidents',
  key: ['incidents', 'choices'],
  page: async (search, after, signal) => {
    const found = await call(
      'GET /api/respond/incidents',
      {
        query: {
          search: search || undefined,
          before: after === undefined ? undefined : Number(after),
          limit: PAGE,
        },
      },
      signal,
    );
    return {
      choices: found.incidents.map(({ id, number, title }) => ({ value: id, label: `#${number} ${title}` })),
      next: found.next === null ? null : String(found.next),
    };
  },
  name: async (id, signal) => {
    const { number, title } = await call('GET /api/respond/incidents/:id', { params: { id } }, signal);
    return `#${number} ${title}`;
  },
};
