import { Menu, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { tellSignedOut } from '../live/join.ts';
import { useMe } from '../me.ts';
import { dropPack } from '../offline/keep-pack.ts';
import { MenuLink } from '../ui/menu-link.tsx';
import { W } from '../words.ts';
import { Me } from './me.tsx';
import { forgetOrganisation, switchOrganisation } from './organisation.ts';

/** It opens as it arrives: somebody has asked for it. */
export function AccountMenu() {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const elsewhere = me?.memberships.filter(({ orgId }) => orgId !== me.organisation.orgId) ?? [];
  const signOut = async () => {
    await request('POST', '/api/auth/sign-out', {});
    tellSignedOut();
    forgetOrganisation();
    await dropPack();
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Menu position="top-start" defaultOpened>
      <Menu.Target>
        <UnstyledButton className="rail-me" aria-label={say(W.account)}>
          {me && <Me name={me.name} organisation={me.organisation.name} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink to="/settings/account">{say(W.account)}</MenuLink>
        <Menu.Item component="a" href="/reference" target="_blank" rel="noreferrer">
          {say(W.reference)}
        </Menu.Item>
        {elsewhere.length > 0 && <Menu.Divider />}
        {elsewhere.map(({ orgId, name }) => (
          <Menu.Item key={orgId} onClick={() => switchOrganisation(orgId)}>
            {say(W.switchTo, { name })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{say(W.signOut)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
