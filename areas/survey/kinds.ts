import type { Kinds, PackageKind } from './exchange/kind.ts';
import { OPEN_KINDS } from './exchange/open-kinds.ts';
import { passOn } from './exchange/pass-on.ts';

/** Everybody who answers for a kind of package; one more is its file and a line here. */
const ALL: readonly PackageKind[] = [...OPEN_KINDS, passOn];

export const KINDS: Kinds = Object.fromEntries(ALL.map((kind) => [kind.name, kind]));
