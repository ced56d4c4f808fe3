import net, { type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openPool } from './pool.ts';

/** One message of the server (https://www.postgresql.org/docs/18/protocol-message-formats.html). */
const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const SIGNED_IN = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const DYING = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'));

test('a server that dies in the breath in which it lets somebody in costs that connection, and not the process', async () => {
  const server = net.createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([SIGNED_IN, READY, DYING])));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connectionString = `postgres://somebody@127.0.0.1:${port}/sonae`;
  const pool = openPool({ connectionString, max: 1 }, pino({ level: 'silent' }));
  // What is emitted with nobody listening ends the process, which here fails the whole run.
  await expect(pool.query('SELECT 1')).rejects.toThrow();
  await expect(pool.query('SELECT 1')).rejects.toThrow();
  await pool.end();
  await new Promise((resolve) => server.close(resolve));
});
