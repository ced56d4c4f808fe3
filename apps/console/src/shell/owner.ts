/** What a place can do, as far as its keys go. */
interface Keyed {
  readonly acts: () => readonly { readonly hotkey?: string }[];
}

/** Of the places that know a key, the innermost has it, even where it has nothing to do just then; they come from outside in. */
export const ownerOf = <P extends Keyed>(places: readonly P[], hotkey: string): P | undefined =>
  places.findLast(({ acts }) => acts().some((act) => act.hotkey === hotkey));
