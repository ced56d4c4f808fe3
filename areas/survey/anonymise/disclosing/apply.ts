import { createHash } from 'node:crypto';
import type { Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { publicText } from '../../../learn/cases/disclosing/rules.ts';
import type { CaseDocument } from '../../../learn/cases/schema.ts';
import { textsOf, type WrittenText } from '../../../learn/cases/texts/rules.ts';
import type { Disclosure } from './schema.ts';

/** What was decided about a text of a case. */
export interface Decided {
  readonly disclosure: Disclosure;
  readonly general: Bilingual | null;
  readonly mark: string;
}
type Decisions = ReadonlyMap<string, Decided>;

/** By what a text is known in every version; undefined where nothing can be decided about it by itself. */
export const partOf = ({ known: [first] }: Pick<WrittenText, 'known'>): string | undefined => first;

/** The words a decision is about: where they are others, it is about nothing any more. */
export const markOf = ({ text: { ja, en }, claim }: Pick<WrittenText, 'text' | 'claim'>): string =>
  createHash('sha256')
    .update(JSON.stringify([ja, en, claim?.disclosure ?? '', claim?.general ?? null]))
    .digest('hex')
    .slice(0, 32);

/** Of a text that stands by itself: a name of a box and a title are always read. */
export const mayBeWithheld = (part: string): boolean => /^(?:label|summary|outline|lesson):/.test(part);

const lessonOf = (part: string): string | undefined => /^lesson:([^:]+):/.exec(part)?.[1];

export interface Prepared {
  readonly document: CaseDocument;
  /** What stood where something general stands now, by what that is known by. */
  readonly before: ReadonlyMap<string, { readonly part: string; readonly text: Hedged }>;
  readonly withheld: readonly WrittenText[];
}

/**
 * A case without what is withheld of its labels, lines and lessons, and with general words where that is asked for. Claims say
 * themselves how they are disclosed. General words are as doubtful as what they stand for.
 */
export function withDisclosures(original: CaseDocument, decisions: Decisions): Prepared {
  const decisionOn = (text: WrittenText): Decided | undefined => {
    const found = decisions.get(partOf(text) ?? '');
    return found && !text.claim && found.mark === markOf(text) ? found : undefined;
  };
  const withheld = textsOf(original).filter((text) => decisionOn(text)?.disclosure === 'withhold');
  const paths = new Set(withheld.map(({ path }) => path));
  const lessons = new Set(withheld.flatMap((text) => lessonOf(partOf(text) ?? '') ?? []));
  const document = structuredClone(original);
  document.summary = document.summary.filter((_, i) => !paths.has(`summary.${i}`));
  document.outline = document.outline.filter((_, i) => !paths.has(`outline.${i}`));
  document.lessons = document.lessons.filter(({ id }) => !lessons.has(id));
  for (const list of ['boxes', 'arrows'] as const)
    for (const [i, carrier] of document.figure[list].entries())
      carrier.labels = carrier.labels.filter((_, at) => !paths.has(`figure.${list}.${i}.labels.${at}`));
  const replaced = textsOf(document).map((text) => {
    const decided = decisionOn(text);
    if (decided?.disclosure !== 'generalise' || !decided.general) return undefined;
    const stood = { part: partOf(text) ?? '', text: { ...text.text } };
    const { ja, en, hedges } = publicText({
      disclosure: 'generalise',
      general: decided.general,
      text: text.text,
    });
    Object.assign(text.text, { ja, en });
    // A doubt was about words that are not there any more.
    if (text.text.hedges) Object.assign(text.text, { hedges: [...(hedges ?? [])] });
    return stood;
  });
  const before = new Map(
    textsOf(document).flatMap((text, i) => {
      const stood = replaced[i];
      return stood ? [[partOf(text) ?? '', stood] as const] : [];
    }),
  );
  return { document, before, withheld };
}
