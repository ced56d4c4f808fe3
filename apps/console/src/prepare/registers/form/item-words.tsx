import { useContext } from 'react';
import { criterionWords } from '../../../../../../areas/prepare/plans/rules.ts';
import { INPUTS, inputValueWords, isInputName } from '../../../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../../../language.tsx';
import { useNames } from '../../../ui/forms/use-names.ts';
import { OwnChoices } from '../own-choices.ts';
import { sourceOf } from '../use-choices.ts';
import { type ItemLine, lineOf, type Piece } from './item-line.ts';
import { useKind } from './kind-written.ts';
import type { Shape, Value } from './shape.ts';
import { ITEMS } from './words.ts';

/** What a folded item says of itself. */
export function useItemLine(): (shape: Shape, item: Value) => ItemLine {
  const { say, language, labelled } = useSpeech();
  const { fieldName, valueName, target } = useKind();
  const own = useContext(OwnChoices);
  return (shape, item) =>
    lineOf(shape, item, {
      field: fieldName,
      value: valueName,
      criterion: (expression) => criterionWords(expression, language) ?? expression,
      own: (field, value) => {
        if (field === 'input' && isInputName(value)) return say(INPUTS[value].name);
        const words = field === 'value' ? inputValueWords(value) : undefined;
        return words ? say(words) : own[field]?.find((each) => each.value === value)?.label;
      },
      target,
      counted: (field, n) => say(ITEMS.counted, { field: fieldName(field), n }),
      labelled,
    });
}

const textOf = (pieces: readonly Piece[]): string =>
  pieces.flatMap((each) => ('text' in each ? [each.text] : [])).join(' · ');

export function ItemWords({ line }: { line: ItemLine }) {
  const { say } = useSpeech();
  return (
    <span className="item-words" title={textOf([...line.title, ...line.details])}>
      {line.title.length === 0 ? (
        <span className="quiet">{say(ITEMS.unnamed)}</span>
      ) : (
        <span className="item-title">
          {line.title.map((piece) => (
            <Said key={keyOf(piece)} piece={piece} />
          ))}
        </span>
      )}
      {line.details.length > 0 && (
        <span className="quiet">
          {line.details.map((piece) => (
            <span key={keyOf(piece)}>
              {' · '}
              <Said piece={piece} />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

const keyOf = (piece: Piece): string => ('text' in piece ? piece.text : `${piece.to} ${piece.value}`);
const Said = ({ piece }: { piece: Piece }) => ('text' in piece ? piece.text : <Pointed {...piece} />);

/** What is pointed at, by what it is called. */
function Pointed({ to, value }: { to: string; value: string }) {
  const source = sourceOf(to);
  return source ? <Named source={source} value={value} /> : value;
}
function Named({ source, value }: { source: NonNullable<ReturnType<typeof sourceOf>>; value: string }) {
  return useNames(source, [value])(value) ?? '…';
}
