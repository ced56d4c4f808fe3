import type { AskedWord, WordDecision } from '../../../../../areas/survey/anonymise/deciding/schema.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { KIND_WORDS, type Listed, PUBLIC, SORT_WORDS } from './words.ts';

const AROUND = 60;
/** The words around the one that is asked about, in the language it stands in. */
function around({ word, text: { ja, en } }: AskedWord, preferred: 'ja' | 'en'): [string, string, string] {
  const texts = (preferred === 'ja' ? [ja, en] : [en, ja]).map((text) => text.normalize('NFKC'));
  const text = texts.find((each) => each.includes(word)) ?? texts[0] ?? '';
  const from = text.indexOf(word);
  if (from < 0) return [text.slice(0, AROUND * 2), '', ''];
  const to = from + word.length;
  return [
    `${from > AROUND ? '…' : ''}${text.slice(Math.max(0, from - AROUND), from)}`,
    word,
    `${text.slice(to, to + AROUND)}${text.length > to + AROUND ? '…' : ''}`,
  ];
}

export function WordLine({
  asked,
  isNow,
  decision,
  names,
  onGo,
}: {
  asked: AskedWord;
  isNow: boolean;
  decision: WordDecision | undefined;
  names: readonly Listed[];
  onGo: () => void;
}) {
  const { say, language } = useSpeech();
  const [before, word, behind] = around(asked, language);
  return (
    <li>
      <button type="button" className="public-word" aria-current={isNow || undefined} onClick={onGo}>
        <span className="public-word-head">
          <b>{asked.word}</b>
          <small className="quiet">
            {say(SORT_WORDS[asked.sort])} · {say(PUBLIC.times, { n: asked.count })}
          </small>
          {decision && <Decided decision={decision} names={names} />}
        </span>
        <span className="public-word-where">
          {before}
          {word && <mark>{word}</mark>}
          {behind}
        </span>
      </button>
    </li>
  );
}

function Decided({ decision, names }: { decision: WordDecision; names: readonly Listed[] }) {
  const { say } = useSpeech();
  if (decision.as === 'entity') return <Mark tone="event">{say(KIND_WORDS[decision.kind])}</Mark>;
  if (decision.as === 'alias') {
    const of = names.find(({ id }) => id === decision.entityId)?.names[0] ?? '';
    return <Mark tone="event">{say(PUBLIC.aliasOf, { name: of })}</Mark>;
  }
  return <Mark tone="recovery">{say(PUBLIC.harmless)}</Mark>;
}
