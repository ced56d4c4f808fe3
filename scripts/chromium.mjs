// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { die } from './install.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const find = () => process.env.CHROMIUM ?? PLACES.find((place) => fs.existsSync(place));

/** The browser the browser tests drive; installed from Debian's packages where it is missing and we may. */
export function ensureChromium() {
  if (find()) return find();
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    die(
      'the browser tests need Chromium: run "sudo apt-get install chromium" (or set CHROMIUM to its path), then npm test again',
    );
  }
  process.stdout.write('Chromium を入れています / installing Chromium from Debian’s packages …\n');
  const options = {
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return find() ?? die('Chromium could not be installed: run "apt-get install chromium" and see why');
}

/** Alertmanager from Debian's packages, for the tests against other programs. */
export function ensureAlertmanager() {
  if (fs.existsSync('/usr/bin/prometheus-alertmanager')) return;
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    die(
      'the tests against other programs need Alertmanager: run "sudo apt-get install prometheus-alertmanager", then npm test again',
    );
  }
  process.stdout.write('Alertmanager を入れています / installing Alertmanager from Debian’s packages …\n');
  const options = {
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'prometheus-alertmanager'],
    options,
  );
  if (!fs.existsSync('/usr/bin/prometheus-alertmanager'))
    die('Alertmanager could not be installed: run "apt-get install prometheus-alertmanager" and see why');
}
