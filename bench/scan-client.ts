import fs from 'node:fs';
import { readEntities } from '../areas/survey/anonymise/entities/read-entities.ts';
import { Finder } from '../areas/survey/anonymise/finding/finder.ts';
import { scanPaths } from '../areas/survey/anonymise/scanning/scan-paths.ts';

/** A process of its own, so that its memory is what scanning needs. */
const [list = '', folder = ''] = process.argv.slice(2);
const begun = performance.now();
const finder = new Finder(readEntities(fs.readFileSync(list, 'utf8')));
const made = performance.now();
const { leaks, files, unread } = scanPaths([folder], finder);
const done = performance.now();
const { maxRSS, userCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    forms: made - begun,
    scan: done - made,
    leaks: leaks.length,
    files,
    unread,
    cpu: userCPUTime / 1000,
    megabytes: maxRSS / 1024,
  }),
);
