// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { die } from './install.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const STRACE = ['/usr/bin/strace'];
const ALERTMANAGER = ['/usr/bin/prometheus-alertmanager'];

/** @param {string[]} places */
const find = (places) => places.find((place) => fs.existsSync(place));

/**
 * A program the tests drive; installed from Debian's packages where it is missing and we may.
 * @typedef {{ why: string, again: string }} Asked who needs it, and what to run once it is there
 * @param {{ name: string, package: string, places: string[], hint?: string }} program
 * @param {Asked} asked
 * @returns {string}
 */
function ensure({ name, package: debian, places, hint = '' }, { why, again }) {
  const here = find(places);
  if (here) return here;
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    die(`${name} is missing for ${why}: run "sudo apt-get install ${debian}"${hint}, then ${again}`);
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

/** @param {Asked} asked */
export const ensureChromium = (asked) =>
  process.env.CHROMIUM ??
  ensure(
    { name: 'Chromium', package: 'chromium', places: CHROMIUM, hint: ' (or set CHROMIUM to its path)' },
    asked,
  );

/** @param {Asked} asked */
export const ensureAlertmanager = (asked) =>
  ensure({ name: 'Alertmanager', package: 'prometheus-alertmanager', places: ALERTMANAGER }, asked);

/** @param {Asked} asked */
export const ensureStrace = (asked) => ensure({ name: 'strace', package: 'strace', places: STRACE }, asked);
