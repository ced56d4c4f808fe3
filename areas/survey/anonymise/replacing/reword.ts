import { type Hedge, type Hedged, rankOf } from '../../../../kernel/certainty.ts';
import { partsOf, placesOf } from '../../../../kernel/hedges.ts';
import { LANGUAGES, type Language } from '../../../../kernel/language.ts';

/** Words of a text that are to be others. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}
type Changes = Readonly<Record<Language, readonly Change[]>>;

/** Changes in their order, each after the end of the one before. */
const inOrder = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => a.from - b.from);

function applied(text: string, changes: readonly Change[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, words } of inOrder(changes)) {
    out += text.slice(at, from) + words;
    at = to;
  }
  return out + text.slice(at);
}

/** Where a place of the old text begins or ends in the new one; within a change it is all of it. */
function moved(place: number, changes: readonly Change[], end: boolean): number {
  let by = 0;
  for (const { from, to, words } of inOrder(changes)) {
    if (place >= to && !(place === to && !end && from === to)) {
      by += words.length - (to - from);
      continue;
    }
    if (place > from) return from + by + (end ? words.length : 0);
    break;
  }
  return place + by;
}

/** A doubt of its grade and no other: what a rewording gives back has the certainty it was given, by type. */
type SameDoubt<H extends Hedge> = Omit<Hedge, 'certainty' | 'id'> & Pick<H, 'certainty' | 'id'>;

function rewordHedge<H extends Hedge>(hedge: H, text: Hedged, changes: Changes): SameDoubt<H> {
  const { id, certainty } = hedge;
  if (!hedge.words) return { id, certainty };
  const words = { ja: '', en: '' };
  for (const language of LANGUAGES) {
    if (hedge.words[language] === '') continue;
    const place = placesOf(text, language).placed.find(({ of }) => of === hedge);
    // Words that are not there any more: the whole is in doubt, as it was.
    if (!place) return { id, certainty };
    const from = moved(place.from, changes[language], false);
    const to = moved(place.to, changes[language], true);
    words[language] = applied(text[language], changes[language]).slice(from, to);
  }
  return { id, certainty, words };
}

/** How certain each unit of a text is. */
const gradesOf = (text: Hedged, language: Language): number[] =>
  partsOf(text, language).flatMap((part) =>
    Array.from({ length: part.text.length }, () => rankOf(part.certainty ?? 'confirmed')),
  );

/** Whether any word is more certain than it was; words that came for others are as doubtful as the most doubtful of these. */
function rises(before: Hedged, after: Hedged, changes: Changes): boolean {
  return LANGUAGES.some((language) => {
    const [was, is] = [gradesOf(before, language), gradesOf(after, language)];
    const most: number[] = [];
    let at = 0;
    for (const { from, to, words } of inOrder(changes[language])) {
      most.push(...was.slice(at, from));
      const least = Math.min(...was.slice(from, Math.max(to, from + 1)));
      for (let i = 0; i < words.length; i++) most.push(least);
      at = to;
    }
    most.push(...was.slice(at));
    return is.some((grade, i) => grade > (most[i] ?? rankOf('unknown')));
  });
}

/**
 * A text with other words in places. Its doubts go along with the words they are about; where these cannot be told any more
 * the whole is in doubt. Nothing becomes more certain by it.
 */
export function reword<T extends Hedged>(text: T, changes: Changes): T {
  if (changes.ja.length === 0 && changes.en.length === 0) return text;
  const words = { ja: applied(text.ja, changes.ja), en: applied(text.en, changes.en) };
  if (!text.hedges) return { ...text, ...words };
  const hedges = text.hedges.map((hedge) => rewordHedge(hedge, text, changes));
  const after = { ...text, ...words, hedges };
  if (!rises(text, after, changes)) return after;
  return { ...after, hedges: hedges.map(({ id, certainty }) => ({ id, certainty })) };
}
