import type { Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn, fitTo } from '../../../../kernel/text.ts';
import { inRuns } from '../recorded/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim, type ClaimSection } from '../schema.ts';
import { type IncidentRecord, TOPICS, type Told } from './schema.ts';
import { together } from './sentence.ts';
import { type Bases, whenWords } from './when.ts';
import { withholding } from './withheld.ts';
import { SAID } from './words.ts';

/** As long as a paragraph reads well; where a section has too much, as long as a claim may be. */
const LENGTHS = [
  { ja: 200, en: 520 },
  { ja: 400, en: 900 },
  { ja: 600, en: 1_200 },
] as const;
const MOST_CLAIMS = 40;
const MOST_HEDGES = 8;
/** The key of the sentence that counts what is not told one by one. */
const OTHERS = 'others';
const LONGEST_SOURCE = 300;
/** As much as the text page of a case holds in each language. */
const PAGE = { ja: 2_600, en: 5_000 } as const;
const LETTERS: Readonly<Record<ClaimSection, string>> = {
  background: 'b',
  detection: 'd',
  response: 'r',
  cause: 'k',
  measures: 'p',
};

/** Lines by their numbers, runs of them in short. */
function sourceOf(incident: number, seqs: readonly number[]): string {
  const sorted = [...new Set(seqs)].toSorted((a, b) => a - b);
  const whole = `#${incident}: ${inRuns(sorted)}`;
  return whole.length <= LONGEST_SOURCE
    ? whole
    : `#${incident}: ${sorted[0]}–${sorted.at(-1)} (${sorted.length})`;
}

/** English begins with a capital. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function started(text: Hedged): Hedged {
  const en = capital(text.en);
  if (en === text.en) return text;
  const hedges = text.hedges?.map((each) =>
    each.words && text.en.startsWith(each.words.en)
      ? { ...each, words: { ...each.words, en: capital(each.words.en) } }
      : each,
  );
  return { ...text, en, ...(hedges && { hedges }) };
}

/** A sentence with its time before it and its stop behind it. */
function whole(told: Told, when: Bilingual | undefined): Hedged {
  const { text } = told;
  const timed: Hedged = when ? { ...text, ja: `${when.ja}、${text.ja}`, en: `${when.en}, ${text.en}` } : text;
  const begun = told.quoted && !when ? timed : started(timed);
  const stop = /[！？]$/.test(begun.ja) ? '' : '。';
  return { ...begun, ja: begun.ja + stop, en: /[.!?]$/.test(begun.en) ? begun.en : `${begun.en}.` };
}

interface Paragraph {
  text: Hedged;
  readonly told: Told[];
  readonly when: Bilingual | undefined;
  readonly withheld: boolean;
}

/** Sentences of one topic in the order in which they happened, put together until a paragraph is full. */
function paragraphsOf(
  all: readonly Told[],
  bases: Bases,
  most: { readonly ja: number; readonly en: number },
  isWithheld: (told: Told) => boolean,
): Paragraph[] {
  const found: (Paragraph & { topic: string; open: boolean; last: Bilingual | undefined })[] = [];
  for (const told of all) {
    const withheld = isWithheld(told);
    const when = told.when && !told.untimed ? whenWords(told.when, bases) : undefined;
    const before = found.at(-1);
    const goesOn = before?.open && !told.own && before.topic === told.topic && before.withheld === withheld;
    if (goesOn) {
      const same = when !== undefined && when.ja === before.last?.ja;
      const longer = together(before.text, whole(told, same ? undefined : when), { ja: '', en: ' ' });
      const fits =
        longer.ja.length <= most.ja &&
        longer.en.length <= most.en &&
        (longer.hedges?.length ?? 0) <= MOST_HEDGES;
      if (fits) {
        before.text = longer;
        before.told.push(told);
        before.last = when;
        continue;
      }
    }
    found.push({
      text: whole(told, when),
      told: [told],
      when,
      last: when,
      topic: told.topic,
      open: !told.own,
      withheld,
    });
  }
  return found;
}

const LIMIT = { ja: 600, en: 1_200 } as const;
/** No claim is longer than a claim may be; what of it is in doubt stays in doubt. */
const cut = (text: Hedged): Hedged => ({
  ...text,
  ja: fitTo(text.ja, LIMIT.ja),
  en: fitTo(text.en, LIMIT.en),
});

function claimOf(
  { text, told, withheld }: Paragraph,
  id: string,
  record: { readonly number: number; readonly restricted: boolean },
): Claim {
  const [only] = told;
  const hedges = text.hedges?.map((each, i) => ({ ...each, id: `h${i + 1}` }));
  const { hedges: _, ...words } = cut(text);
  const labels = [...new Set(told.flatMap(({ labels }) => labels ?? []))].slice(0, 20);
  return {
    id,
    text: { ...words, ...(hedges && hedges.length > 0 && { hedges }) },
    source: sourceOf(
      record.number,
      told.flatMap(({ seqs }) => seqs),
    ),
    disclosure: withheld || record.restricted ? 'withhold' : 'publish',
    times: [],
    estimates: [],
    labels,
    textOnly: id.startsWith('r') && labels.length === 0,
    covers: [],
    ...(told.length === 1 ? only?.more : {}),
  };
}

const inOrder = (a: Told, b: Told): number => {
  if (!a.when || !b.when) return a.when ? 1 : b.when ? -1 : 0;
  return Temporal.Instant.compare(a.when.at, b.when.at) || (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0);
};

/**
 * Sentences that a section cannot hold, as one that counts them: routine first, the last of it first. What counts the others is
 * never itself among them, so that each round leaves fewer.
 */
function folded(all: readonly Told[], over: number): Told[] {
  const others = all.filter(({ key }) => key === OTHERS);
  const sentences = all.filter(({ key }) => key !== OTHERS);
  const routine = sentences.filter(({ routine }) => routine);
  const gone = new Set((routine.length > 0 ? routine : sentences).slice(-Math.max(1, over)));
  const seqs = [...new Set([...others, ...gone].flatMap((told) => told.seqs))];
  const n = seqs.length.toLocaleString('en');
  return [
    ...sentences.filter((told) => !gone.has(told)),
    {
      topic: gone.values().next().value?.topic ?? 'work',
      text: { ja: fillIn(SAID.others.ja, { n }), en: fillIn(SAID.others.en, { n }) },
      seqs,
      key: OTHERS,
      own: true,
    },
  ];
}

/** One section: its topics in their order, each as paragraphs, as short as the section allows. */
function sectionOf(
  section: ClaimSection,
  all: readonly Told[],
  bases: Bases,
  isWithheld: (told: Told) => boolean,
): Paragraph[] {
  const topics: readonly string[] = TOPICS[section];
  let told = all
    .filter(({ topic }) => topics.includes(topic))
    .toSorted((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic) || inOrder(a, b));
  for (const most of LENGTHS) {
    const found = paragraphsOf(told, bases, most, isWithheld);
    if (found.length <= MOST_CLAIMS) return found;
  }
  for (;;) {
    const found = paragraphsOf(told, bases, LIMIT, isWithheld);
    const over = found.length - MOST_CLAIMS;
    if (over <= 0) return found;
    told = folded(told, Math.ceil(told.length * (over / found.length)));
  }
}

/**
 * Claims of nothing but routine that a page has no room for: they stay in the draft, and whoever writes the case chooses which of
 * them are told.
 */
function beyondPage(
  claims: readonly { readonly claim: Claim; readonly routine: boolean }[],
): ReadonlySet<string> {
  const printed = claims.filter(({ claim }) => claim.disclosure === 'publish');
  const room = (language: 'ja' | 'en'): number =>
    PAGE[language] - printed.reduce((sum, { claim }) => sum + claim.text[language].length, 0);
  const left = { ja: room('ja'), en: room('en') };
  const gone = new Set<string>();
  for (const { claim, routine } of printed.toReversed()) {
    if (left.ja >= 0 && left.en >= 0) break;
    if (!routine) continue;
    gone.add(claim.id);
    left.ja += claim.text.ja.length;
    left.en += claim.text.en.length;
  }
  return gone;
}

/** The five sections of a draft, and which of their claims are withheld for want of room alone. */
export function sectionsOf(
  all: readonly Told[],
  bases: Bases,
  record: Pick<IncidentRecord, 'number' | 'restricted' | 'lines' | 'isWithheld'>,
): { readonly sections: CaseDocument['sections']; readonly beyond: ReadonlySet<string> } {
  const ids = new Map<string, string>();
  const holds = withholding(record);
  const isWithheld = ({ text, seqs }: Told): boolean => holds(text, seqs);
  const sections = CLAIM_SECTIONS.map((section) => {
    const paragraphs = sectionOf(section, all, bases, isWithheld);
    return paragraphs.map((paragraph, i) => {
      const claim = claimOf(paragraph, `${LETTERS[section]}${i + 1}`, record);
      for (const { key } of paragraph.told) if (key) ids.set(key, claim.id);
      const routine = paragraph.told.every((told) => told.routine === true);
      return { claim, routine, later: paragraph.told[0]?.later };
    });
  });
  const beyond = beyondPage(sections.flat());
  const claims = sections.map((each) =>
    each.map(({ claim, later }): Claim => {
      const by = later && ids.get(later.by);
      return {
        ...claim,
        ...(later && by && by !== claim.id && { later: { by, how: later.how } }),
        ...(beyond.has(claim.id) && { disclosure: 'withhold' as const }),
      };
    }),
  );
  const told = CLAIM_SECTIONS.map((section, i) => [section, claims[i] ?? []]);
  return { sections: Object.fromEntries(told) as CaseDocument['sections'], beyond };
}
