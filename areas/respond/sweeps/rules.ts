/** Keys as people type or paste them: a line or a comma apart, wide letters and capitals as they come. */
export const keysTyped = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[\s,;、，]+/u)
      .filter(Boolean),
  ),
];
