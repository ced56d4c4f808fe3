import { createContext, useContext } from 'react';
import { COMMON_FIELDS, type RegisterKind } from '../../../../../../areas/prepare/registers/schema.ts';
import type { Bilingual } from '../../../../../../kernel/language.ts';
import { useSpeech } from '../../../language.tsx';
import type { Value } from './shape.ts';

/** The entry that is written, and the register that says what its fields and values are called, and where they point. */
export interface Written {
  readonly kind: RegisterKind;
  readonly entry: Value;
  /** Keys of what was kept before: they stay, whatever it is called. */
  readonly kept: (key: string) => boolean;
}
export const KindWritten = createContext<Written | undefined>(undefined);

export function useKind() {
  const written = useContext(KindWritten);
  const { say } = useSpeech();
  const kind = written?.kind;
  const spoken = (words: Bilingual | undefined, name: string) => (words ? say(words) : name);
  return {
    written,
    fieldName: (name: string) =>
      spoken((COMMON_FIELDS as Readonly<Record<string, Bilingual>>)[name] ?? kind?.fields[name], name),
    valueName: (value: string) => spoken(kind?.values[value], value),
    target: (name: string) => kind?.points[name] ?? kind?.recalls[name],
  };
}
