import { useEffect, useRef } from 'react';
import { FACET_WORDS, type Facet } from '../../../../../areas/learn/cases/prose/words.ts';
import { CLAIM_SECTIONS, type ClaimSection } from '../../../../../areas/learn/cases/schema.ts';
import { SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { CERTAINTY_WORDS, DOUBTS, type Doubt } from '../../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { foldKana } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { W } from '../../words.ts';
import { facetsIn } from './claim-fields.tsx';
import { CASE } from './words.ts';

/** What can be done to a claim from its menu. */
export type ClaimAct =
  | { readonly is: 'doubt'; readonly doubt: Doubt }
  | { readonly is: 'facet'; readonly facet: Facet }
  | { readonly is: 'section'; readonly to: ClaimSection }
  | { readonly is: 'move'; readonly by: -1 | 1 }
  | { readonly is: 'remove' };

export interface MenuLine {
  readonly key: string;
  readonly word: Bilingual;
  /** What kind of line it is, where its word alone does not say it. */
  readonly of?: Bilingual;
  readonly act: ClaimAct;
}

const doubtLines: readonly MenuLine[] = DOUBTS.map((doubt) => ({
  key: doubt,
  word: CERTAINTY_WORDS[doubt],
  of: FACET_WORDS.hedges,
  act: { is: 'doubt', doubt },
}));

/** The lines of a claim's menu that fit what is typed behind the slash, in either language and kana. */
export function menuLines(section: ClaimSection, typed: string): MenuLine[] {
  const lines: MenuLine[] = [
    ...doubtLines,
    ...facetsIn(section).map(
      (facet): MenuLine => ({ key: facet, word: FACET_WORDS[facet], act: { is: 'facet', facet } }),
    ),
    { key: 'up', word: CASE.moveUp, act: { is: 'move', by: -1 } },
    { key: 'down', word: CASE.moveDown, act: { is: 'move', by: 1 } },
    ...CLAIM_SECTIONS.filter((to) => to !== section).map(
      (to): MenuLine => ({
        key: `to ${to}`,
        word: SECTION_WORDS[to],
        of: CASE.toSection,
        act: { is: 'section', to },
      }),
    ),
    { key: 'remove', word: W.remove, act: { is: 'remove' } },
  ];
  const looked = foldKana(typed);
  return lines.filter(({ word, of }) =>
    [word.ja, word.en, of?.ja ?? '', of?.en ?? ''].some((each) => foldKana(each).includes(looked)),
  );
}

interface Props {
  readonly id: string;
  readonly lines: readonly MenuLine[];
  readonly at: number;
  readonly onChoose: (act: ClaimAct) => void;
}

/** The menu beneath a claim; keys stay with the text, which names the line they have come to. */
export function ClaimMenu({ id, lines, at, onChoose }: Props) {
  const { say } = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={say(CASE.proseMenu)}
      className="prose-menu"
    >
      {lines.map(({ key, word, of, act }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text above has the keys
        <div
          key={key}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(act)}
        >
          {say(word)}
          {of && <small>{say(of)}</small>}
        </div>
      ))}
    </div>
  );
}
