import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { stepBack } from '../../../../kernel/in-worker.ts';
import { readYaml, writeYaml } from '../../../../kernel/yaml.ts';
import { LARGEST_CODE } from './schema.ts';
import { splitFile } from './split-file.ts';
import type { YamlAnswer, YamlTask } from './yaml-in-worker.ts';

const give = (message: unknown): void => parentPort?.postMessage(message);

function read(text: string): YamlAnswer {
  try {
    const split = text.length <= LARGEST_CODE ? splitFile(text) : undefined;
    for (const part of split?.parts ?? []) give({ part: readYaml(part.text, LARGEST_CODE, part.before) });
    return { done: readYaml(split?.rest ?? text, LARGEST_CODE) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { detail, fields } = fault.details;
    return {
      refused: { code: fault.code, details: { ...(detail && { detail }), ...(fields && { fields }) } },
    };
  }
}

const task = workerData as YamlTask;
stepBack();
if (task.kind === 'read') give(read(task.text));
else {
  const texts: string[] = [];
  parentPort?.on('message', (message: { part: unknown } | null) => {
    if (message) texts.push(writeYaml(message.part));
    else give({ done: texts });
  });
}
