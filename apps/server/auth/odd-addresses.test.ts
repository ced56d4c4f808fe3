import { expect, test } from 'vitest';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { firstAdministrator } from './first-administrator.ts';

const faultOf = (email: string) => {
  const { error } = firstAdministrator.safeParse({ token: 't', name: 'N', email, password: 'p' });
  return error && fieldFaultsOf(error, 'body');
};

test.each(['taro..yamada@docomo.ne.jp', 'taro.yamada.@docomo.ne.jp', 'ops@localhost'])(
  'whoever could not sign in by %s with a password is told so, and what to do',
  (email) => {
    expect(faultOf(email)).toEqual([
      {
        field: 'email',
        mend: { ja: expect.stringContaining('別のアドレス'), en: expect.stringContaining('unusual dots') },
      },
    ]);
  },
);

test('what is no address is told to be none, and what signs in is taken', () => {
  expect(faultOf('taro')).toMatchObject([
    { field: 'email', mend: { en: expect.stringContaining('email address') } },
  ]);
  for (const email of ['taro.yamada@docomo.ne.jp', "o'brien+x@example.com"])
    expect(faultOf(email)).toBeUndefined();
});
