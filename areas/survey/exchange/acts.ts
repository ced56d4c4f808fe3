import type { Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { withPlainText } from '../../../kernel/plain.ts';
import { cutAt } from '../../../kernel/text.ts';
import { enqueue } from '../../enqueue.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { ownKey } from './own-key.ts';
import { packageBytes, readPackage, sealPackage } from './package-text.ts';
import { lockKeys, lockPeer } from './peers/index.ts';
import { Refusal } from './refusal.ts';
import { MOST_SENT_BYTES } from './schema.ts';
import { insertSent } from './store.ts';
import { REFUSALS } from './words.ts';

/** What whoever sends says of a package. */
export interface NewPackage {
  readonly peerId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly inReplyTo?: string | null;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Buffer;
  }[];
}

const MOST_NAME = 200;
/** A name as it may stand in a package: on one line, and never empty. */
export const nameOf = async (tx: Pick<Tx, 'sql' | 'ctx'>): Promise<string> =>
  cutAt(
    ((await readOrganisation(tx.sql))?.name ?? '').replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' '),
    MOST_NAME,
  ).trim() || tx.ctx.orgId;

/** What nobody could read would hold up all that comes after it. @throws Fault */
function holdToReadable(content: Buffer): void {
  try {
    readPackage(content);
  } catch (cause) {
    if (cause instanceof Refusal) throw invalidField('payload', REFUSALS[cause.reason]);
    throw cause;
  }
}

const noKey = (): Fault =>
  new Fault('conflict', {
    detail: {
      ja: '自組織の鍵がありません。先に「パッケージの交換」で鍵を作成してください',
      en: 'Your organisation has no key yet. Make one under package exchange first',
    },
  });
const notPinned = (): Fault =>
  new Fault('conflict', {
    detail: {
      ja: '相手の組織の鍵が確認されていないため、送信できません。指紋を照合し、確認済みにしてください',
      en: 'The key of this organisation is not confirmed. Compare the fingerprint and confirm it first',
    },
  });

/**
 * Signs a package and puts it into the outbox, in the caller's transaction; it leaves once that has committed.
 * @returns its id
 */
export async function sendPackageWithin(tx: Tx, wanted: NewPackage, most = MOST_SENT_BYTES): Promise<string> {
  const { ctx } = tx;
  const files = wanted.attachments ?? [];
  if (files.reduce((sum, { content }) => sum + content.length, 0) > most) throw new Fault('too-large');
  await lockKeys(tx.sql, ctx.orgId);
  const peer = await lockPeer(tx.sql, wanted.peerId);
  if (!peer) throw new Fault('not-found');
  if (peer.state !== 'pinned') throw notPinned();
  const own = await ownKey(tx.sql, ctx.instance);
  if (!own) throw noKey();
  const sealed = sealPackage(
    own.key,
    {
      id: ctx.newId(),
      kind: wanted.kind,
      sender: { id: ctx.orgId, name: await nameOf(tx), key: own.print },
      recipient: { id: peer.id, name: peer.name },
      madeAt: ctx.now.round('millisecond').toString(),
      number: peer.outNumber + 1,
      previous: peer.outHash,
      inReplyTo: wanted.inReplyTo ?? null,
      payload: withPlainText(wanted.payload),
    },
    files,
  );
  const content = packageBytes(sealed);
  holdToReadable(content);
  const { id, kind, number, inReplyTo } = sealed.envelope;
  await insertSent(
    tx.sql,
    ctx.orgId,
    {
      id,
      peerId: peer.id,
      kind,
      print: own.print,
      number,
      hash: sealed.hash,
      inReplyTo,
      content,
      // Without a way by network somebody carries it.
      state: peer.address === '' && peer.via === null ? 'by-hand' : 'queued',
    },
    ctx.now,
  );
  record(tx, 'package.sent', { body: { packageId: id, peerId: peer.id, kind, number } });
  enqueue(tx, 'send-packages', { peerId: peer.id }, { at: ctx.now });
  return id;
}
