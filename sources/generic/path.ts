/**
 * Where a value is inside JSON: names and positions joined by dots (`alert.tags.0.name`); a dot or backslash that
 * belongs to a name is written with a backslash before it. Empty means the whole.
 */
export type Path = string;

export function splitPath(path: Path): string[] {
  const parts = [''];
  for (let i = 0; i < path.length; i += 1) {
    const character = path.charAt(i);
    if (character === '\\' && i + 1 < path.length) {
      i += 1;
      parts[parts.length - 1] += path.charAt(i);
    } else if (character === '.') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return path === '' ? [] : parts;
}

export const joinPath = (parts: readonly string[]): Path =>
  parts.map((part) => part.replace(/[\\.]/g, '\\$&')).join('.');
