import { expect, test } from 'vitest';
import { joinPath } from '../../../../../sources/generic/path.ts';
import { leavesOf } from './leaves.ts';

const SAMPLE = {
  title: 'disk',
  tags: [
    { key: 'env', value: 'prod' },
    { key: 'host.name', value: 'db1' },
    { key: 'a', value: 'x' },
    { key: 'fourth', value: 'y' },
  ],
  dims: [{ name: 'Queue', value: { id: 7 } }],
  aws: [{ Key: 'team', Value: 'core' }],
  twice: [{ key: 'a', value: 1 }, { key: 'a', value: 2 }],
  mixed: [{ key: 'a', value: 1 }, 'b'],
  numbered: [{ key: '7', value: 'seven' }],
  inner: '[{"key": "site", "value": "north"}]',
  none: [],
}; // biome-ignore format: a table

test('what is pointed at in a list of names and values is found by its name, all else by its place', () => {
  expect(leavesOf(SAMPLE).map(({ path, value }) => `${joinPath(path)}=${value}`)).toEqual([
    'title=disk',
    'tags.env=prod', 'tags.host\\.name=db1', 'tags.a=x', 'tags.fourth=y',
    'dims.Queue.id=7',
    'aws.team=core',
    'twice.0.key=a', 'twice.0.value=1', 'twice.1.key=a', 'twice.1.value=2',
    'mixed.0.key=a', 'mixed.0.value=1', 'mixed.1=b',
    'numbered.0.key=7', 'numbered.0.value=seven',
    'inner.site=north',
  ]); // biome-ignore format: a table
  // A list of alerts that happen to have a name and a value stays a list of alerts.
  expect(leavesOf(SAMPLE.aws).map(({ path }) => joinPath(path))).toEqual(['0.Key', '0.Value']);
});
