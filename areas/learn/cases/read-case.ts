import { parseDocument } from 'yaml';
import { Fault } from '../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { structureFaults } from '../../../report/figure/rules.ts';
import { type CaseDocument, caseDocument } from './schema.ts';

const LARGEST = 1_000_000;

function withoutAliases(parsed: ReturnType<typeof parseDocument>): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new Fault('malformed', {
      detail: {
        ja: 'YAMLの別名（*名前）は使えません。書き下してください',
        en: 'YAML aliases (*name) are not taken: write it out',
      },
      cause,
    });
  }
}

/**
 * A case from a YAML or JSON file.
 * @throws Fault `invalid` that names every wrong field by its path, `malformed` with line and column
 */
export function readCase(text: string): CaseDocument {
  if (text.length > LARGEST) throw new Fault('too-large');
  const parsed = parseDocument(text, { prettyErrors: true });
  const [first] = parsed.errors;
  if (first) {
    const at = first.linePos?.[0];
    const where = at
      ? { ja: `${at.line}行${at.col}字目`, en: `line ${at.line}, column ${at.col}` }
      : undefined;
    const [reason = first.message] = first.message.split(' at line ');
    throw new Fault('malformed', {
      detail: {
        ja: `YAMLとして読めません${where ? `（${where.ja}）` : ''}：${reason}`,
        en: `This is not YAML${where ? ` (${where.en})` : ''}: ${reason}`,
      },
    });
  }
  const value = withoutAliases(parsed);
  if (value === null || typeof value !== 'object')
    throw new Fault('malformed', {
      detail: {
        ja: '事例が入っていません。cases フォルダの例にならって書いてください',
        en: 'There is no case in it: follow the examples in the folder cases',
      },
    });
  const checked = caseDocument.safeParse(value);
  if (!checked.success) throw new Fault('invalid', { fields: fieldFaultsOf(checked.error, 'case') });
  const faults = structureFaults(checked.data.figure);
  if (faults.length > 0)
    throw new Fault('invalid', {
      fields: faults.map(({ path, message }) => ({ field: `figure.${path}`, mend: message })),
    });
  return checked.data;
}
