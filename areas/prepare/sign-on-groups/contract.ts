import { contract, done, inPersonOnly } from '../../contract.ts';
import { groupsKept, groupsView } from './schema.ts';

export const contracts = {
  ...contract({
    'GET /api/prepare/sign-on-groups': {
      command: 'prepare sign-on-groups get',
      permission: 'organisation.manage',
      summary: { ja: 'シングルサインオンのグループと役割の対応', en: 'Roles by single sign-on group' },
      reply: groupsView,
    },
  }),
  // Who gives roles opens accounts: no key does it.
  ...inPersonOnly(
    contract({
      'PUT /api/prepare/sign-on-groups': {
        command: 'prepare sign-on-groups keep',
        permission: 'organisation.manage',
        summary: {
          ja: 'シングルサインオンのグループと役割の対応の変更（次回のサインインから反映）',
          en: 'Set roles by single sign-on group; takes effect at each next sign-in',
        },
        body: groupsKept,
        reply: done,
      },
    }),
  ),
};
