import fs from 'node:fs';
import { Command } from 'commander';
import { type Contract, listContracts } from '../../areas/contract.ts';
import { CONTRACTS } from '../../areas/contracts.ts';
import { contracts as account } from '../server/auth/contract.ts';
import { callServer } from './call-server.ts';
import { printResult, wantsJson } from './print.ts';

const ALL = [...listContracts(CONTRACTS), ...listContracts(account)];

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

interface Options {
  readonly [name: string]: unknown;
}

function childOf(parent: Command, name: string): Command {
  const known = parent.commands.find((command) => command.name() === name);
  if (known) return known;
  const made = new Command(name).description(`… ${name}`);
  parent.addCommand(made);
  return made;
}

/** A field from the line as JSON where it is JSON (numbers, lists, objects, true), else as text. */
function fieldValue(text: string): unknown {
  if (!/^(?:[[{"]|-?\d+(?:\.\d+)?$|true$|false$|null$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const fieldsOf = (schema: Contract['body']): string[] => Object.keys(schema?.shape ?? {});

function readBody(route: Contract, options: Options): unknown {
  if (!route.body) return undefined;
  const file = options['body'];
  const base =
    typeof file === 'string' ? (JSON.parse(fs.readFileSync(file === '-' ? 0 : file, 'utf8')) as object) : {};
  const given = fieldsOf(route.body).flatMap((name) => {
    const value = options[name];
    if (typeof value !== 'string') return [];
    // A file of registers is named, not typed.
    if (name === 'yaml') return [[name, fs.readFileSync(value === '-' ? 0 : value, 'utf8')]];
    return [
      [
        name,
        name === 'text' || name === 'title' || name === 'note' || name === 'name' ? value : fieldValue(value),
      ],
    ];
  });
  return { ...base, ...Object.fromEntries(given) };
}

/** `sonae <area> <thing> <verb>` for every route: path parts are arguments, query and body fields are options. */
export function addApiCommands(program: Command): void {
  for (const route of ALL) {
    const words = route.command.split(' ');
    const verb = words.pop() ?? '';
    const command = childOf(words.reduce(childOf, program), verb).description(
      `${route.summary.en} / ${route.summary.ja}`,
    );
    const parameters = Object.keys(route.params?.shape ?? {});
    for (const name of parameters) command.argument(`<${name}>`);
    for (const name of fieldsOf(route.query)) command.option(`--${kebab(name)} <value>`);
    for (const name of fieldsOf(route.body))
      command.option(`--${kebab(name)} <${name === 'yaml' ? 'file' : 'value'}>`);
    if (route.body)
      command.option('--body <file>', 'the whole body as JSON from a file, - for standard input');
    command.action(async (...values: unknown[]) => {
      const options = values[parameters.length] as Options;
      const params = Object.fromEntries(parameters.map((name, i) => [name, String(values[i])]));
      const query = Object.fromEntries(
        fieldsOf(route.query).flatMap((name) =>
          options[name] === undefined ? [] : [[name, String(options[name])]],
        ),
      );
      printResult(await callServer(route.key, params, query, readBody(route, options)), wantsJson(command));
    });
  }
}
