import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, networkOf } from './network-address.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '20010db800010002/64'],
  ['2001:db8:1:2::', '20010db800010002/64'],
  ['fe80::1%eth0', 'fe80000000000000/64'],
  ['nonsense', 'nonsense'],
  ['', ''],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('one network has one name, whichever of its addresses is used and however it is written', () => {
  fc.assert(
    fc.property(
      fc.ipV6().filter((address) => !address.startsWith('::')),
      (address) => {
        const bytes = bytesOf(address);
        expect(bytes).toHaveLength(16);
        const spelt = [...(bytes ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const long = (spelt.match(/.{4}/g) ?? []).join(':');
        expect(bytesOf(long.toUpperCase())).toEqual(bytes);
        expect(networkOf(`${long.slice(0, 19)}:dead:beef:1:2`)).toBe(networkOf(long));
      },
    ),
  );
});
