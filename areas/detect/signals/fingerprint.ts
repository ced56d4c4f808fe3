import { hash } from 'node:crypto';

/**
 * The id of a signal: the same source and label set give the same id, in whatever order the labels came.
 * First 128 bits of SHA-256, shaped as a UUID version 8 (RFC 9562 §5.8).
 */
export function fingerprint(sourceId: string, labels: Readonly<Record<string, string>>): string {
  const names = Object.keys(labels).sort();
  let text = sourceId;
  // JSON strings end unambiguously, so no label set can imitate another.
  for (const name of names) text += `${JSON.stringify(name)}${JSON.stringify(labels[name])}`;
  const hex = hash('sha256', text, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
