import { calledOf, type Entity } from '../entities/schema.ts';
import { foldText } from '../folding/fold-text.ts';
import type { Form } from '../forms/form.ts';
import { formsOf } from '../forms/forms-of.ts';
import { datesOf, findDates, type Moment, tellsOf } from '../values/dates.ts';
import { numeralStretches, type Views, viewsOf } from '../values/plain-view.ts';
import { findQuantities, isQuantity, quantityOf } from '../values/quantities.ts';
import { isTheName } from './edges.ts';
import { Trie } from './trie.ts';

/** A place of a text that tells of an entity. */
export interface Found {
  readonly entity: Entity;
  /** The form it was known by. */
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly entity: Entity;
  readonly form: Form;
}
interface Dated {
  readonly entity: Entity;
  readonly moments: readonly Moment[];
}
interface Counted {
  readonly entity: Entity;
  readonly value: number;
  readonly unit: string | undefined;
}

/** Of what tells the same of one entity, the longest: 名古屋港 is not told again as 名古屋. */
function longest(found: readonly Found[]): Found[] {
  const byEntity = Map.groupBy(found, ({ entity }) => entity);
  const kept = [...byEntity.values()].flatMap((all) => {
    const sorted = all.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    const taken: Found[] = [];
    for (const each of sorted)
      if (!taken.some((other) => each.from < other.to && other.from < each.to)) taken.push(each);
    return taken;
  });
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Finds a list of entities, in all their forms, in texts. */
export class Finder {
  readonly #trie = new Trie();
  readonly #patterns: Pattern[] = [];
  readonly #dates: Dated[] = [];
  readonly #counts: Counted[] = [];

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) this.#add(entity);
  }

  #add(entity: Entity): void {
    const written = [...entity.names, ...entity.aliases];
    const moments = entity.kind === 'date' ? written.flatMap(datesOf) : [];
    if (moments.length > 0) this.#dates.push({ entity, moments });
    const counts = entity.kind === 'quantity' ? written.flatMap((name) => quantityOf(name) ?? []) : [];
    for (const each of counts) this.#counts.push({ entity, ...each });
    // What is read as a value is not looked for by its letters.
    if (moments.length > 0 || counts.length > 0) return;
    for (const form of formsOf(entity)) {
      this.#trie.add(form.letters, this.#patterns.length);
      this.#patterns.push({ entity, form });
    }
  }

  find(text: string): Found[] {
    const values =
      this.#dates.length + this.#counts.length === 0
        ? []
        : numeralStretches(text).flatMap(({ text: stretch, from }) => {
            const views = viewsOf(stretch);
            return [...this.#moments(stretch, views), ...this.#quantities(stretch, views)].map((each) => ({
              ...each,
              from: each.from + from,
              to: each.to + from,
            }));
          });
    return longest([...this.#names(text), ...values]);
  }

  #names(text: string): Found[] {
    const folded = foldText(text);
    const found: Found[] = [];
    this.#trie.find(folded, (hit) => {
      const pattern = this.#patterns[hit.pattern];
      if (!pattern || !isTheName({ text, folded, hit, form: pattern.form })) return;
      found.push({
        entity: pattern.entity,
        form: pattern.form.shown,
        from: folded.from[hit.first] ?? 0,
        to: folded.to[hit.end - 1] ?? 0,
      });
    });
    return found;
  }

  #moments(text: string, views: Views): Found[] {
    if (this.#dates.length === 0) return [];
    return findDates(text, views).flatMap((moment) =>
      this.#dates
        .filter(({ moments }) => moments.some((wanted) => tellsOf(moment, wanted)))
        .map(({ entity }) => ({ entity, form: calledOf(entity), from: moment.from, to: moment.to })),
    );
  }

  #quantities(text: string, views: Views): Found[] {
    if (this.#counts.length === 0) return [];
    return findQuantities(text, views).flatMap((quantity) =>
      this.#counts
        .filter((wanted) => isQuantity(quantity, wanted))
        .map(({ entity }) => ({ entity, form: calledOf(entity), from: quantity.from, to: quantity.to })),
    );
  }
}
