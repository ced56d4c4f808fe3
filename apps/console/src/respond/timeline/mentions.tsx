import { Avatar } from '../../ui/avatar.tsx';
import { partsOf } from './mentions/rules.ts';

/** Words of an entry; whom it names, and told of it, stands out. */
export function Words({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return <span>{text}</span>;
  return (
    <span>
      {partsOf(text, names).map(({ at, words, isName }) =>
        isName ? (
          <span key={at} className="mention">
            <Avatar name={words} />
            {words}
          </span>
        ) : (
          words
        ),
      )}
    </span>
  );
}
