import { CERTAINTIES, CERTAINTY_WORDS } from '../../../kernel/certainty.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { fold } from '../../../kernel/text.ts';
import {
  ABSENCES,
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
  TLP,
} from '../content/schema.ts';
import {
  ABSENCE_WORDS,
  PARTY_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
  STEP_OUTCOME_WORDS,
  SYSTEM_WORDS,
  TLP_WORDS,
} from '../content/words.ts';
import { startingLists } from '../editions/index.ts';
import { inUse } from '../editions/rules.ts';
import { LISTS, type ListDocument, type ListKind } from '../editions/schema.ts';
import { LEVEL_WORDS, NONE, STATED, YES_NO } from './words.ts';

/** The lists a form is printed with and read by, each with its edition. */
export type FormLists = Readonly<Record<ListKind, ListDocument & { readonly edition: number }>>;

/** The first edition of each: what a form is read by where there is no server. */
export function firstLists(): FormLists {
  const documents = startingLists();
  return Object.fromEntries(LISTS.map((list) => [list, { ...documents[list], edition: 1 }])) as FormLists;
}

interface Choice {
  readonly key: string;
  readonly name: Bilingual;
  readonly offered: boolean;
}
const NAMES = [
  'sectors', 'sectorsOrNone', 'designated', 'eventTypes', 'causes', 'state', 'precision', 'zone', 'certainty', 'level',
  'publication', 'tlp', 'yesNo', 'outcome', 'partyKind', 'systemKind',
] as const; // biome-ignore format: a table
export type ChoiceName = (typeof NAMES)[number];
export const CHOICES: readonly ChoiceName[] = NAMES;
/** What is chosen where no entry of a list applies. */
export const NO_ENTRY = 'none-of-them';

/** Offered first; any other zone may be typed. */
const ZONES = ['Asia/Tokyo', 'UTC', 'Asia/Seoul', 'Asia/Shanghai', 'Asia/Singapore', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles']; // biome-ignore format: a table

const choice = (key: string, name: Bilingual): Choice => ({ key, name, offered: true });
const worded = <K extends string>(keys: readonly K[], words: Readonly<Record<K, Bilingual>>): Choice[] =>
  keys.map((key) => choice(key, words[key]));

function choicesOf(lists: FormLists): Readonly<Record<ChoiceName, readonly Choice[]>> {
  const listed = (list: ListKind): Choice[] => {
    const now = new Set(inUse(lists[list]).map(({ key }) => key));
    return lists[list].entries.map(({ key, name }) => ({ key, name, offered: now.has(key) }));
  };
  return {
    sectors: listed('sectors'),
    sectorsOrNone: [...listed('sectors'), choice(NO_ENTRY, NONE)],
    designated: listed('designated'),
    eventTypes: listed('eventTypes'),
    causes: listed('causes'),
    state: [choice('value', STATED), ...worded(ABSENCES, ABSENCE_WORDS)],
    precision: worded(REPORT_PRECISIONS, PRECISION_WORDS),
    zone: ZONES.map((zone) => choice(zone, { ja: zone, en: zone })),
    certainty: worded(CERTAINTIES, CERTAINTY_WORDS),
    level: LEVEL_WORDS.map((name, level) => choice(String(level), name)),
    publication: worded(PUBLICATION, PUBLICATION_WORDS),
    tlp: worded(TLP, TLP_WORDS),
    yesNo: worded(['yes', 'no'], YES_NO),
    outcome: worded(STEP_OUTCOMES, STEP_OUTCOME_WORDS),
    partyKind: worded(PARTY_KINDS, PARTY_WORDS),
    systemKind: worded(SYSTEM_KINDS, SYSTEM_WORDS),
  };
}

/** A label before its brackets, and what stands in them; a colour without «TLP:»; a number’s word. */
const PARTS = [/^(.+?)\s*[（(]/, /[（(](.+?)[）)]$/, /^TLP:(\S+?)\s*[（(]/, /^\d\s(.+)$/];
const partsOf = (label: string): string[] => PARTS.flatMap((part) => part.exec(label)?.[1] ?? []);

type Meanings = Map<string, Set<string>>;
const add = (to: Meanings, label: string, key: string): void => {
  const folded = fold(label);
  to.set(folded, (to.get(folded) ?? new Set()).add(key));
};
const KEYED = /\[([A-Za-z0-9/_+-]+)\]$/;

/** What may be chosen in a form: shown by a label that means one entry, found by any label, key or part that means one. */
export class Choices {
  readonly #all: Readonly<Record<ChoiceName, readonly Choice[]>>;
  readonly #meanings = new Map<ChoiceName, readonly Meanings[]>();

  constructor(lists: FormLists) {
    this.#all = choicesOf(lists);
  }

  /** From the surest meaning of a text: its labels, its key, a part of a label. */
  #meaningsOf(name: ChoiceName): readonly Meanings[] {
    const known = this.#meanings.get(name);
    if (known) return known;
    const [labels, keys, parts]: [Meanings, Meanings, Meanings] = [new Map(), new Map(), new Map()];
    for (const { key, name: label } of this.#all[name]) {
      add(keys, key, key);
      for (const each of [label.ja, label.en]) {
        add(labels, each, key);
        for (const part of partsOf(each)) add(parts, part, key);
      }
    }
    const made = [labels, keys, parts];
    this.#meanings.set(name, made);
    return made;
  }

  has(name: ChoiceName, key: string): boolean {
    return this.#all[name].some((each) => each.key === key);
  }

  /** A key that is on no list is shown as it is. */
  label(name: ChoiceName, key: string, language: Language): string {
    const label = this.#all[name].find((each) => each.key === key)?.name[language];
    if (label === undefined) return key;
    return this.find(name, label) === key ? label : `${label} [${key}]`;
  }

  offered(name: ChoiceName, language: Language): { key: string; label: string }[] {
    return this.#all[name]
      .filter(({ offered }) => offered)
      .map(({ key }) => ({ key, label: this.label(name, key, language) }));
  }

  /** @returns null where it may mean more than one */
  find(name: ChoiceName, typed: string): string | null | undefined {
    const keyed = KEYED.exec(typed)?.[1];
    if (keyed !== undefined && this.has(name, keyed)) return keyed;
    for (const meanings of this.#meaningsOf(name)) {
      const [key, ...others] = meanings.get(fold(typed)) ?? [];
      if (key !== undefined) return others.length > 0 ? null : key;
    }
    return undefined;
  }
}
