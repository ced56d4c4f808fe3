import { placesNamed } from '../../../../../../areas/respond/timeline/quick/rules.ts';

interface Part {
  readonly at: number;
  readonly words: string;
  readonly isName: boolean;
}

/** A text in pieces: the names it mentions, each without its sign, and what stands between them. */
export function partsOf(text: string, names: readonly string[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { at, name } of placesNamed(text, names)) {
    if (at > from) parts.push({ at: from, words: text.slice(from, at), isName: false });
    parts.push({ at, words: name, isName: true });
    from = at + name.length + 1;
  }
  if (from < text.length) parts.push({ at: from, words: text.slice(from), isName: false });
  return parts;
}
