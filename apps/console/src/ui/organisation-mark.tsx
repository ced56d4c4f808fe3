import './organisation-mark.css';

/** The organisation's logo on white, for it may be dark. @param hash another mark has another address */
export const OrganisationMark = ({ hash, name }: { hash: string; name: string }) => (
  <img
    className="organisation-mark"
    src={`/api/prepare/organisation/mark?v=${hash.slice(0, 12)}`}
    alt={name}
  />
);
