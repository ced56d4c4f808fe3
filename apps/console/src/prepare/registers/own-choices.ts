import { createContext } from 'react';
import type { Choice } from '../../ui/forms/ask-types.ts';

export type OwnOnes = Readonly<Record<string, readonly Choice[]>>;
/** Choices for fields that point inside the entry being written, by field name. */
export const OwnChoices = createContext<OwnOnes>({});
