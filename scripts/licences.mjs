// @ts-check
// Which licences a package may come under, and whether one does.

/** SPDX identifiers. What is not here is looked at by somebody before it is added. */
export const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Of an SPDX expression: of what is joined by OR one will do, of what is joined by AND all are needed.
 * @param {string} expression such as `(MIT OR GPL-3.0-only) AND ISC`
 * @returns {boolean} false as well where it cannot be read
 */
export function isAllowed(expression) {
  const words = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const either = () => {
    let good = both();
    while (words[at]?.toUpperCase() === 'OR') {
      at += 1;
      const other = both();
      good ||= other;
    }
    return good;
  };
  /** @returns {boolean} */
  const both = () => {
    let good = one();
    while (words[at]?.toUpperCase() === 'AND') {
      at += 1;
      const other = one();
      good &&= other;
    }
    return good;
  };
  /** @returns {boolean} */
  const one = () => {
    const word = words[at];
    at += 1;
    if (word !== '(') return ALLOWED.has(word ?? '');
    const good = either();
    if (words[at] !== ')') return false;
    at += 1;
    return good;
  };
  return either() && at === words.length;
}

/**
 * @param {{ packages: Record<string, { license?: string }> }} lock package-lock.json
 * @returns {string[]} packages under a licence that is not on the list, or under none
 */
export const refused = ({ packages }) =>
  Object.entries(packages)
    .filter(([folder, { license }]) => folder !== '' && !isAllowed(license ?? ''))
    .map(([folder, { license }]) => `${folder.replace(/^.*node_modules\//, '')}: ${license ?? 'no licence'}`);
