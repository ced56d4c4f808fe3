import type { DrawnField } from './ask-types.ts';
import type { Draft } from './merge-begun.ts';

/** The fields of a form in the order they are shown, whatever route they are of. */
export type Drawn = readonly (readonly [name: string, field: DrawnField])[];
export const drawn = (fields: Readonly<Record<string, DrawnField | false | undefined>>): Drawn =>
  Object.entries(fields).filter((each): each is [string, DrawnField] => Boolean(each[1]));

const emptyOf = ({ kind, fields = {} }: DrawnField): unknown => {
  if (kind === 'group') return beginOf(drawn(fields));
  if (kind === 'choices' || kind === 'keys' || kind === 'lines' || kind === 'people') return [];
  return kind === 'yesNo' ? false : '';
};
export function beginOf(fields: Drawn): Draft {
  return Object.fromEntries(fields.map(([name, field]) => [name, field.begin ?? emptyOf(field)]));
}
/** Every field by its path, those of groups too. */
export const flat = (fields: Drawn, under = ''): Drawn =>
  fields.flatMap(([name, field]) =>
    field.kind === 'group'
      ? flat(drawn(field.fields ?? {}), `${under}${name}.`)
      : [[`${under}${name}`, field] as const],
  );
