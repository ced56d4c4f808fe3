import { z } from 'zod';
import { fingerprint, type Proof } from './proof.ts';

const BEGIN = '-----BEGIN SONAE LEDGER PROOF-----';
const END = '-----END SONAE LEDGER PROOF-----';
const BLOCKS = new RegExp(`${BEGIN}([\\s\\S]{0,4096}?)${END}`, 'g');
/** Letters a mail leaves as they are however it is encoded; lines short enough not to be broken. */
const A_LINE = /.{1,64}/g;

const shape = z.object({
  orgId: z.uuid(),
  lines: z.int().min(0),
  root: z.string().regex(/^(?:[0-9a-f]{64})?$/),
  takenAt: z.iso.datetime(),
  publicKey: z.base64url(),
  signature: z.base64url(),
});

/** A proof as it is handed out: a few lines to read, and a block that `sonae ledger verify --against` takes. */
export function proofText(proof: Proof): string {
  const { orgId, lines, root, takenAt, publicKey, signature } = proof;
  const packed = Buffer.from(
    JSON.stringify({
      orgId,
      lines,
      root,
      takenAt: takenAt.toString(),
      publicKey: Buffer.from(publicKey).toString('base64url'),
      signature: Buffer.from(signature).toString('base64url'),
    }),
  ).toString('base64url');
  return [
    `Organisation: ${orgId}`,
    `Lines: ${lines}`,
    `Taken at: ${takenAt.toString()}`,
    `Key: ${fingerprint(publicKey)}`,
    '',
    BEGIN,
    ...(packed.match(A_LINE) ?? []),
    END,
    '',
  ].join('\n');
}

/** What a mail hides: parts it carries as base64. */
const ENCODED = /(?:^[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*=*/gm;
/** Where a mail breaks a line by itself. */
const SOFT_BREAK = /=\r?\n/g;
/** What a mail puts between the letters: marks of a page, quotes. */
const BETWEEN = /<[^<>]*>|[\s>]/g;

/** Every proof in a text: a file of one, a saved mail, several after each other. @throws Error where a block cannot be read */
export function readProofs(text: string): Proof[] {
  const hidden = [...text.matchAll(ENCODED)].map(([part]) => Buffer.from(part, 'base64').toString('utf8'));
  const blocks = [text, ...hidden].flatMap((part) =>
    [...part.replaceAll(SOFT_BREAK, '').matchAll(BLOCKS)].map(([, block = '']) =>
      block.replaceAll(BETWEEN, ''),
    ),
  );
  return [...new Set(blocks)].map((packed, index) => {
    const unpacked = unpack(packed);
    if (!unpacked) throw new Error(`proof ${index + 1} is damaged: take it from where it was handed out`);
    const { publicKey, signature, takenAt, ...rest } = unpacked;
    return {
      ...rest,
      takenAt: Temporal.Instant.from(takenAt),
      publicKey: Buffer.from(publicKey, 'base64url'),
      signature: Buffer.from(signature, 'base64url'),
    };
  });
}

function unpack(packed: string): z.infer<typeof shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
