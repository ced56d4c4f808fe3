import { CERTAINTY_WORDS, DOUBTS, type Hedge, type Hedged, rankOf } from '../../../../kernel/certainty.ts';
import { looseHedges, partsOf, saysDoubt } from '../../../../kernel/hedges.ts';
import { type Bilingual, LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { fold } from '../../../../kernel/text.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../schema.ts';
import { claimsOf, type Finding, finding, textsOf, type WrittenText } from '../texts/rules.ts';

const LANGUAGE_WORDS: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};

/** Words that promise less than certainty wherever they stand; what merely names a possibility is none. */
const DOUBTFUL: Readonly<Record<Language, RegExp>> = {
  ja: /可能性(?![がもを](?:な[いく]|考慮))|おそれ|恐れが|とみられ|と思われ|と考えられ|推定|かもしれな|明らかでな|不明/,
  en: /\b(?:may have|might|possibly|probably|likely|unlikely|presumed|presumably|apparently|appears? to|unclear)\b/i,
};

/** What stands in a language outside every doubt. */
const certainWords = (text: Hedged, language: Language): string =>
  partsOf(text, language)
    .filter(({ certainty }) => certainty === undefined)
    .map((part) => part.text)
    .join('｜');

function textFindings({ path, text }: WrittenText): Finding[] {
  return LANGUAGES.filter((language) => text[language].trim() !== '').flatMap((language) => {
    const where = LANGUAGE_WORDS[language];
    const loose = looseHedges(text, language).map(({ words, certainty }) => {
      const word = CERTAINTY_WORDS[certainty];
      return finding(
        'error',
        path,
        `${where.ja}の文に、「${word.ja}」とした語句「${words?.[language] ?? ''}」が見当たりません。語句を選び直してください`,
        `The ${where.en} text no longer has the words marked ${word.en}: “${words?.[language] ?? ''}”. Select them again`,
      );
    });
    const stronger = (text.hedges ?? []).flatMap(({ certainty, words }) => {
      const said = words?.[language] ?? text[language];
      const other = DOUBTS.find((each) => saysDoubt(said, each, language));
      if (other === undefined || saysDoubt(said, certainty, language)) return [];
      const [marked, written] = [CERTAINTY_WORDS[certainty], CERTAINTY_WORDS[other]];
      return [
        finding(
          'error',
          path,
          `「${said}」は「${marked.ja}」とされていますが、${where.ja}の語句は「${written.ja}」と読めます。どちらかに合わせてください`,
          `“${said}” is marked ${marked.en} but its ${where.en} words say ${written.en}. Make them agree`,
        ),
      ];
    });
    const unmarked = DOUBTFUL[language].exec(certainWords(text, language));
    return [
      ...loose,
      ...stronger,
      ...(unmarked
        ? [
            finding(
              'warning',
              path,
              `「${unmarked[0]}」に確かさが付いていません。該当する語句を選び、確かさを付けてください`,
              `“${unmarked[0]}” has no certainty. Select the words and mark how certain they are`,
            ),
          ]
        : []),
    ];
  });
}

/** A fact is a factor of a claim beside it that is not one itself. */
function factorFindings(document: CaseDocument): Finding[] {
  return CLAIM_SECTIONS.flatMap((section) => {
    const claims = document.sections[section];
    return claims.flatMap(({ id, factor }, i) => {
      const lead = factor && claims.find((each) => each.id === factor.of);
      if (!factor || (lead && lead.id !== id && !lead.factor)) return [];
      return [
        finding(
          'error',
          `sections.${section}.${i}.factor`,
          '要因の親となる記述は、同じ節の、要因ではない記述から選んでください',
          'A factor belongs to a claim of the same section that is no factor itself',
        ),
      ];
    });
  });
}

/** That every doubt is where its words are, in both languages, and that none is left without its mark. */
export const hedgeFindings = (document: CaseDocument): Finding[] => [
  ...textsOf(document).flatMap(textFindings),
  ...factorFindings(document),
];

/** All that a text leaves open, as one list: its doubts, and how surely it is a cause. */
interface Open {
  readonly text: Hedged;
  readonly hedges: readonly Hedge[];
  readonly source: string | undefined;
}

const openOf = ({ text, claim }: WrittenText): Open => {
  const factor = claim?.factor;
  const relation: Hedge[] =
    factor && factor.certainty !== 'confirmed' ? [{ id: 'as-cause', certainty: factor.certainty }] : [];
  return { text, hedges: [...(text.hedges ?? []), ...relation], source: claim?.source };
};

/** The same doubt in another version: by its id, by its words, or a doubt of the whole that became one of a relation. */
const sameDoubt = (before: Hedge, after: Hedge): boolean =>
  before.id === after.id ||
  (before.words !== undefined &&
    after.words !== undefined &&
    fold(before.words.ja) === fold(after.words.ja)) ||
  (before.words === undefined && after.id === 'as-cause');

/**
 * Whether words that were in doubt still stand and are out of it: the doubt shrank to a piece of them, or went elsewhere in
 * a text that is the same. Words written anew are another phrase; words that are gone leave the whole in doubt.
 */
const leavesOut = (old: Hedge, each: Hedge, before: Hedged, after: Hedged): boolean =>
  LANGUAGES.some((language) => {
    const [was, is] = [old.words?.[language], each.words?.[language]];
    const [then, now] = [before[language], after[language]];
    if (!was || !is || is.includes(was) || !now.includes(was) || !now.includes(is)) return false;
    return was.includes(is) || then === now;
  });

/** Whether something that was open is less open now, or not open any more. */
const isRaised = (before: Open, after: Open): boolean =>
  before.hedges.some((old) => {
    const kept = after.hedges.filter((each) => sameDoubt(old, each));
    return !kept.some(
      (each) =>
        rankOf(each.certainty) <= rankOf(old.certainty) &&
        // A doubt of the whole that shrinks to a phrase leaves the rest certain.
        (old.words !== undefined || each.words === undefined) &&
        !leavesOut(old, each, before.text, after.text),
    );
  });

const sourcesOf = (document: CaseDocument): string[] =>
  claimsOf(document).flatMap(({ source }) => source ?? []);

/**
 * C0-M17: a text may become more certain only together with evidence that was not there before: a claim with a source
 * of its own, what is said of claims elsewhere with one of any claim. Translating, generalising, moving and writing anew
 * raise nothing.
 * @param earlier versions in their order
 */
export function certaintyFindings(earlier: readonly CaseDocument[], now: CaseDocument): Finding[] {
  const standing = new Map<string, Open>();
  const seen = new Set<string>();
  const rises = (document: CaseDocument): WrittenText[] => {
    const evidence = sourcesOf(document).some((source) => !seen.has(source));
    return textsOf(document).filter((written) => {
      const key = written.known.find((each) => standing.has(each));
      const before = key === undefined ? undefined : standing.get(key);
      const after = openOf(written);
      if (!before || !isRaised(before, after)) return false;
      return written.claim ? !after.source || after.source === before.source : !evidence;
    });
  };
  for (const document of earlier) {
    const refused = new Set(rises(document).map(({ path }) => path));
    for (const written of textsOf(document))
      if (!refused.has(written.path)) for (const key of written.known) standing.set(key, openOf(written));
    for (const source of sourcesOf(document)) seen.add(source);
  }
  return rises(now).map(({ path }) => riseAt(path));
}

const RISE: Bilingual = {
  ja: '確かさを上げるには、出所に根拠を追記してください',
  en: 'To raise the certainty, add the evidence to the source',
};
const riseAt = (path: string): Finding => finding('error', path, RISE.ja, RISE.en);

/**
 * What rises while one writes, and what rose in versions before the one that was loaded, as that one's findings tell, and
 * stands as it did: no doubt came back and no evidence was added. It is seen without the history.
 */
export function risesWhileWriting(
  told: readonly { readonly path: string; readonly message: Bilingual }[],
  loaded: CaseDocument,
  now: CaseDocument,
): Finding[] {
  const paths = new Set(told.filter(({ message }) => message.en === RISE.en).map(({ path }) => path));
  const known = new Set(sourcesOf(loaded));
  const evidence = sourcesOf(now).some((source) => !known.has(source));
  const before = textsOf(loaded).filter(({ path }) => paths.has(path));
  const rising = certaintyFindings([loaded], now);
  const standing = textsOf(now).flatMap((written) => {
    const old = before.find((each) => each.known.some((key) => written.known.includes(key)));
    if (!old) return [];
    const [was, is] = [openOf(old), openOf(written)];
    const lowered = isRaised(is, was);
    const backed = written.claim ? is.source !== undefined && is.source !== was.source : evidence;
    const again = rising.some(({ path }) => path === written.path);
    return lowered || backed || again ? [] : [riseAt(written.path)];
  });
  return [...rising, ...standing];
}
