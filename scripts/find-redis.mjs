// Finds the Redis that tests of several processes start, or installs it where that is possible.
import { findProgram } from './find-program.mjs';

const REDIS = {
  name: 'Redis',
  a: 'a redis-server',
  setting: 'REDIS_SERVER',
  usual: [
    '/usr/bin/redis-server',
    '/usr/local/bin/redis-server',
    '/opt/homebrew/bin/redis-server',
    '/usr/bin/valkey-server',
  ],
  debian: 'redis-server',
};

export const findRedis = (wanted) => findProgram(wanted, REDIS);
