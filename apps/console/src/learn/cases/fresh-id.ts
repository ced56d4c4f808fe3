/** Not the next number: two people who add something at the same time add two things. */
export const freshId = (letter: string): string =>
  `${letter}-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join('')}`;
