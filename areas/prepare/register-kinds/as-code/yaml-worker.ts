import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../../kernel/errors.ts';
import { readYaml, writeYaml } from '../../../../kernel/yaml.ts';
import { LARGEST_CODE } from './schema.ts';
import type { YamlAnswer, YamlTask } from './yaml-in-worker.ts';

function answerTo(task: YamlTask): YamlAnswer {
  if (task.kind === 'write') return { done: writeYaml(task.value) };
  try {
    return { done: readYaml(task.text, LARGEST_CODE) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { detail, fields } = fault.details;
    return {
      refused: { code: fault.code, details: { ...(detail && { detail }), ...(fields && { fields }) } },
    };
  }
}

parentPort?.postMessage(answerTo(workerData as YamlTask));
