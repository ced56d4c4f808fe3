import net from 'node:net';
import { z } from 'zod';
import type { Field } from '../kernel/form.ts';
import { asking } from '../kernel/language.ts';
import { bytesOf, dotted, isMapped } from '../kernel/network-address.ts';
import { isInner, isLinkLocal } from './inner-address.ts';

/** Which addresses inside a message may go to: none, those named, or all. */
export type Inner = 'none' | 'all' | readonly string[];

const NAME = /^(?!-)[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})*\.?$/u;
const plainName = (host: string): string => host.toLowerCase().replace(/\.$/, '');

/** A network as it is written, such as 10.1.2.0/24; an address by itself is a network of one. */
function networkOf(place: string): net.BlockList | undefined {
  const [address = '', prefix, ...more] = place.split('/');
  const family = net.isIP(address);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix)))
    return undefined;
  const length = Number(prefix ?? most);
  if (length > most) return undefined;
  const list = new net.BlockList();
  list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  return list;
}

/** A name is letters and no numbers only, so that a mistyped address is none. */
const isPlace = (place: string): boolean =>
  place.includes('/') || /^[\d.]+$/.test(place) || place.includes(':')
    ? networkOf(place) !== undefined
    : NAME.test(place);

const within = (list: net.BlockList, address: string): boolean => {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  return isMapped(bytes)
    ? list.check(dotted(bytes.slice(12)), 'ipv4')
    : list.check((Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []).join(':'), 'ipv6');
};

/** Whether a message for a host may not go to this address of it. Where clouds keep a machine's secrets nothing ever goes. */
export function isRefused(inner: Inner, host: string, address: string): boolean {
  if (isLinkLocal(address)) return true;
  if (inner === 'all' || !isInner(address)) return false;
  if (inner === 'none') return true;
  const name = plainName(host);
  return !inner.some((place) => {
    const network = networkOf(place);
    return network ? within(network, address) : plainName(place) === name;
  });
}

const listed = (text: string): string[] => text.split(/[\s,、;]+/).filter((place) => place !== '');

/** Settings of a channel whose messages go wherever people and devices name: of their addresses inside only some may be meant. */
export const innerSettings = {
  allowInner: z.boolean().default(false),
  innerPlaces: z
    .string()
    .trim()
    .max(2_000)
    .default('')
    .refine(
      (text) => listed(text).every(isPlace),
      asking({
        ja: 'ホスト名か、10.1.2.3・10.1.2.0/24 のようなアドレスを、読点か空白で区切って入力してください',
        en: 'Enter host names, or addresses such as 10.1.2.3 or 10.1.2.0/24, separated by commas or spaces',
      }),
    ),
};
/** What the two settings allow. */
export const innerOf = (set: { readonly allowInner: boolean; readonly innerPlaces: string }): Inner => {
  if (!set.allowInner) return 'none';
  const places = listed(set.innerPlaces);
  return places.length > 0 ? places : 'all';
};

export const INNER_PLACES: Field = {
  name: 'innerPlaces',
  kind: 'text',
  label: { ja: '許可する社内の宛先', en: 'Allowed internal addresses' },
  help: {
    ja: 'ホスト名か、10.1.2.0/24 のようなアドレスの範囲。空の場合は社内のすべての宛先を許可します',
    en: 'Host names, or addresses such as 10.1.2.0/24. If empty, all internal addresses are allowed',
  },
  required: false,
};
