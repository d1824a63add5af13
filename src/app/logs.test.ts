import { describe, expect, it } from '@jest/globals';
import { errorFields, logger } from './logs.ts';

const SECRET = '22377000000';

function lines(write: (log: ReturnType<typeof logger>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(logger('debug', { write: (line: string) => void written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('T7: a log line', () => {
  it('carries ids and codes from a list, and drops the rest', () => {
    const [line] = lines((log) =>
      log.info({ conversation: 'c1', text: SECRET, user: SECRET, kind: { deep: SECRET } }, 'turn'),
    );
    expect(line).toMatchObject({ level: 'info', conversation: 'c1', msg: 'turn' });
    expect(JSON.stringify(line)).not.toContain(SECRET);
  });

  it('tells the kind of an error and where it was, not what it says', () => {
    const driver = Object.assign(new RangeError(`E11000 dup key: { phone: "${SECRET}" }`), { code: 11000 });
    for (const [line] of [
      lines((log) => log.error({ err: driver }, 'x')),
      lines((log) => log.error({ what: 'recover', ...errorFields(driver) }, 'x')),
    ]) {
      expect(line).toMatchObject({ error: 'RangeError', code: '11000' });
      expect(line?.['at']).toContain('logs.test');
      expect(JSON.stringify(line)).not.toContain(SECRET);
    }
  });

  it('is not fooled by a message that looks like a place in the code', () => {
    const quoting = new Error(`cannot read\n    at home, ${SECRET}\n    at (${SECRET}:1:1)`);
    expect(JSON.stringify(errorFields(quoting))).not.toContain(SECRET);
    expect(errorFields(quoting).at).toContain('logs.test');
    quoting.message = 'changed';
    expect(JSON.stringify(errorFields(quoting))).not.toContain(SECRET);
  });

  it('takes nothing but the name of a class as an error', () => {
    const [line] = lines((log) => log.error({ error: `cannot read ${SECRET}` }, 'x'));
    expect(line).not.toHaveProperty('error');
    expect(errorFields(SECRET)).toEqual({ error: 'string' });
  });

  it('never takes an error message for its words, nor anything to fill them with', () => {
    const error = new Error(`no such person: ${SECRET}`);
    const written = lines((log) => {
      log.error(error);
      log.error({ err: error });
      log.warn(error, 'turn failed');
      log.info('said %s', SECRET);
      log.info({ channel: 'web' }, 'said %s', SECRET);
    });
    expect(written.map(({ msg }) => msg)).toEqual(['error', 'error', 'turn failed', 'said %s', 'said %s']);
    expect(written[0]).toMatchObject({ error: 'Error' });
    expect(JSON.stringify(written)).not.toContain(SECRET);
  });
});
