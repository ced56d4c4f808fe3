import type { Finding, Plan } from '../../../../../areas/prepare/plans/schema.ts';
import { nameIn } from '../registers/form/keys.ts';
import { isValue, type Value } from '../registers/form/shape.ts';
import type { OwnOnes } from '../registers/own-choices.ts';

/** A plan in the parts one reads and writes it by, with the fields that stand in each. */
export const SECTIONS = {
  overview: ['key', 'name', 'situation', 'summary', 'origin'],
  criteria: ['activation', 'acknowledgements'],
  roles: ['roles'],
  steps: ['steps'],
  levels: ['levels', 'bodies'],
  reports: ['reports'],
  templates: ['templates'],
  audiences: ['audiences'],
  samples: ['samples'],
} as const satisfies Readonly<Record<string, readonly (keyof Plan)[]>>;
export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as [Section, ...Section[]];

const fieldsOf = (section: Section): readonly string[] => SECTIONS[section];
const stands = (section: Section, path: string): boolean =>
  fieldsOf(section).includes(path.split('.')[0] ?? '');

/** What is wrong in a part. */
export const findingsIn = (section: Section, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ path }) => stands(section, path));

/** How many things a part lists; undefined where it lists none. */
export function countIn(section: Section, entry: Value): number | undefined {
  const lists = fieldsOf(section).flatMap((field) => {
    const value = entry[field];
    return Array.isArray(value) ? [value.length] : [];
  });
  return lists.length === 0 ? undefined : lists.reduce((all, each) => all + each, 0);
}

/** What the plan's own fields can point at: its roles and its templates, as far as they are written. */
export function ownOnes(entry: Value): OwnOnes {
  const listed = (field: string) => {
    const list = entry[field];
    const items = (Array.isArray(list) ? list : []).filter(isValue);
    const seen = new Set<string>();
    return items.flatMap((item) => {
      const key = String(item['key'] ?? '');
      if (key === '' || seen.has(key)) return [];
      seen.add(key);
      const name = nameIn(item) || key;
      const alike = items.filter((each) => nameIn(each) === name).length > 1;
      return [{ value: key, label: alike ? `${name} (${key})` : name }];
    });
  };
  const [roles, templates] = [listed('roles'), listed('templates')];
  return {
    role: roles,
    deputy: roles,
    chair: roles,
    members: roles,
    approver: roles,
    apartFrom: roles,
    template: templates,
  };
}
