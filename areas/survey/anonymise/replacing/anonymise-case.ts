import type { Hedged } from '../../../../kernel/certainty.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { type Bilingual, LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { writeYaml } from '../../../../kernel/yaml.ts';
import { certaintyFindings } from '../../../learn/cases/hedging/rules.ts';
import { findingsOf } from '../../../learn/cases/rules.ts';
import { type CaseDocument, caseDocument } from '../../../learn/cases/schema.ts';
import { type Finding, textsOf } from '../../../learn/cases/texts/rules.ts';
import { calledOf, type Entity } from '../entities/schema.ts';
import { Finder } from '../finding/finder.ts';
import { readBytes } from '../reading/read-bytes.ts';
import { type Leak, scanReading } from '../scanning/scan.ts';
import { findDates } from '../values/dates.ts';
import { apart, changesOf, type Replacing } from './changes.ts';
import { disclosed, type Obstacle } from './disclosure.ts';
import { withoutTellingIds } from './ids.ts';
import { labelsFor } from './labels.ts';
import { anchorOf } from './moments.ts';
import { reword } from './reword.ts';

/** What stood at a place, and what stands there now: the most sensitive thing a case has, kept apart from it. */
export interface Replaced {
  readonly path: string;
  readonly language: Language;
  readonly was: string;
  readonly is: string;
}

export interface Anonymised {
  readonly document: CaseDocument;
  readonly log: readonly Replaced[];
  readonly labels: readonly { readonly entity: string; readonly label: Bilingual }[];
  /** What somebody has to decide first; nothing is to be published before. */
  readonly obstacles: readonly Obstacle[];
  /** What is found all the same. */
  readonly leaks: readonly Leak[];
}

/** What one pass leaves, for words move together, the next finds. */
const PASSES = 3;

/** Where a text stands alone and begins with no article. */
const isHeading = (path: string): boolean => /^(?:title|figure\.)|\.title$|\.what$/.test(path);

/** A case with each of its texts made anew by its path. */
function withTexts(document: CaseDocument, made: (path: string, text: Hedged) => Hedged): CaseDocument {
  const copy = structuredClone(document);
  for (const { path } of textsOf(document)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let here: unknown = copy;
    for (const key of keys) here = (here as Record<string, unknown>)[key];
    const carrier = here as Record<string, Hedged | { text: Hedged }>;
    const held = carrier[last];
    // A label is named as a whole, and has its words within.
    if (held && 'text' in held) held.text = made(path, held.text);
    else if (held) carrier[last] = made(path, held);
  }
  return copy;
}

/** What is kept for those who wrote it: sources, questions, how it stood. */
function withoutWorkings(document: CaseDocument): CaseDocument {
  const copy = structuredClone(document);
  copy.questions = [];
  copy.state = 'draft';
  for (const claims of Object.values(copy.sections)) for (const claim of claims) delete claim.source;
  return copy;
}

/** A label twice in a row, as where a name stood with its reading: 拠点1（拠点1）. */
function withoutEchoes(text: string, labels: readonly Bilingual[], language: Language): string {
  return labels.reduce((words, label) => {
    const own = label[language].replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return words.replace(new RegExp(`(${own})\\s*[（(](?:the )?${own}[）)]`, 'giu'), '$1');
  }, text);
}

const errorsOf = (document: CaseDocument): Finding[] =>
  findingsOf(document).filter(({ severity }) => severity === 'error');

function obstaclesAfter(before: CaseDocument, after: CaseDocument): Obstacle[] {
  // Messages name words that were replaced, so that an error is known by its place.
  const known = new Set(errorsOf(before).map(({ path }) => path));
  const fresh = errorsOf(after).filter(({ path }) => !known.has(path));
  const risen = certaintyFindings([before], after);
  const dated = textsOf(after).filter(({ text }) =>
    findDates(`${text.ja}\n${text.en}`).some(({ month }) => month !== undefined),
  );
  return [
    ...[...fresh, ...risen].map(({ path, message }) => ({ field: path, mend: message })),
    ...dated.map(({ path }) => ({
      field: path,
      mend: {
        ja: '日付が残っています。相対的な時期に書き換えてください',
        en: 'A date remains. Write it relative to the first event',
      },
    })),
  ];
}

/** What is still found of entities in a case that is to be published, in its text and in what it is called by. */
export const leaksIn = (document: CaseDocument, finder: Finder): Leak[] =>
  scanReading(readBytes(Buffer.from(writeYaml(document)), 'case.yaml'), 'case', finder).filter(
    ({ place }) => place !== 'file name',
  );

/**
 * A case as it may be published: names as roles, moments as spans, counts rounded, what is withheld not there. Its certainty is
 * what it was.
 * @throws Fault `invalid` where a label tells of what it stands for
 */
export function anonymiseCase(original: CaseDocument, entities: readonly Entity[]): Anonymised {
  const finder = new Finder(entities);
  const { document: shown, obstacles } = disclosed(original);
  const bare = withoutWorkings(shown);
  const whole = textsOf(bare).map(({ text }) => `${text.ja}\n${text.en}`);
  const speaksOf = new Set(
    finder.find([...whole, JSON.stringify(bare)].join('\n')).map(({ entity }) => entity),
  );
  const labels = labelsFor(
    entities.filter((entity) => speaksOf.has(entity)),
    finder,
  );
  const listed = entities
    .filter(({ kind }) => kind === 'date')
    .flatMap(({ names }) => names.flatMap((name) => apart(findDates(name))));
  const told = whole.flatMap((text) => apart(findDates(text)));
  const by: Replacing = { finder, labels, anchor: anchorOf(told.length > 0 ? told : listed) };
  const log: Replaced[] = [];
  const made = (path: string, text: Hedged): Hedged => {
    let now = text;
    for (let pass = 0; pass < PASSES; pass++) {
      const changes = {
        ja: changesOf(now.ja, 'ja', by, isHeading(path)),
        en: changesOf(now.en, 'en', by, isHeading(path)),
      };
      if (changes.ja.length + changes.en.length === 0) break;
      for (const language of LANGUAGES)
        for (const { from, to, words } of changes[language])
          log.push({ path, language, was: now[language].slice(from, to), is: words });
      now = reword(now, changes);
    }
    return now;
  };
  let document = withTexts(bare, made);
  document = withTexts(document, (_, text) => {
    const echoes = LANGUAGES.some(
      (language) => withoutEchoes(text[language], [...labels.values()], language) !== text[language],
    );
    if (!echoes || text.hedges) return text;
    return {
      ...text,
      ja: withoutEchoes(text.ja, [...labels.values()], 'ja'),
      en: withoutEchoes(text.en, [...labels.values()], 'en'),
    };
  });
  document = withoutTellingIds(document, finder);
  const checked = caseDocument.safeParse(document);
  if (!checked.success)
    throw new Fault('invalid', {
      fields: checked.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        mend: { ja: message, en: message },
      })),
    });
  return {
    document: checked.data,
    log,
    labels: [...labels].map(([entity, label]) => ({ entity: calledOf(entity), label })),
    obstacles: [...obstacles, ...obstaclesAfter(shown, checked.data)],
    leaks: leaksIn(checked.data, finder),
  };
}
