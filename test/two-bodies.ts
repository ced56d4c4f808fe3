import { call, registerOperator } from './operator.ts';
import { type Running, startSonae } from './processes.ts';

/** Organisations that know each other's keys, each in a Sonae of its own. */
export interface Pair {
  operator: Running;
  body: Running;
}

/** What each calls the other. */
export const peerOf = async (running: Running): Promise<string> => {
  const { peers } = (await call(running, 'GET /api/survey/peers')) as { peers: { id: string }[] };
  return peers[0]?.id ?? '';
};

/** Hands one's card to the other, which pins the key with the fingerprint that is read out. */
async function introduce(one: Running, other: Running): Promise<void> {
  const { card, fingerprint } = await call(one, 'GET /api/survey/exchange/card');
  const { id } = await call(other, 'POST /api/survey/peers', { card, allowInner: true });
  await call(other, `POST /api/survey/peers/${id}/confirmation`, { fingerprint });
}

export async function startPair(): Promise<Pair> {
  const pair = { operator: await startSonae(), body: await startSonae() };
  const both = [pair.operator, pair.body];
  // The command line holds up everything here: what was asked before would find its connection ended.
  for (const each of both) registerOperator(each);
  for (const each of both) await call(each, 'POST /api/survey/exchange/key');
  await introduce(pair.operator, pair.body);
  await introduce(pair.body, pair.operator);
  return pair;
}

export const portOf = ({ baseUrl }: Running): number => Number(new URL(baseUrl).port);
