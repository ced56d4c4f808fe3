const strict = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not written so: the next encoding is tried.
    return undefined;
  }
};

/** Bytes as text, in each encoding they may be in. */
export function textsOfBytes(bytes: Uint8Array): string[] {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return [new TextDecoder('utf-16le').decode(bytes)];
  if (a === 0xfe && b === 0xff) return [new TextDecoder('utf-16be').decode(bytes)];
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== undefined && !utf8.includes('\u0000')) return [utf8];
  const others = ['shift_jis', 'euc-jp', 'iso-2022-jp'].flatMap((encoding) => strict(encoding, bytes) ?? []);
  if (utf8 === undefined && others.length > 0) return others;
  return wordsInBytes(bytes);
}

/** Whatever reads as words among bytes that are no text, in each encoding. */
export function wordsInBytes(bytes: Uint8Array): string[] {
  return ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis'].map((encoding) =>
    [...new TextDecoder(encoding).decode(bytes).matchAll(/[\p{L}\p{N}\p{P}\p{Zs}ー]{4,}/gu)]
      .map(([run]) => run)
      .join('\n'),
  );
}
