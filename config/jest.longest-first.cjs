const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');
const seconds = require('./test-seconds.json');

/** Where nothing is known of a file: as most are. */
const USUAL_MS = 2_000;

/** The longest files first, on a fresh clone too, so that no worker ends alone with one. Kept by `npm test -- --record`. */
class LongestFirst extends Sequencer {
  time(test) {
    const file = path.relative(test.context.config.rootDir, test.path).replaceAll(path.sep, '/');
    return seconds[file] === undefined ? (super.time(test) ?? USUAL_MS) : seconds[file] * 1000;
  }
}

module.exports = LongestFirst;
