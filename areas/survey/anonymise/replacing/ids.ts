import type { CaseDocument } from '../../../learn/cases/schema.ts';
import type { Finder } from '../finding/finder.ts';

/** Keys of a case whose values are ids, or lists of them. */
const REFERS = new Set(['id', 'in', 'from', 'to', 'of', 'by', 'labels', 'supports']);
/** Values that are ids by being keys. */
const KEYED = new Set(['cells', 'sides', 'ranks']);

function idsOf(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) idsOf(each, found);
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) {
      if (key === 'id' && typeof each === 'string') found.add(each);
      idsOf(each, found);
    }
}

function renamed(value: unknown, key: string, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return REFERS.has(key) ? (names.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, key, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([own, each]) => [
      KEYED.has(key) ? (names.get(own) ?? own) : own,
      renamed(each, own, names),
    ]),
  );
}

/** A case whose ids name nobody: those that do are numbered, and whatever refers to them with them. */
export function withoutTellingIds(document: CaseDocument, finder: Finder): CaseDocument {
  const ids = new Set<string>();
  idsOf(document, ids);
  const telling = [...ids].filter(
    (id) => finder.find(id.replaceAll('-', ' ')).length > 0 || finder.find(id).length > 0,
  );
  if (telling.length === 0) return document;
  let next = 1;
  const names = new Map(
    telling.map((id) => {
      while (ids.has(`n${next}`)) next += 1;
      const name = `n${next++}`;
      return [id, name] as const;
    }),
  );
  return renamed(document, '', names) as CaseDocument;
}
