/** Parts of an incident's screen; the timeline is one of them where there is room for one thing only. */
export const ROOM_TABS = ['timeline', 'command', 'know', 'outside', 'plan', 'figure'] as const;
