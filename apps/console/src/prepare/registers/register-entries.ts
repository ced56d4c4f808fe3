import {
  REGISTER_NAMES,
  REGISTERS,
  type RegisterName,
} from '../../../../../areas/prepare/register-kinds/words.ts';
import type { Entry } from '../../shell/entry.ts';

/** People come to these by screens of their own. */
const OWN_SCREENS: { readonly [N in RegisterName]?: true } = { 'call-trees': true, plans: true };

export const entries: readonly Entry[] = REGISTER_NAMES.filter((name) => !OWN_SCREENS[name]).map((name) => ({
  key: `register ${name}`,
  room: 'prepare',
  word: REGISTERS[name].name,
  link: { to: '/prepare/registers/$register', params: { register: name } },
  needs: 'register.read',
}));
