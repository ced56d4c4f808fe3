import './avatar.css';

const SHADES = 6;

/** Two letters of a Latin name, one character of another. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s　]+/);
  const [first = '', second] = words;
  const letter = (word: string): string => [...word][0]?.toLocaleUpperCase() ?? '';
  return /^\p{Script=Latin}/u.test(first) ? letter(first) + (second ? letter(second) : '') : letter(first);
}

/** The same person has the same shade everywhere; the name always stands beside it. */
const shadeOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % SHADES;

export function Avatar({ name }: { name: string }) {
  return (
    <span className={`avatar avatar-${shadeOf(name)}`} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
