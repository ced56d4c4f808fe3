import { parentPort, workerData } from 'node:worker_threads';
import { Encrypter } from 'age-encryption';

/** Deriving a key from a passphrase is slow on purpose: here it keeps nobody waiting. */
const { plain, passphrase } = workerData as { plain: Uint8Array; passphrase: string };
const encrypter = new Encrypter();
encrypter.setPassphrase(passphrase);
parentPort?.postMessage(await encrypter.encrypt(plain));
