import { Avatar } from '../ui/avatar.tsx';

/** Who one is, and for whom: on the rail, and on its menu. */
export const Me = ({ name, organisation }: { name: string; organisation: string }) => (
  <>
    <Avatar name={name} />
    <span>
      {name}
      <small>{organisation}</small>
    </span>
  </>
);
