import type { Hedged } from '../../../../kernel/certainty.ts';
import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { claimsOf, textsOf } from '../../../learn/cases/texts/rules.ts';
import { type Prepared, partOf } from '../disclosing/apply.ts';
import type { BesideView as Beside } from '../schema.ts';
import type { Anonymised, Replaced } from './anonymise-case.ts';
import { disclosed } from './disclosure.ts';

type InBoth = Beside['internal'];
/** A stretch of a text, and whether it was replaced, or stands for what was. */
type Stretch = InBoth[Language][number];

/** A text cut at each of these words, taken one after the other where they can be. */
export function stretches(text: string, words: readonly string[]): Stretch[] {
  const taken: { from: number; to: number }[] = [];
  const isFree = (from: number, to: number): boolean =>
    !taken.some((other) => from < other.to && other.from < to);
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (isFree(at, at + word.length)) {
        taken.push({ from: at, to: at + word.length });
        break;
      }
  }
  const cut: Stretch[] = [];
  let at = 0;
  for (const { from, to } of taken.sort((a, b) => a.from - b.from)) {
    if (from > at) cut.push({ text: text.slice(at, from), replaced: false });
    cut.push({ text: text.slice(from, to), replaced: true });
    at = to;
  }
  if (at < text.length) cut.push({ text: text.slice(at), replaced: false });
  return cut;
}

const inBoth = (text: Hedged, words: (language: Language) => readonly string[]): InBoth => ({
  ja: stretches(text.ja, words('ja')),
  en: stretches(text.en, words('en')),
});

/** Every text of a case beside its public form, each replacement marked on both sides; what is withheld by itself. */
export function besideEachOther(
  { document: prepared, before: general, withheld: taken }: Prepared,
  { document, log }: Anonymised,
): Beside[] {
  const whole = new Map(claimsOf(prepared).map((claim) => [claim.id, claim]));
  const shown = textsOf(document);
  const of = (path: string, language: Language, side: keyof Pick<Replaced, 'was' | 'is'>): string[] =>
    log.filter((each) => each.path === path && each.language === language).map((each) => each[side]);
  const rows = textsOf(disclosed(prepared).document).map((row, i): Beside => {
    const { path, text, claim } = row;
    const told = claim ? whole.get(claim.id) : undefined;
    const known = partOf(row);
    const before = general.get(known ?? '');
    const stood = told?.disclosure === 'generalise' ? told.text : before?.text;
    const changed = LANGUAGES.some((language) => shown[i]?.text[language] !== text[language]);
    return {
      path,
      part: before?.part ?? known ?? null,
      state: stood ? 'generalised' : changed ? 'replaced' : 'same',
      internal: inBoth(stood ?? text, (language) => of(path, language, 'was')),
      shown: inBoth(shown[i]?.text ?? { ja: '', en: '' }, (language) => of(path, language, 'is')),
    };
  });
  const claims = textsOf(prepared).filter(
    ({ path, claim }) => claim?.disclosure === 'withhold' && path.endsWith('.text'),
  );
  const withheld = [...claims, ...taken].map(
    (row): Beside => ({
      path: row.path,
      part: partOf(row) ?? null,
      state: 'withheld',
      internal: inBoth(row.text, () => []),
      shown: null,
    }),
  );
  return [...rows, ...withheld];
}
