import { Fault } from '../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { readYaml } from '../../../kernel/yaml.ts';
import { structureFaults } from '../../../report/figure/rules.ts';
import { inPresentForm } from './older-forms.ts';
import { type CaseDocument, caseDocument } from './schema.ts';

const LARGEST = 1_000_000;

/**
 * A case from a YAML or JSON file.
 * @throws Fault `invalid` that names every wrong field by its path, `malformed` with line and column
 */
export function readCase(text: string): CaseDocument {
  const value = readYaml(text, LARGEST);
  if (value === null || typeof value !== 'object')
    throw new Fault('malformed', {
      detail: {
        ja: '事例が含まれていません。cases フォルダの例に従って作成してください',
        en: 'The file contains no case. Follow the examples in the cases folder',
      },
    });
  const checked = caseDocument.safeParse(inPresentForm(value));
  if (!checked.success) throw new Fault('invalid', { fields: fieldFaultsOf(checked.error, 'case') });
  const faults = structureFaults(checked.data.figure);
  if (faults.length > 0)
    throw new Fault('invalid', {
      fields: faults.map(({ path, message }) => ({ field: `figure.${path}`, mend: message })),
    });
  return checked.data;
}
