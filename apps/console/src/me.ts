import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../../areas/roles.ts';
import type { ReplyOf } from './api.ts';
import { reading } from './queries.ts';

export type Me = ReplyOf<'GET /api/account/me'>;

export const useMe = () =>
  useQuery({
    ...reading('GET /api/account/me', {}, 'me'),
    staleTime: 60_000,
  });

/** What is not permitted is not offered; the server decides all the same. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useMe();
  return (permission) => data?.permissions.includes(permission) === true;
}
