import type { Line } from '../../../ledger/schema.ts';
import { entriesOf } from '../../../respond/timeline/rules.ts';
import { OUTCOME_WORDS } from '../../../respond/timeline/words.ts';
import { type About, namedParty, partyOf, tell, word } from './about.ts';
import type { Told } from './schema.ts';
import { aside, bare, piecesOf, sentence, together } from './sentence.ts';
import { BESIDE, SAID } from './words.ts';

const AFTER = { ja: '。', en: '. ' };
const COMMENTS = ['timeline.annotated', 'timeline.disputed', 'timeline.settled'] as const;

/** Which note a line that adds to it, or to a correction of it, is about. */
function rootsOf(lines: readonly Line[]): ReadonlyMap<number, number> {
  const roots = new Map<number, number>();
  for (const { seq, corrects } of lines)
    if (corrects !== null) roots.set(seq, roots.get(corrects) ?? corrects);
  return roots;
}

/** What was added to an entry, and how accounts of it that differ were settled. */
function comment(line: Line, accounts: ReadonlyMap<number, string>) {
  const more = aside([[BESIDE.basis, word(line, 'basis')]]);
  if (line.kind === 'timeline.annotated') return sentence(SAID.annotated, { text: bare(word(line, 'text')) });
  if (line.kind === 'timeline.disputed')
    return sentence(SAID.disputed, {
      text: bare(word(line, 'text')),
      source: bare(word(line, 'source'), 100),
    });
  const held = accounts.get(Number(line.body['holds']));
  return held === undefined
    ? sentence(SAID.settledNone, { more })
    : sentence(SAID.settledFor, { text: held, more });
}

/** Entries of the timeline as they stand, with what was said of each; what was struck out is not there. */
export function tellNotes(lines: readonly Line[], about: About): Told[] {
  const roots = rootsOf(lines);
  const entries = entriesOf(lines);
  const accounts = new Map([
    ...entries.map(({ seq, text }): [number, string] => [seq, bare(text)]),
    ...lines
      .filter(({ kind }) => kind === 'timeline.disputed')
      .map((line): [number, string] => [line.seq, bare(word(line, 'text'))]),
  ]);
  return entries.flatMap((entry): Told[] => {
    const besides = lines.filter(({ seq }) => roots.get(seq) === entry.seq);
    const comments = besides.filter(({ kind }) => (COMMENTS as readonly string[]).includes(kind));
    const certainty = entry.certainty ?? 'confirmed';
    const more = aside([
      [undefined, namedParty(partyOf(about, entry))],
      [undefined, entry.outcome && OUTCOME_WORDS[entry.outcome]],
    ]);
    const [first = '—', ...rest] = piecesOf(entry.text);
    const own =
      entry.forFigure || entry.outcome !== undefined || certainty !== 'confirmed' || comments.length > 0;
    const told: Told = {
      ...tell(
        entry.is === 'event' ? 'event' : 'work',
        [],
        sentence(SAID.event, { text: { words: first, certainty }, more }),
      ),
      when: { at: entry.at, precision: entry.precision },
      seqs: [entry.seq, ...besides.map(({ seq }) => seq)],
      key: `note-${entry.seq}`,
      quoted: true,
      own: own || rest.length > 0,
      routine: !own,
      more: { ...(entry.is !== 'event' && { outcome: entry.outcome ?? 'unknown' }) },
    };
    const withComments = comments.reduce(
      (whole, line) => together(whole, comment(line, accounts), AFTER),
      told.text,
    );
    return [
      { ...told, text: withComments },
      ...rest.map(
        (words): Told => ({
          ...told,
          // It follows its beginning, whose time it has.
          untimed: true,
          key: `note-${entry.seq}-more`,
          text: sentence(SAID.event, { text: { words, certainty }, more: { ja: '', en: '' } }),
        }),
      ),
    ];
  });
}

/** What was added to lines that are no entries: a decision, a report, a resolution. */
export function tellAdditions(lines: readonly Line[], all: readonly Line[]): Told[] {
  const roots = rootsOf(all);
  const kinds = new Map(all.map(({ seq, kind }) => [seq, kind]));
  return lines
    .filter(({ seq }) => {
      const root = kinds.get(roots.get(seq) ?? 0);
      return root !== 'timeline.noted' && root !== 'incident.resolved' && root !== 'incident.closed';
    })
    .map((line) => tell('work', [line], additionOf(line, all)));
}

function additionOf(line: Line, all: readonly Line[]) {
  if (line.kind === 'timeline.corrected') return sentence(SAID.corrected, { text: bare(word(line, 'text')) });
  if (line.kind === 'timeline.judged')
    return sentence(SAID.judged, {
      text: OUTCOME_WORDS[word(line, 'outcome') as keyof typeof OUTCOME_WORDS] ?? '',
    });
  const accounts = new Map(
    all.map((each): [number, string] => [each.seq, bare(word(each, 'text') || word(each, 'decision'))]),
  );
  return comment(line, accounts);
}
