import './desk.css';
import { useMemo } from 'react';
import { marksOf, piecesOf } from '../../../../../../areas/respond/communications/marks/rules.ts';

/** A field for many words in which what is withheld is marked while one types. */
export function MarkedText({
  label,
  hint,
  value,
  withheld,
  wrong,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  withheld: readonly string[];
  wrong: string | undefined;
  onChange: (value: string) => void;
}) {
  const pieces = useMemo(() => piecesOf(value, marksOf(value, withheld)), [value, withheld]);
  return (
    <div className="marked">
      {/* The same words lie behind the field, for a field cannot mark its own. */}
      <div className="marked-behind" aria-hidden>
        {pieces.map(({ text, marked }, n) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place.
          marked ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
        )}
        {'\n'}
      </div>
      <textarea
        aria-label={label}
        aria-invalid={wrong !== undefined || pieces.some(({ marked }) => marked)}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {wrong && (
        <div role="alert" className="mark-event">
          {wrong}
        </div>
      )}
    </div>
  );
}
