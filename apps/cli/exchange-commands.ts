import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { cardText, makeCard, printOf, readCard, spoken } from '../../areas/survey/exchange/card-text.ts';
import { holdToKey } from '../../areas/survey/exchange/check-package.ts';
import {
  type Package,
  packageBytes,
  readPackage,
  sealPackage,
} from '../../areas/survey/exchange/package-text.ts';
import { Refusal } from '../../areas/survey/exchange/refusal.ts';
import {
  type Card,
  card as cardShape,
  envelope,
  LARGEST_PACKAGE,
  MOST_SENT_BYTES,
} from '../../areas/survey/exchange/schema.ts';
import { newId, wallClock } from '../../kernel/clock.ts';
import { publicHalf, readSigningKey } from '../../kernel/signing.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';

const usage = (text: string): CliError => new CliError(EXIT.usage, text);
const repeated = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function readFile(option: string, file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw usage(`${option} ${file}: ${(error as Error).message}`);
  }
}

/** Whole or not at all, and never over another file. */
function writeFile(option: string, file: string, content: string | Buffer, mode = 0o644): void {
  try {
    fs.writeFileSync(file, content, { flag: 'wx', mode });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw usage(
      `${option} ${file}: ${exists ? 'the file exists; give another name' : (error as Error).message}`,
    );
  }
}

function readKey(file: string): KeyObject {
  try {
    return readSigningKey(readFile('--key', file).toString('utf8'));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw usage(
      `--key ${file}: not an Ed25519 private key (${(error as Error).message}); make one with "sonae survey card --key ${file} …"`,
    );
  }
}

function cardOf(option: string, file: string): Card {
  const found = readCard(readFile(option, file).toString('utf8'));
  if (!found) throw usage(`${option} ${file}: there is no card in it, or it was changed; ask for it again`);
  return found;
}

/** A name for whoever has a key and no organisation in a Sonae: the same key is always the same sender. */
function idOfKey(key: KeyObject): string {
  const hex = createHash('sha256').update('sonae-sender').update(publicHalf(key)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface CardFlags {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly id?: string;
  readonly out: string;
}

function makeCardFile({ key: file, name, address, id, out }: CardFlags, json: boolean): void {
  const made = !fs.existsSync(file);
  const key = made ? generateKeyPairSync('ed25519').privateKey : readKey(file);
  const read = cardShape.safeParse(makeCard(key, { id: id ?? idOfKey(key), name, address }));
  if (!read.success)
    throw usage(
      `--${String(read.error.issues[0]?.path[0])}: ${read.error.issues[0]?.message ?? 'not valid'}`,
    );
  if (made) writeFile('--key', file, key.export({ format: 'pem', type: 'pkcs8' }), 0o600);
  writeFile('--out', out, cardText(key, read.data));
  printResult(
    { id: read.data.id, name, key: spoken(printOf(publicHalf(key))), keyFile: file, made, card: out },
    json,
  );
}

interface PackFlags {
  readonly key: string;
  readonly to: string;
  readonly kind: string;
  readonly out: string;
  readonly name?: string;
  readonly id?: string;
  readonly attach: readonly string[];
  readonly number: string;
  readonly previous: string;
  readonly replyTo?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

const filesOf = (names: readonly string[]) =>
  names.map((file) => ({
    name: path.basename(file),
    type: TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    content: readFile('--attach', file),
  }));

function payloadOf(file: string): unknown {
  try {
    return JSON.parse(readFile('FILE', file).toString('utf8'));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(EXIT.failed, `${file}: not JSON: ${(error as Error).message}`);
  }
}

function pack(file: string, flags: PackFlags, json: boolean): void {
  const key = readKey(flags.key);
  const to = cardOf('--to', flags.to);
  const print = printOf(publicHalf(key));
  const files = filesOf(flags.attach);
  if (files.reduce((sum, { content }) => sum + content.length, 0) > MOST_SENT_BYTES)
    throw usage(`--attach: at most ${MOST_SENT_BYTES / 1024 / 1024} MB in all`);
  const read = envelope.omit({ attachments: true }).safeParse({
    id: newId(),
    kind: flags.kind,
    sender: { id: flags.id ?? idOfKey(key), name: flags.name ?? spoken(print), key: print },
    recipient: { id: to.id, name: to.name },
    madeAt: wallClock.now().round('millisecond').toString(),
    number: Number(flags.number),
    previous: flags.previous,
    inReplyTo: flags.replyTo ?? null,
    payload: payloadOf(file),
  });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CliError(EXIT.failed, `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const bytes = packageBytes(sealPackage(key, read.data, files));
  // What nobody could read back is not handed out.
  const sealed = opened(bytes);
  writeFile('--out', flags.out, bytes);
  const { id, kind, number } = sealed.envelope;
  printResult(
    { package: flags.out, id, kind, number, hash: sealed.hash, key: spoken(print), bytes: bytes.length },
    json,
  );
}

const refused = ({ reason, message, detail, expected }: Refusal): CliError =>
  new CliError(EXIT.failed, message, { reason, ...(detail && { detail }), ...(expected && { expected }) });

/** @throws CliError with the reason why it is no package to be trusted */
function opened(bytes: Buffer, check: (found: Package) => void = () => {}): Package {
  try {
    const found = readPackage(bytes);
    check(found);
    return found;
  } catch (error) {
    if (error instanceof Refusal) throw refused(error);
    throw error;
  }
}

interface UnpackFlags {
  readonly from: string;
  readonly for?: string;
  readonly save?: string;
}

function unpack(file: string, flags: UnpackFlags, json: boolean): void {
  const from = cardOf('--from', flags.from);
  const us = flags.for === undefined ? undefined : cardOf('--for', flags.for);
  // Before it is read: a file of gigabytes is not taken into memory to be refused.
  const { size } = fs.statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > LARGEST_PACKAGE) throw refused(new Refusal('too-large'));
  const found = opened(readFile('PACKAGE', file), (package_) => {
    const { sender, recipient } = package_.envelope;
    if (sender.id !== from.id) throw new Refusal('foreign');
    holdToKey(Buffer.from(from.publicKey, 'base64url'), package_);
    if (us && recipient.id !== us.id) throw new Refusal('not-for-us');
  });
  const saved = flags.save === undefined ? [] : saveAttachments(flags.save, found);
  printResult({ ...found.envelope, hash: found.hash, ...(saved.length > 0 && { saved }) }, json);
}

/** By their number and the harmless part of their names: a name of somebody else's is no path of ours. */
const saveAttachments = (folder: string, { attachments }: Package): string[] =>
  attachments.map(({ name, content }, at) => {
    const plain = name
      .replace(/[^\p{L}\p{N} ._-]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(0, 100);
    const file = path.join(folder, `${at + 1}-${plain}`);
    writeFile('--save', file, content);
    return file;
  });

/** `sonae survey card|pack|unpack`: signed packages without a server. */
export function exchangeCommands(survey: Command): void {
  survey
    .command('card')
    .description(
      'make a key, unless the file exists, and the public card that others register / 鍵と組織カードを作成',
    )
    .requiredOption('--key <file>', 'private key (Ed25519, PEM); made when it does not exist')
    .requiredOption('--name <name>', 'name of the organisation')
    .requiredOption('--out <file>', 'the card: public, to be handed to the other organisation')
    .option('--address <url>', 'where packages are sent to; without one they are handed over as files', '')
    .option('--id <uuid>', 'id of the organisation in its Sonae; one that belongs to the key unless given')
    .action((flags: CardFlags, command: Command) => makeCardFile(flags, wantsJson(command)));
  survey
    .command('pack')
    .description('sign a JSON file as a package for another organisation / 署名付きパッケージを作成')
    .argument('<file>', 'the content: a JSON object')
    .requiredOption('--key <file>', 'private key of the sender (PEM)')
    .requiredOption('--to <card>', 'card of the recipient')
    .requiredOption('--kind <kind>', 'such as report, follow-up, question, answer, verdict')
    .requiredOption('--out <package>', 'the package; an existing file is never overwritten')
    .option('--name <name>', 'name of the sender; the fingerprint of the key unless given')
    .option('--id <uuid>', 'id of the sender, as on its card; one that belongs to the key unless given')
    .option('--attach <file>', 'a file to go with it; can be repeated', repeated, [] as readonly string[])
    .option('--number <n>', 'number among the packages to this recipient', '1')
    .option('--previous <sha256>', 'hash of the package before it', '')
    .option('--reply-to <id>', 'id of the package this answers')
    .action((file: string, flags: PackFlags, command: Command) => pack(file, flags, wantsJson(command)));
  survey
    .command('unpack')
    .description(
      'check the signature and content of a package and print it; exits with 1 and the reason when it is cut, tampered with, unsigned, by another key, for somebody else or too large / パッケージの検証',
    )
    .argument('<package>', 'the package')
    .requiredOption('--from <card>', 'card of the sender, whose key was compared by phone')
    .option('--for <card>', 'own card: a package for another recipient is refused')
    .option('--save <folder>', 'keep its attachments in a folder')
    .action((file: string, flags: UnpackFlags, command: Command) => unpack(file, flags, wantsJson(command)));
}
