import type { LinkOptions, RegisteredRouter } from '@tanstack/react-router';
import type { Permission } from '../../../../areas/roles.ts';
import type { Bilingual } from '../../../../kernel/language.ts';

/** The rooms of the rail, and the two places below them. */
export type Room = 'now' | 'prepare' | 'detect' | 'respond' | 'learn' | 'survey' | 'settings' | 'audit';

interface Placed {
  readonly key: string;
  readonly room: Room;
  /** Whoever may not do this is not offered the way. */
  readonly needs?: Permission;
  /** In the palette alone: an act, or the room's own line in the rail already leads there. */
  readonly unlisted?: true;
}

/** How one gets to a screen: its line in the rail under its room, and in the palette. */
export interface Entry extends Placed {
  readonly word: Bilingual;
  /** What else people call what is done there; the palette finds it by these too. */
  readonly also?: Bilingual;
  readonly link: LinkOptions<RegisteredRouter, string, string>;
}

/** Entries whose words come with a file that is too large for the first load. */
export interface LaterEntries extends Placed {
  readonly load: () => Promise<readonly Entry[]>;
}
