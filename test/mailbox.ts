import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly to: string;
  readonly source: string;
  /** Decoded text of the first part. */
  readonly text: string;
}

/** Undoes quoted-printable and base64 as far as our own messages use them. */
function readText(source: string): string {
  const part =
    /content-type: text\/plain[\s\S]*?content-transfer-encoding: ([\w-]+)[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/i.exec(
      source,
    );
  const [, encoding = '', body = ''] = part ?? [];
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A real SMTP server on loopback that keeps what it was sent. */
export class Mailbox {
  readonly mails: Mail[] = [];
  readonly #waiting: { matches: (mail: Mail) => boolean; resolve: (mail: Mail) => void }[] = [];
  readonly #server: SMTPServer;
  /** When set, the answer to every message: an SMTP code such as 451 or 550. */
  refuseWith: number | undefined;
  /** The answer to single recipients, before the mail: undefined takes it. */
  refuseTo: (address: string) => number | undefined = () => undefined;
  port = 0;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      // Mail clients keep their connections; closing does not wait for them.
      closeTimeout: 50,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = this.refuseTo(address);
        done(
          responseCode === undefined
            ? undefined
            : Object.assign(new Error(`refused by the test for ${address}`), { responseCode }),
        );
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.refuseWith !== undefined) {
            const refusal = Object.assign(new Error('refused by the test'), {
              responseCode: this.refuseWith,
            });
            return done(refusal);
          }
          const source = Buffer.concat(chunks).toString('utf8');
          this.#take({ to: session.envelope.rcptTo[0]?.address ?? '', source, text: readText(source) });
          return done();
        });
      },
    });
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    // Connections of processes that were killed: their resets are no news to the mail server.
    mailbox.#server.on('error', () => undefined);
    const listening = mailbox.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    mailbox.port = (listening.address() as AddressInfo).port;
    return mailbox;
  }

  /** The first message, come or coming, that fits. */
  next(matches: (mail: Mail) => boolean = () => true): Promise<Mail> {
    const here = this.mails.find(matches);
    if (here) return Promise.resolve(here);
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #take(mail: Mail): void {
    this.mails.push(mail);
    for (const waiting of [...this.#waiting]) {
      if (!waiting.matches(mail)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(mail);
    }
  }
}

/** The path of the answer link in a mail. */
export const answerPath = (mail: Mail): string =>
  new URL(/https?:\/\/\S+\/answer\/\S+/.exec(mail.text)?.[0] ?? 'http://none/').pathname;
