import './organisation-mark.css';
import { addressOf } from '../shown-organisation.ts';

/** The organisation's logo on white, for it may be dark. @param hash another mark has another address */
export const OrganisationMark = ({ hash, name }: { hash: string; name: string }) => (
  <img
    className="organisation-mark"
    src={addressOf(`/api/prepare/organisation/mark?v=${hash.slice(0, 12)}`)}
    alt={name}
  />
);
