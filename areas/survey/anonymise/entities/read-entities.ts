import { Fault } from '../../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../../kernel/shape-faults.ts';
import { readYaml } from '../../../../kernel/yaml.ts';
import { type Entity, entityList } from './schema.ts';

const LARGEST = 10_000_000;

/**
 * The list of what must not be told, from YAML or JSON.
 * @throws Fault `invalid` that names every wrong field, `malformed` with line and column
 */
export function readEntities(text: string): readonly Entity[] {
  const read = entityList.safeParse(readYaml(text, LARGEST));
  if (!read.success) throw new Fault('invalid', { fields: fieldFaultsOf(read.error, 'entities') });
  return read.data.entities;
}
