import type { Address } from './leave-guard.tsx';

const openIn = ({ search }: Address): unknown => (search as { readonly open?: unknown }).open;

/** Whether the same entry stays open beside its list, however the list is looked at. */
export const sameEntry = (from: Address, to: Address): boolean =>
  from.pathname === to.pathname && openIn(from) === openIn(to);
