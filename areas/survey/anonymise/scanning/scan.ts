import { calledOf, type EntityKind } from '../entities/schema.ts';
import type { Finder } from '../finding/finder.ts';
import type { Passage, Reading } from '../reading/passage.ts';
import { isMarkup, otherReadings } from '../reading/unescape.ts';

/** Something that would be shipped and tells of an entity. */
export interface Leak {
  readonly path: string;
  /** Of a document that has pages. */
  readonly page: number | null;
  /** What it is to the file: text, metadata, bookmark, alt text, file name. */
  readonly place: string;
  readonly entity: string;
  readonly kind: EntityKind;
  /** The form it was known by. */
  readonly form: string;
  /** As it stands there. */
  readonly text: string;
}

/** Passages of a flow as one text, so that a name is found that goes on in the next. */
function scanFlow(flow: readonly Passage[], path: string, finder: Finder): Leak[] {
  const starts: number[] = [];
  let text = '';
  for (const passage of flow) {
    starts.push(text.length);
    text += `${passage.text}\n`;
  }
  return finder.find(text).flatMap(({ entity, form, from, to }) => {
    const at = starts.findLastIndex((start) => start <= from);
    const passage = flow[at];
    if (!passage) return [];
    return [
      {
        path,
        page: passage.page ?? null,
        place: passage.place,
        entity: calledOf(entity),
        kind: entity.kind,
        form,
        text: text.slice(from, to),
      },
    ];
  });
}

/** What only some reader sees, where it is parted among passages: one of the whole flow, for the place is not to be told. */
function scanOtherwise(flow: readonly Passage[], path: string, finder: Finder): Leak[] {
  const [first] = flow;
  if (!first || flow.length < 2) return [];
  const whole = flow.flatMap(({ text }) => (isMarkup(text) ? [] : [text])).join('\n');
  return otherReadings(whole).flatMap((text) => scanFlow([{ ...first, text }], path, finder));
}

/** What is found in a reading, each once on a page and in a place. */
export function scanReading({ passages }: Reading, path: string, finder: Finder): Leak[] {
  const flows = [...Map.groupBy(passages, ({ flow }) => flow).values()];
  const found = new Map<string, Leak>();
  const keep = (leak: Leak): void => {
    const key = [leak.page, leak.place, leak.entity, leak.kind, leak.text.replace(/\s+/g, '')].join('\n');
    if (!found.has(key)) found.set(key, leak);
  };
  for (const flow of flows) for (const leak of scanFlow(flow, path, finder)) keep(leak);
  const known = new Set([...found.values()].map(({ kind, entity }) => `${kind} ${entity}`));
  for (const flow of flows)
    for (const leak of scanOtherwise(flow, path, finder))
      if (!known.has(`${leak.kind} ${leak.entity}`)) keep(leak);
  return [...found.values()];
}
