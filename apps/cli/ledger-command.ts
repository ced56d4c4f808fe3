import fs from 'node:fs';
import type { Command } from 'commander';
import { fingerprint, isIntact, type Proof, readProofs } from '../../areas/ledger/proofs/index.ts';
import { type Verification, verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { systemContext } from '../../areas/system-context.ts';
import { wallClock } from '../../kernel/clock.ts';
import { publicHalf } from '../../kernel/signing.ts';
import { organisationIds } from '../server/auth/store.ts';
import { CliError, EXIT } from './exit.ts';
import { describeBreak, describeProofBreak } from './ledger-words.ts';
import { printResult, wantsJson } from './print.ts';
import { withHouse } from './with-database.ts';

interface Flags {
  readonly against: readonly string[];
  readonly key?: string;
}
type Report = Omit<Verification, 'recorded' | 'proof'> & {
  readonly organisation: string;
  readonly against: number;
};

const sameKey = (a: string, b: string): boolean => a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '');

/** @throws CliError where a file is none, holds no proof, or one that was changed since it was signed */
function proofsIn(files: readonly string[]): Proof[] {
  return files.flatMap((file) => {
    const refuse = (why: string): CliError => new CliError(EXIT.usage, `--against ${file}: ${why}`);
    let proofs: Proof[];
    try {
      proofs = readProofs(fs.readFileSync(file, 'utf8'));
    } catch (error) {
      throw refuse((error as Error).message);
    }
    if (proofs.length === 0)
      throw refuse(
        'there is no proof in it; save the text of the mail, or what "sonae ledger proof get" prints',
      );
    const forged = proofs.find((proof) => !isIntact(proof));
    if (forged) throw refuse(`the proof of ${forged.takenAt.toString()} was changed after it was signed`);
    return proofs;
  });
}

/** A proof by somebody else's key says nothing of this ledger, unless whoever asks knows the key. */
function checkKeys(proofs: readonly Proof[], ours: string, known: string | undefined): void {
  for (const { publicKey, takenAt } of proofs) {
    const by = fingerprint(publicKey);
    if (sameKey(by, known ?? ours)) continue;
    throw new CliError(
      EXIT.failed,
      `the proof of ${takenAt.toString()} was signed with the key ${by}, which is not this installation's (${ours}); if that was its key then, add --key "${by}"`,
      { key: by },
    );
  }
}

export function ledgerVerifyCommand(ledger: Command): void {
  ledger
    .command('verify')
    .description('verify the hash chains of every organisation against its proofs and report the first break')
    .option(
      '--against <file>',
      'a proof, or several in one file; can be repeated',
      (file: string, files: readonly string[]) => [...files, file],
      [] as readonly string[],
    )
    .option('--key <fingerprint>', 'the key that signed the proofs, if it is not the current one')
    .action(async (flags: Flags, command: Command) => {
      const handedOut = proofsIn(flags.against);
      const reports = await withHouse(async (house) => {
        const ours = fingerprint(publicHalf(house.instance.signingKey));
        checkKeys(handedOut, ours, flags.key);
        const ids = await organisationIds(house.database);
        const stranger = handedOut.find(({ orgId }) => !ids.includes(orgId));
        if (stranger)
          throw new CliError(
            EXIT.failed,
            `there is no organisation ${stranger.orgId} here, but a proof names it`,
          );
        return Promise.all(
          ids.map(async (organisation): Promise<Report> => {
            const mine = handedOut.filter(({ orgId }) => orgId === organisation);
            const ctx = systemContext(house, organisation, wallClock.now());
            const { recorded: _, proof: __, ...verified } = await verifyLedger(ctx, mine);
            return { organisation, against: mine.length, ...verified };
          }),
        );
      });
      report(reports, wantsJson(command));
    });
}

/** @throws CliError where a ledger is broken */
function report(reports: readonly Report[], json: boolean): void {
  printResult(
    {
      organisations: reports.map(({ firstBreak, proofBreak, ...rest }) => ({
        ...rest,
        firstBreak: firstBreak ? describeBreak(firstBreak) : 'none',
        proofBreak: proofBreak ? describeProofBreak(proofBreak) : 'none',
      })),
    },
    json,
  );
  const broken = reports.find(({ firstBreak, proofBreak }) => firstBreak ?? proofBreak);
  if (!broken) return;
  const { organisation, firstBreak, proofBreak } = broken;
  const said = [firstBreak && describeBreak(firstBreak), proofBreak && describeProofBreak(proofBreak)];
  throw new CliError(
    EXIT.failed,
    `the audit log of ${organisation} is broken: ${said.filter((each) => each !== undefined).join('; ')}`,
    { organisation, firstBreak, proofBreak },
  );
}
