import { REGISTER_NAMES, REGISTERS } from '../../../../../areas/prepare/register-kinds/words.ts';
import type { Entry } from '../../shell/entry.ts';

export const entries: readonly Entry[] = REGISTER_NAMES.filter((name) => !REGISTERS[name].ownScreen).map(
  (name) => ({
    key: `register ${name}`,
    room: 'prepare',
    word: REGISTERS[name].name,
    link: { to: '/prepare/registers/$register', params: { register: name } },
    needs: 'register.read',
  }),
);
