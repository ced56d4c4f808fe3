/** What a place can do, as far as its keys go. */
interface Keyed {
  readonly acts: () => readonly { readonly hotkey?: string }[];
}

/** A key that is held down is one press, except for what goes on for as long as it is; nothing while a word is being composed. */
export const isPress = (
  { repeat, isComposing }: { readonly repeat: boolean; readonly isComposing: boolean },
  { repeats = false }: { readonly repeats?: boolean },
): boolean => !isComposing && (!repeat || repeats);

/** Of the places that know a key, the innermost has it, even where it has nothing to do just then; they come from outside in. */
export const ownerOf = <P extends Keyed>(places: readonly P[], hotkey: string): P | undefined =>
  places.findLast(({ acts }) => acts().some((act) => act.hotkey === hotkey));
