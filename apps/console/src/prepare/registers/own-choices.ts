import { createContext } from 'react';

/** Choices for fields that point inside the entry being written, by field name. */
export const OwnChoices = createContext<Readonly<Record<string, { value: string; label: string }[]>>>({});
