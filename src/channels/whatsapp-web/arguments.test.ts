import { describe, expect, it } from '@jest/globals';
import { argumentsIn, weakens } from './arguments.ts';

const RULES = '--host-resolver-rules=MAP a.example:443 127.0.0.1:8443, MAP * ~NOTFOUND';

describe('C2: arguments of Chromium as an operator writes them', () => {
  it.each([
    ['one', '--no-sandbox', ['--no-sandbox']],
    ['several', ' --no-sandbox\t--lang=fr ', ['--no-sandbox', '--lang=fr']],
    ['a value with blanks', `${RULES} --no-sandbox`, [RULES, '--no-sandbox']],
    ['quotes around an argument', `"${RULES}" '--no-sandbox'`, [RULES, '--no-sandbox']],
    ['quotes around a value', `--no-sandbox --lang="fr ML"`, ['--no-sandbox', '--lang=fr ML']],
    ['a JSON list', JSON.stringify([RULES, '--no-sandbox']), [RULES, '--no-sandbox']],
  ])('%s', (_name, written, args) => {
    expect(argumentsIn(written)).toEqual(args);
  });

  it.each(['no-sandbox', '-x', '--', '[', '[1]', '{"a":1}', 'x --no-sandbox', '["--a","b"]'])(
    'no arguments: %s',
    (written) => {
      expect(argumentsIn(written)).toBeUndefined();
    },
  );

  it('what only sounds alike weakens nothing', () => {
    expect(
      weakens(['--no-sandbox', '--lang=--disable-web-security', '--proxy-server=http://10.0.0.1:3128']),
    ).toBe(false);
  });
});
