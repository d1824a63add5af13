const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { default: Runtime } = require('jest-runtime');

/** What jest-runtime hands to a module under this name belongs to the one test file that runs. */
const GLOBALS = '@jest/globals/';

let kept;

/**
 * Packages and the modules of src/ are loaded once a worker, not once a test file: loading them was a quarter of the
 * work of a light file. Test files, and all of test/, are loaded anew for each. Nothing in src/ remembers anything a
 * test could see (what is kept in variables there is computed from what is given), and fakes are handed in through
 * ports, so a file cannot tell; `FRESH_MODULES=1` loads everything anew where one doubts it. (docs/tests.md)
 *
 * It reaches into jest-runtime, whose version is exact in package.json; test/scripts/kept-modules.test.ts holds that it
 * does what it says.
 */
class KeptRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig) {
    if (kept) {
      kept.beginFile(testPath);
      return kept;
    }
    super(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig);
    if (globalConfig.watch || globalConfig.watchAll) throw new Error('Watching needs FRESH_MODULES=1: modules stay loaded.');
    kept = this;
  }

  beginFile(testPath) {
    this._testPath = testPath;
    this.esmLoader.testPath = testPath;
    this.executor.testPath = testPath;
    this.testState.state = 'loading';
  }

  setMock(_from, name) {
    refuse(name);
  }

  setModuleMock(_from, name) {
    refuse(name);
  }

  /** In place of emptying every registry, as jest-runtime does: of both, only what does not stay. */
  teardown() {
    const { registries } = this;
    this.restoreAllMocks();
    registries.exitIsolated();
    registries.mockRegistry.clear();
    registries.moduleMockRegistry.clear();
    registries.internalModuleRegistry.clear();
    keep(registries.esModuleRegistry, this._config.rootDir, ({ status }) => status === 'evaluated');
    keep(registries.moduleRegistry, this._config.rootDir, ({ loaded }) => loaded);
    this.testMainModule.reset();
    this.mockState.clear();
    this.jestGlobals.clearJestObjectCache();
    this.jestGlobals.cachedEnvGlobals = undefined;
    this.loggedReferenceErrors.clear();
  }
}

/** @param isWhole whether a module was loaded to its end */
function keep(registry, root, isWhole) {
  for (const [key, module] of registry) {
    if (!stays(root, key)) registry.delete(key);
    // Built-in and CommonJS modules, as ES modules import them in Node 20: promised, but long there.
    else if (module instanceof Promise) module.catch(() => registry.delete(key));
    else if (!isWhole(module)) registry.delete(key);
  }
}

function refuse(name) {
  throw new Error(`Modules stay loaded between test files, so ${name} cannot be replaced: hand a fake in through a port.`);
}

/** @param key as the registries of jest-runtime name a module: a file's URL or path, or a built-in's name */
function stays(root, key) {
  if (key.startsWith(GLOBALS)) {
    const from = key.slice(GLOBALS.length);
    if (stays(root, from)) throw new Error(`${from} stays loaded between test files, so it cannot import @jest/globals.`);
    return false;
  }
  const file = key.startsWith('file:') ? fileURLToPath(key) : key;
  if (!path.isAbsolute(file)) return true;
  if (file.includes(`${path.sep}node_modules${path.sep}`)) return true;
  const [room] = path.relative(root, file).split(path.sep);
  return room === 'config' || (room === 'src' && !/\.test\.\w+$/.test(file));
}

module.exports = { __esModule: true, default: KeptRuntime };
