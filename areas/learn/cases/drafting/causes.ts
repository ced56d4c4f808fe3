import { CERTAINTIES, type Certainty } from '../../../../kernel/certainty.ts';
import { type Bilingual, LANGUAGES } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { COULD_BE_ATTACK } from '../../../respond/investigation/words.ts';
import type { CauseGroup } from '../schema.ts';
import { type About, at, byThing, each, ofKind, tell, word } from './about.ts';
import type { Told } from './schema.ts';
import { aside, bare, doubted, sentence, together } from './sentence.ts';
import { BESIDE, PIECES, SAID } from './words.ts';

const certaintyOf = (line: Line): Certainty =>
  CERTAINTIES.find((each) => each === word(line, 'certainty')) ?? 'unknown';

/** The question no incident is closed without, in either language or both. */
const isAttackQuestion = (text: string): boolean =>
  LANGUAGES.some((language) => text.includes(COULD_BE_ATTACK[language]));

const RESULTS = {
  supported: { plain: SAID.supported, attack: SAID.attackSupported },
  excluded: { plain: SAID.excluded, attack: SAID.attackExcluded },
  undecided: { plain: SAID.undecided, attack: SAID.attackUndecided },
} as const;
const isResult = (state: string): state is keyof typeof RESULTS => Object.hasOwn(RESULTS, state);

/** What was presumed and what became of it, as surely as it was found and no more. */
export const tellHypotheses = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'hypothesisId')).flatMap((ofOne): Told[] => {
    const opened = ofKind(ofOne, 'hypothesis.opened')[0];
    const settled = ofKind(ofOne, 'hypothesis.settled').at(-1);
    const first = opened ?? settled;
    if (!first) return [];
    const words = word(first, 'text');
    const attack = isAttackQuestion(words);
    const text = bare(words, 200);
    const more = aside([
      [BESIDE.basis, settled && word(settled, 'outcome')],
      [BESIDE.why_, about.record.grounds.get(word(first, 'hypothesisId'))],
      [undefined, raisedBefore(opened, settled, about)],
    ]);
    const topic = opened?.body['cyber'] === true || attack ? 'attack' : 'hypothesis';
    const told = ofOne.filter(({ kind }) => kind !== 'hypothesis.timed-out');
    const late = each(
      'work',
      ofKind(ofOne, 'hypothesis.timed-out'),
      SAID.hypothesisLate,
      (line) => ({
        text: bare(word(line, 'text'), 160),
      }),
      { routine: true },
    );
    const state = settled ? word(settled, 'state') : 'open';
    const none = { ja: '', en: '' };
    if (!settled || !isResult(state)) {
      const open = attack
        ? doubted(sentence(SAID.attackOpen, { more: none }), 'unknown')
        : sentence(SAID.open, { text: { words: text, certainty: 'unknown' }, more: none });
      return [tell(topic, told, together(open, more, none), { own: true }), ...late];
    }
    const certainty = certaintyOf(settled);
    const result = RESULTS[state];
    // What is in doubt is the finding; on what it rests is what was said.
    const found =
      state === 'supported' && !attack
        ? sentence(result.plain, { text: { words: text, certainty }, more: none })
        : doubted(sentence(attack ? result.attack : result.plain, { text, more: none }), certainty);
    return [
      {
        ...tell(topic, told, together(found, more, none), { own: true }),
        when: { at: settled.at, precision: settled.precision },
      },
      ...late,
    ];
  });

/** When it was raised, where that was some time before it was settled. */
function raisedBefore(
  opened: Line | undefined,
  settled: Line | undefined,
  about: About,
): Bilingual | undefined {
  if (!opened || !settled) return undefined;
  const when = at(about, opened);
  return when.ja === at(about, settled).ja ? undefined : sentence(PIECES.raised, { when });
}

/**
 * What kind of cause it was, where the record is certain of it: an attack that was found and confirmed. A guess, an
 * estimate and a situation are none, so that no group says more than the record.
 */
export function causeGroupOf(lines: readonly Line[]): CauseGroup {
  const attack = byThing(ofKind(lines, 'hypothesis.opened', 'hypothesis.settled'), (line) =>
    word(line, 'hypothesisId'),
  ).some((ofOne) => {
    const settled = ofKind(ofOne, 'hypothesis.settled').at(-1);
    const cyber = ofOne.some(({ body }) => body['cyber'] === true);
    return cyber && settled && word(settled, 'state') === 'supported' && certaintyOf(settled) === 'confirmed';
  });
  return attack ? 'cyberAttack' : 'unknown';
}
