const { TestEnvironment } = require('jest-environment-node');

/** The one context of this worker: modules that stay (jest.kept-runtime.cjs) can be linked in theirs only. */
let kept;

/** What a test file leaves behind in its globals is put back, so that the next one begins as if it were alone. */
class KeptEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept) return kept;
    super(config, context);
    this.born = new Set(Reflect.ownKeys(this.global));
    this.settings = { ...this.global.process.env };
    this.exit = this.global.process.exit;
    this.fetch = this.global.fetch;
    kept = this;
  }

  async teardown() {
    const { global } = this;
    this.fakeTimersModern.useRealTimers();
    // jest keeps there what a file asked for: its timeout, its matchers, who listens to its tests.
    for (const key of Reflect.ownKeys(global)) if (typeof key === 'symbol' && !this.born.has(key)) forget(global, key);
    const { env } = global.process;
    for (const name of Object.keys(env)) if (!(name in this.settings)) delete env[name];
    Object.assign(env, this.settings);
    // Of the process as tests see it, which is a copy: no signal ever comes to it.
    global.process.removeAllListeners();
    global.process.exit = this.exit;
    global.fetch = this.fetch;
  }
}

/** What cannot be deleted (the matchers of `expect`) is emptied: who made it fills it again. */
function forget(global, key) {
  if (Reflect.deleteProperty(global, key)) return;
  const { matchers = {}, customEqualityTesters = [] } = global[key] ?? {};
  for (const name of Object.keys(matchers)) delete matchers[name];
  customEqualityTesters.length = 0;
}

module.exports = KeptEnvironment;
