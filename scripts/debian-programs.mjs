// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { die } from './install.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ALERTMANAGER = ['/usr/bin/prometheus-alertmanager'];

/** @param {string[]} places */
const find = (places) => places.find((place) => fs.existsSync(place));

/**
 * A program the tests drive; installed from Debian's packages where it is missing and we may.
 * @param {{ name: string, package: string, places: string[], why: string, hint?: string }} program
 * @returns {string}
 */
function ensure({ name, package: debian, places, why, hint = '' }) {
  const here = find(places);
  if (here) return here;
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    die(`${why} need ${name}: run "sudo apt-get install ${debian}"${hint}, then npm test again`);
  }
  process.stdout.write(`${name} を入れています / installing ${name} from Debian’s packages …\n`);
  const options = {
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], options);
  return find(places) ?? die(`${name} could not be installed: run "apt-get install ${debian}" and see why`);
}

export const ensureChromium = () =>
  process.env.CHROMIUM ??
  ensure({
    name: 'Chromium',
    package: 'chromium',
    places: CHROMIUM,
    why: 'the browser tests',
    hint: ' (or set CHROMIUM to its path)',
  });

export const ensureAlertmanager = () =>
  ensure({
    name: 'Alertmanager',
    package: 'prometheus-alertmanager',
    places: ALERTMANAGER,
    why: 'the tests against other programs',
  });
