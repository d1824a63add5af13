import { describe, expect, it } from '@jest/globals';
import { Fault } from '../domain/faults.ts';
import { readSettings } from './settings.ts';
import { isOpenToReaders } from './sms-settings.ts';

const SMS = {
  SMS_SEND_URL: 'https://sms.example.org/messages',
  SMS_SEND_BODY: '{"to":"{to}","text":"{text}"}',
  SMS_NUMBER: '36000',
  SMS_INBOUND_SECRET: 'a-word-for-this-test-only',
};
const refused = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (fault) {
    if (fault instanceof Fault) return fault.message;
    throw fault;
  }
  return 'It was accepted.';
};

describe('T35: SMS settings together', () => {
  it('are accepted as they are described, and ask for nothing where no gateway is set', () => {
    expect(refused(SMS)).toBe('It was accepted.');
    expect(refused({ SMS_LONG: 'numbered' })).toBe('It was accepted.');
  });

  it('a place for keys without what opens it is named', () => {
    const more = { SMS_TOKEN_URL: 'https://api.example.org/token' };
    expect(refused({ ...SMS, ...more })).toMatch(
      /^SMS_TOKEN_AUTHORIZATION is missing: SMS_TOKEN_URL is set; /,
    );
    expect(refused({ ...SMS, ...more, SMS_TOKEN_AUTHORIZATION: 'Basic x' })).toMatch(/^It was/);
  });

  it.each(['SMS_NUMBER', 'SMS_INBOUND_SECRET'])('%s missing is named', (name) => {
    expect(refused({ ...SMS, [name]: '' })).toMatch(
      new RegExp(`^${name} is missing: SMS_SEND_URL is set; expected .+ e\\.g\\. `),
    );
  });

  it.each([
    [
      'a placeholder there is none of',
      { SMS_SEND_BODY: '{"to":"{phone}","text":"{text}"}' },
      'no placeholder {phone}',
    ],
    ['one in the address', { SMS_SEND_URL: 'https://sms.example.org/{user}' }, 'no placeholder {user}'],
    ['one in a header', { SMS_SEND_HEADERS: '{"x-key":"{secret}"}' }, 'no placeholder {secret}'],
    ['a text in a header', { SMS_SEND_HEADERS: '{"x-text":"{text}"}' }, 'headers have no placeholder {text}'],
    ['no text anywhere', { SMS_SEND_BODY: 'to={to}' }, '{text} is missing'],
    ['a body that is no JSON', { SMS_SEND_BODY: '{"to":{to},"text":"{text}"}' }, 'the body is no JSON'],
    ['GET with a body', { SMS_SEND_METHOD: 'GET' }, 'GET has no body'],
    ['a placeholder for the host', { SMS_SEND_URL: 'https://{to}/x' }, 'none of http or https'],
  ])('%s is refused at the start, in one line without a secret', (_name, more, words) => {
    const message = refused({ ...SMS, ...more });
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
    expect(message).not.toContain(SMS.SMS_INBOUND_SECRET);
  });

  it.each([
    ['http://sms.example.org/x', true],
    ['http://41.73.1.2/x', true],
    ['http://benkan:pass@sms.example.org/x?to={to}', true],
    ['https://sms.example.org/x', false],
    ['http://127.0.0.1:13013/cgi-bin/sendsms?to={to}', false],
    ['http://[::1]:1/', false],
    ['http://192.168.1.20:8080/message', false],
    ['http://172.20.0.3/', false],
    ['http://172.32.0.3/', true],
    ['http://kannel:13013/', false],
    ['http://phone.local/', false],
    ['http://10.example.org/', true],
  ])('T35: %s sends words in clear: %s', (url, open) => {
    expect(isOpenToReaders(url)).toBe(open);
    const production = {
      ...{
        NODE_ENV: 'production',
        KEY_FILE: '/etc/benkan/keyring.json',
        PUBLIC_URL: 'https://b.example.org',
      },
      ...{ ...SMS, SMS_SEND_URL: url },
    };
    expect(refused(production)).toMatch(open ? /^SMS_SEND_URL sends words or keys in clear: / : /^It was/);
  });
});
