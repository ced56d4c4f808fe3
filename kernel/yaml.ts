import { Document, parseDocument, visit } from 'yaml';
import { Fault } from './errors.ts';
import { plainFaultsOf } from './plain.ts';

/**
 * Reads one YAML (or JSON) document without aliases, which could blow up to any size.
 * @param largest characters
 * @param before lines of the file that come before it
 * @throws Fault `malformed` with line and column, `too-large`, `invalid` that names texts nothing could keep
 */
export function readYaml(text: string, largest: number, before = 0): unknown {
  if (text.length > largest)
    throw new Fault('too-large', {
      detail: {
        ja: `一度に読み取れる上限は${largest.toLocaleString('en')}文字です。ファイルを分割してください`,
        en: `At most ${largest.toLocaleString('en')} characters at a time. Split the file`,
      },
    });
  const parsed = parseDocument(text, { prettyErrors: true });
  const [first] = parsed.errors;
  if (first) {
    const at = first.linePos?.[0];
    const where = at
      ? {
          ja: `${at.line + before}行目${at.col}文字目`,
          en: `line ${at.line + before}, column ${at.col}`,
        }
      : undefined;
    const [reason = first.message] = first.message.split(' at line ');
    throw new Fault('malformed', {
      detail: {
        ja: `YAMLとして読み取れません${where ? `（${where.ja}）` : ''}：${reason}`,
        en: `This is not valid YAML${where ? ` (${where.en})` : ''}: ${reason}`,
      },
    });
  }
  const value = written(parsed);
  // Escapes of YAML and JSON can spell what no text of ours may hold.
  const fields = plainFaultsOf(value, 'file');
  if (fields.length > 0) throw new Fault('invalid', { fields });
  return value;
}

function written(parsed: Document): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new Fault('malformed', {
      detail: {
        ja: 'YAMLのエイリアス（*名前）は使用できません。値を直接記述してください',
        en: 'YAML aliases (*name) are not supported. Write the value out',
      },
      cause,
    });
  }
}

/** What YAML 1.1 and its readers take for something else, and no schema of the library knows. */
const TAKEN_ELSEWHERE =
  /^(?:=|<<|[-+]?[0-9][0-9_,]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?0[0-9_]+|[-+]?[0-9][0-9_.]*(?:[eE][-+]?[0-9]+)?)$/;

/**
 * One document for people to read; what is the same twice is written twice, for `readYaml` takes no aliases. What other
 * readers take for a number, a time, yes or nothing stands in quotes: files pass through their tools.
 */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && TAKEN_ELSEWHERE.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 110 });
}
