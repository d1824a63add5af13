// Writes docs/roles.md from the routes of the whole house. The test that checks it knows the routes, so it writes them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = [
  'node_modules/.bin/jest',
  '--config',
  'config/jest.config.mjs',
  '--forceExit',
  'test/staff/matrix',
];
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', ...jest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WRITE_ROLES: '1' },
});
process.exitCode = status ?? 1;
