import { isSigned } from '../../../kernel/signing.ts';
import { printOf } from './card-text.ts';
import { type Package, signedText } from './package-text.ts';
import { Refusal } from './refusal.ts';

/** Whether a key signed it. */
export const isSignedBy = (publicKey: Uint8Array, { text, signature }: Package): boolean =>
  isSigned(publicKey, signedText(text), signature);

/**
 * Holds a package to the key its sender is known by.
 * @throws Refusal `changed-key` where it names another, `tampered` where it is not by the one it names
 */
export function holdToKey(publicKey: Uint8Array, package_: Package): void {
  if (package_.envelope.sender.key !== printOf(publicKey)) throw new Refusal('changed-key');
  if (!isSignedBy(publicKey, package_)) throw new Refusal('tampered');
}
