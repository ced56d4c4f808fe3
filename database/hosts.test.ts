import { describe, expect, test } from 'vitest';
import { readAddress } from './hosts.ts';

const LIST = (address: string) => new URL(address).searchParams.get('hosts');

describe('an address of the database', () => {
  test.each([
    'postgres://u:p@db.example.jp:5433/sonae',
    'postgresql://u@[::1]:5432/sonae?sslmode=require',
    'postgres://postgres@localhost/sonae?host=%2Ftmp%2Fpg&port=5432',
  ])('with one host stays as it is: %s', (address) => {
    expect(readAddress(address)).toBe(address);
  });

  test.each([
    ['postgres://u:p@a:1,b:2/sonae?target_session_attrs=read-write', 'a:1,b:2', 'a:1'],
    ['postgres://u:p@a,b/sonae', 'a:5432,b:5432', 'a:5432'],
    ['postgres://u:p%40@[::1]:1,[::2]/sonae?sslmode=require', '[::1]:1,[::2]:5432', '[::1]:1'],
    ['postgres://sonae@/sonae?host=a,b&port=1,2', 'a:1,b:2', 'a:1'],
    ['postgres://sonae@/sonae?host=a,b&port=7', 'a:7,b:7', 'a:7'],
  ])('with several begins at the first and keeps them all: %s', (address, list, first) => {
    const read = readAddress(address);
    expect(LIST(read)).toBe(list);
    const { host, password, searchParams } = new URL(read);
    expect(host).toBe(first);
    expect(password).toBe(new URL(address.replace(/@[^/]*/, '@x')).password);
    expect(searchParams.has('target_session_attrs')).toBe(false);
    // Read once more, it is the same: it is handed on from part to part.
    expect(LIST(readAddress(read))).toBe(list);
  });

  test('may name the folders of sockets', () => {
    const read = readAddress('postgres://u@localhost/sonae?host=/tmp/a,/tmp/b&port=1,2');
    expect(LIST(read)).toBe('/tmp/a:1,/tmp/b:2');
    expect(new URL(read).searchParams.get('host')).toBe('/tmp/a');
  });

  test.each([
    ['http://a/b', /must begin with postgres/],
    ['postgres://u@a:x,b/sonae', /“a:x” among its hosts/],
    ['postgres://u@a,,b/sonae', /“” among its hosts/],
    ['postgres://u@a:70000,b/sonae', /“a:70000” among its hosts/],
    ['postgres://u@a,b/sonae?target_session_attrs=standby', /takes no writes/],
    ['postgres://u@a b/sonae', /not an address/],
  ])('that is none is refused with what is wrong: %s', (address, why) => {
    expect(() => readAddress(address)).toThrow(why);
  });
});
