import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'dotenv';
import { Fault } from '../domain/faults.ts';
import { PRODUCT_ROOT, readSettings, SETTINGS } from './settings.ts';

/** A wrong value for each setting; `CANARY` stands for what must never be repeated. */
const WRONG: Readonly<Record<keyof typeof SETTINGS, readonly string[]>> = {
  NODE_ENV: ['staging-CANARY', 'Production'],
  PORT: ['CANARY', '65536', '-1', '80.5', '1e9'],
  HOST: ['   '],
  PUBLIC_URL: ['CANARY.example.org', 'ftp://CANARY', 'javascript:CANARY'],
  DATA_DIR: ['  '],
  MONGODB_URI: ['postgres://CANARY', 'mongodb://', 'localhost:27017', 'mongodb://CANARY with spaces'],
  MONGOD_BINARY: [' '],
  REDIS_URL: ['http://CANARY', 'redis://'],
  FLOWS_DIR: [' '],
  FLOWS_PUBLISH: ['CANARY', 'never'],
  LOCALES_DIR: [' '],
  KEY_FILE: [' '],
  METRICS_PORT: ['CANARY', '70000'],
  METRICS_TOKEN: ['CANARY-short'],
  LOG_LEVEL: ['CANARY', 'trace'],
  TZ_CAMPAIGN: ['Africa/CANARY', 'GMT+99'],
  UPDATES_AT_NIGHT: ['CANARY', 'yes'],
  UPDATES_WEEK_ENDS: ['CANARY', 'samedi', 'Saturday'],
  CHAT_EMBED_IN: [
    'CANARY',
    'https://CANARY.example.org',
    "https://a.example'CANARY",
    'https://a.example/ http://b/CANARY',
    '*',
  ],
  SHARE_WHATSAPP: ['CANARY', '+22376123456', '0123456789', '76'],
  SHARE_TELEGRAM: ['@CANARY', 'CANARY bot', 'a', 'https://t.me/CANARY'],
  TELEGRAM_TOKEN: ['CANARY', '123456', '123456:CANARY with spaces', ':CANARY'],
  TELEGRAM_API_ROOT: ['CANARY', 'file:///CANARY'],
  TELEGRAM_MODE: ['CANARY', 'Webhook'],
  TELEGRAM_WEBHOOK_SECRET: ['CANARY', 'CANARY with spaces and more', 'é'.repeat(20)],
  TELEGRAM_CHANNEL: ['CANARY', '@a b', '-1234567890', 'https://t.me/CANARY', '@CANARY/17'],
  WHATSAPP_DRIVER: ['CANARY', 'Web', 'web,cloud'],
  WHATSAPP_WEB_CHOICES: ['CANARY', 'polls'],
  WHATSAPP_CLOUD_TOKEN: [' '],
  WHATSAPP_CLOUD_APP_SECRET: [' '],
  WHATSAPP_CLOUD_VERIFY_TOKEN: [' '],
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: ['CANARY', '+223'],
  WHATSAPP_CLOUD_API_ROOT: ['CANARY'],
  WHATSAPP_CLOUD_TEMPLATE: ['CANARY', 'benkan:', ':fr', 'benkan nouvelle:fr'],
  WHATSAPP_CLOUD_MONTHLY_CEILING: ['CANARY', '0', '-5', '1.5', '1e12'],
  SMS_SEND_URL: ['CANARY', 'ftp://CANARY', 'https://CANARY example.org'],
  SMS_SEND_METHOD: ['CANARY', 'post', 'DELETE'],
  SMS_SEND_HEADERS: ['CANARY', '[]', '{"a b":"CANARY"}', '{"a":1}', 'null'],
  SMS_SEND_BODY: ['  '],
  SMS_TOKEN_URL: ['CANARY', 'ftp://CANARY'],
  SMS_TOKEN_AUTHORIZATION: ['  '],
  SMS_NUMBER: ['CANARY;', 'ŋ'],
  SMS_COUNTRY: ['CANARY', '+0', '22370000000'],
  SMS_ANSWER_ID: ['CANARY CANARY', 'a/b'],
  SMS_ANSWER_CODE: ['$.CANARY'],
  SMS_ANSWER_CODES: ['CANARY', 'ok:', 'fine:200', 'ok:1;gone:2'],
  SMS_INBOUND_SECRET: ['CANARY-short'],
  SMS_INBOUND_AUTH: ['CANARY', 'none'],
  SMS_INBOUND_HEADER: ['CANARY: x', 'x y'],
  SMS_INBOUND_TIME_HEADER: ['CANARY: x'],
  SMS_INBOUND_FIELDS: [
    ...['CANARY', 'from=a', 'from=a text=b', 'from=a text=b id=c CANARY=d', 'from=a from=b text=c id=d'],
    'from=a text=b to=c',
  ],
  SMS_REPORT_FIELDS: ['CANARY', 'id=a', 'id=a state=b text=c'],
  SMS_REPORT_STATES: ['CANARY', 'read:1', 'delivered'],
  SMS_LETTERS: ['CANARY', 'ascii'],
  SMS_LONG: ['CANARY', 'udh'],
  SMS_MAX_PARTS: ['CANARY', '0', '256', '1.5'],
  SMS_PER_SECOND: ['CANARY', '0', '-1'],
  BROADCAST_TWO_PEOPLE_ABOVE: ['CANARY', '-1', '1.5', '1e12'],
  SMS_PRICE: ['CANARY', '-1'],
  WHATSAPP_CLOUD_PRICE: ['CANARY', '1e9'],
  CHROMIUM_PATH: [' '],
  CHROMIUM_ARGS: ['   ', 'CANARY', '-CANARY', '["CANARY"]', '[--CANARY', '[1]'],
};
const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

function refused(environment: Record<string, string>): Fault {
  try {
    readSettings(environment);
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
  throw new Error('It was accepted.');
}

describe('T35: a wrong setting', () => {
  it.each(names.flatMap((name) => WRONG[name].map((value) => [name, value] as const)))(
    '%s=%j is refused in one line: its name, what was expected, an example, never the value',
    (name, value) => {
      const { kind, message } = refused({ [name]: value });
      const { expected, example } = SETTINGS[name];
      expect(kind).toBe('refusal');
      expect(message).toBe(`${name} is wrong: expected ${expected}, e.g. ${name}=${example}`);
      expect(message).not.toContain('\n');
      expect(message).not.toContain('CANARY');
    },
  );

  it.each(names)('%s: its own example is accepted', (name) => {
    const { schema, example } = SETTINGS[name];
    expect(schema.safeParse(example).success).toBe(true);
  });

  const WEBHOOK = { TELEGRAM_TOKEN: '1:a', TELEGRAM_MODE: 'webhook' };
  const SECRET = 'a-word-for-this-test-only';
  const PRODUCTION = { NODE_ENV: 'production', KEY_FILE: '/etc/benkan/keyring.json' };
  it.each([
    ['TELEGRAM_WEBHOOK_SECRET', { ...WEBHOOK, PUBLIC_URL: 'https://b.example.org' }],
    ['PUBLIC_URL', { ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: SECRET }],
    ['TELEGRAM_TOKEN', { TELEGRAM_CHANNEL: '@benkan_mali', SHARE_TELEGRAM: 'benkan_bot' }],
    ['SHARE_TELEGRAM', { TELEGRAM_CHANNEL: '-1001234567890', TELEGRAM_TOKEN: '1:a' }],
    ['PUBLIC_URL', PRODUCTION],
    ['KEY_FILE', { NODE_ENV: 'production', PUBLIC_URL: 'https://b.example.org' }],
  ])('%s missing where another setting needs it is named', (name, environment) => {
    const { code, message } = refused(environment);
    expect(code).toBe('missing_setting');
    expect(message).toMatch(new RegExp(`^${name} is missing: .+; expected .+, e\\.g\\. ${name}=`));
  });

  const SAFE = { ...PRODUCTION, PUBLIC_URL: 'https://b.example.org' };

  it.each(['METRICS_TOKEN', 'TELEGRAM_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'SMS_INBOUND_SECRET'] as const)(
    '%s as in the example is refused in production only',
    (name) => {
      const same = { [name]: SETTINGS[name].example };
      const { code, message } = refused({ ...SAFE, ...same });
      expect(code).toBe('example_secret');
      expect(message).toContain(name);
      expect(message).not.toContain(SETTINGS[name].example);
      expect(() => readSettings(same)).not.toThrow();
    },
  );

  it.each([
    '--ignore-certificate-errors',
    '--no-sandbox --Ignore-Certificate-Errors-SPKI-list=x',
    '--ignore-urlfetcher-cert-requests',
    '--allow-insecure-localhost',
    '--allow-running-insecure-content',
    '--disable-web-security',
    '--unsafely-treat-insecure-origin-as-secure=http://web.whatsapp.com',
    '--reduce-security-for-testing',
    '--ssl-version-max=tls1.2',
    '--remote-debugging-port=9222',
    '"--ignore-certificate-errors"',
    '["--no-sandbox", "--ignore\\u002dcertificate-errors"]',
  ])(
    'C2: CHROMIUM_ARGS=%s weakens TLS or the session, and is refused in production only',
    (CHROMIUM_ARGS) => {
      const { code, message } = refused({ ...SAFE, CHROMIUM_ARGS });
      expect(code).toBe('unsafe_setting');
      expect(message).toMatch(/^CHROMIUM_ARGS .+ expected .+ e\.g\. /);
      expect(() => readSettings({ CHROMIUM_ARGS })).not.toThrow();
      expect(() => readSettings({ ...SAFE, CHROMIUM_ARGS: '--no-sandbox' })).not.toThrow();
    },
  );

  it.each(['cloud', 'both'])('C2: WHATSAPP_DRIVER=%s needs what the Cloud API needs', (WHATSAPP_DRIVER) => {
    expect(refused({ WHATSAPP_DRIVER }).message).toMatch(
      /^WHATSAPP_CLOUD_TOKEN is missing: WHATSAPP_DRIVER is/,
    );
  });

  it('C2: WHATSAPP_DRIVER=web needs nothing more', () => {
    expect(readSettings({ WHATSAPP_DRIVER: 'web' })).toMatchObject({ WHATSAPP_WEB_CHOICES: 'text' });
  });

  it('a keyring among the data is refused in production, however the path is written', () => {
    for (const KEY_FILE of ['data/keyring.json', './data/a/../keyring.json', path.resolve('data/k.json')]) {
      const { code } = refused({ ...SAFE, KEY_FILE });
      expect(code).toBe('key_in_data');
    }
  });
});

describe('.env.example', () => {
  const text = readFileSync(path.join(PRODUCT_ROOT, '.env.example'), 'utf8');

  it('names every setting once, in their order, and no other', () => {
    expect([...text.matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map((found) => found[1])).toEqual(names);
  });

  it('says one line about each', () => {
    const lines = text.split('\n');
    for (const name of names) {
      const at = lines.findIndex((line) => line.startsWith(`${name}=`));
      expect({ name, said: /^# \S.{10,}/.test(lines[at - 1] ?? '') }).toEqual({ name, said: true });
    }
  });

  it('holds the defaults: as it is, it changes nothing', () => {
    expect(readSettings(parse(text))).toEqual(readSettings({}));
  });
});
