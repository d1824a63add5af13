import path from 'node:path';
import { z } from 'zod';
import { WEEKDAYS } from '../capabilities/updates/send/digest-when.ts';
import { AT_NIGHT } from '../capabilities/updates/send/night.ts';
import { BOARD_NAME } from '../channels/telegram/index.ts';
import { argumentsIn, weakens } from '../channels/whatsapp-web/arguments.ts';
import { refusal } from '../domain/faults.ts';
import { BROADCAST_SETTINGS } from './broadcast-settings.ts';
import { isOpenToReaders, SMS_SETTINGS, smsGatewayIn } from './sms-settings.ts';

/** The folder of the installed product: `flows/` and `locales/` lie beside `dist/` (or `src/`). */
export const PRODUCT_ROOT = path.resolve(import.meta.dirname, '..', '..');

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const choiceOf = <const T extends readonly [string, ...string[]]>(...words: T) => z.enum(words);

/** What each setting expects, in words and with an example: shown when a value is wrong. */
interface Expectation {
  schema: z.ZodType;
  expected: string;
  example: string;
}

const setting = <S extends z.ZodType>(
  schema: S,
  expected: string,
  example: string,
): { schema: S } & Expectation => ({ schema, expected, example });

/** Every setting of Benkan, once. `.env.example` lists the same names (tested). */
export const SETTINGS = {
  NODE_ENV: setting(
    choiceOf('development', 'production', 'test').default('development'),
    'development, production or test',
    'production',
  ),
  PORT: setting(port.default(3000), 'a port number', '3000'),
  HOST: setting(text.default('127.0.0.1'), 'an address to listen on', '0.0.0.0'),
  PUBLIC_URL: setting(url.optional(), 'the address people see, http or https', 'https://benkan.example.org'),
  DATA_DIR: setting(text.default('data'), 'a folder that can be written', './data'),
  MONGODB_URI: setting(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/\S+$/)
      .optional(),
    'a MongoDB address of a replica set',
    'mongodb://db1,db2,db3/benkan?replicaSet=rs0',
  ),
  MONGOD_BINARY: setting(text.optional(), 'the path of a mongod program', '/usr/bin/mongod'),
  REDIS_URL: setting(
    z
      .string()
      .regex(/^rediss?:\/\/\S+$/)
      .optional(),
    'a Redis address',
    'redis://localhost:6379',
  ),
  FLOWS_DIR: setting(text.default(path.join(PRODUCT_ROOT, 'flows')), 'a folder of flow files', './flows'),
  FLOWS_PUBLISH: setting(
    choiceOf('start', 'by_hand').default('start'),
    'start, or by_hand with `benkan flows publish`',
    'by_hand',
  ),
  LOCALES_DIR: setting(
    text.default(path.join(PRODUCT_ROOT, 'locales')),
    'a folder of languages',
    './locales',
  ),
  KEY_FILE: setting(
    text.optional(),
    'the path of the keyring, outside DATA_DIR in production',
    '/etc/benkan/keyring.json',
  ),
  METRICS_PORT: setting(port.optional(), 'a port number of its own', '9464'),
  METRICS_TOKEN: setting(
    z.string().min(16).optional(),
    'a token of at least 16 characters',
    'a-long-random-word',
  ),
  LOG_LEVEL: setting(
    choiceOf('silent', 'error', 'warn', 'info', 'debug').default('info'),
    'silent, error, warn, info or debug',
    'info',
  ),
  TZ_CAMPAIGN: setting(text.refine(isTimeZone).default('Africa/Bamako'), 'a time zone name', 'Africa/Bamako'),
  UPDATES_AT_NIGHT: setting(
    choiceOf(...AT_NIGHT).default('nothing'),
    'nothing, urgent or all: what goes out between 21:00 and 7:00',
    'urgent',
  ),
  UPDATES_WEEK_ENDS: setting(choiceOf(...WEEKDAYS).default('saturday'), 'a weekday, in English', 'friday'),
  CHAT_EMBED_IN: setting(
    z
      .string()
      .default('')
      .transform((value) => value.split(/\s+/).filter(Boolean))
      .pipe(z.array(z.string().refine(isSite))),
    'the addresses of sites that may show the chat, with spaces between them and nothing after the name',
    'https://radio.example.org https://jeunes.example.org',
  ),
  SHARE_WHATSAPP: setting(
    z
      .string()
      .regex(/^[1-9]\d{7,14}$/)
      .optional(),
    'the number people write to on WhatsApp, digits with the country',
    '22376123456',
  ),
  SHARE_TELEGRAM: setting(
    z
      .string()
      .regex(/^[A-Za-z]\w{4,31}$/)
      .optional(),
    'the bot’s name on Telegram, without the @',
    'benkan_bot',
  ),
  TELEGRAM_TOKEN: setting(
    z
      .string()
      .regex(/^\d{1,16}:[\w-]+$/)
      .optional(),
    'the token BotFather gave',
    '123456:ABC-def',
  ),
  TELEGRAM_API_ROOT: setting(
    url.default('https://api.telegram.org'),
    'an http or https address',
    'http://localhost:8081',
  ),
  TELEGRAM_MODE: setting(choiceOf('polling', 'webhook').default('polling'), 'polling or webhook', 'webhook'),
  TELEGRAM_WEBHOOK_SECRET: setting(
    z
      .string()
      .regex(/^[\w-]{16,256}$/)
      .optional(),
    '16 to 256 of A-Z a-z 0-9 _ -',
    'a-long-random-word',
  ),
  TELEGRAM_CHANNEL: setting(
    z.string().regex(BOARD_NAME).optional(),
    'the public @name of a channel, or its number, which begins with -100',
    '@benkan_mali',
  ),
  WHATSAPP_DRIVER: setting(
    choiceOf('off', 'web', 'cloud', 'both').default('off'),
    'off, web, cloud or both',
    'cloud',
  ),
  WHATSAPP_WEB_CHOICES: setting(choiceOf('text', 'poll').default('text'), 'text or poll', 'poll'),
  WHATSAPP_CLOUD_TOKEN: setting(text.optional(), 'the access token of the Cloud API', 'EAAG…'),
  WHATSAPP_CLOUD_APP_SECRET: setting(text.optional(), 'the app secret of the Cloud API', '0123abcd…'),
  WHATSAPP_CLOUD_VERIFY_TOKEN: setting(
    text.optional(),
    'the word you typed beside the webhook address',
    'a-long-random-word',
  ),
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: setting(
    z.string().regex(/^\d+$/).optional(),
    'the id of the phone number, digits',
    '106540352242922',
  ),
  WHATSAPP_CLOUD_API_ROOT: setting(
    url.default('https://graph.facebook.com'),
    'an http or https address',
    'https://graph.facebook.com',
  ),
  WHATSAPP_CLOUD_TEMPLATE: setting(
    z
      .string()
      .regex(/^[a-z0-9_]{1,512}:[a-zA-Z_]{2,10}$/)
      .transform(templateIn)
      .optional(),
    'the name of an approved template and its language',
    'benkan_nouvelle:fr',
  ),
  WHATSAPP_CLOUD_MONTHLY_CEILING: setting(
    z.coerce.number().int().min(1).max(100_000_000).optional(),
    'a whole number of messages a month',
    '20000',
  ),
  ...SMS_SETTINGS,
  ...BROADCAST_SETTINGS,
  CHROMIUM_PATH: setting(text.optional(), 'the path of Chromium', '/usr/bin/chromium'),
  CHROMIUM_ARGS: setting(
    text
      .transform(argumentsIn)
      .refine((args) => args !== undefined)
      .optional(),
    'arguments for Chromium, each beginning with --',
    '--no-sandbox',
  ),
} as const;

type SettingName = keyof typeof SETTINGS;
export type Settings = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };

/**
 * Reads the environment. An empty value counts as not set, as `.env` files have it.
 * @throws Fault with one line that names the setting, what was expected, and an example; never the value, it may be a secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings: Partial<Record<SettingName, unknown>> = {};
  for (const [name, { schema, expected, example }] of Object.entries(SETTINGS) as [
    SettingName,
    Expectation,
  ][]) {
    const given = environment[name];
    const read = schema.safeParse(given === '' ? undefined : given);
    if (!read.success)
      throw refusal('bad_setting', `${name} is wrong: expected ${expected}, e.g. ${name}=${example}`);
    settings[name] = read.data;
  }
  const read = settings as Settings;
  requireTogether(read);
  return read;
}

/** Whoever reads the manual knows them. */
const NOT_AS_IN_THE_EXAMPLE = [
  'METRICS_TOKEN',
  'TELEGRAM_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
  'SMS_INBOUND_SECRET',
] as const;
/** Without any of them the Cloud API does not work. */
const CLOUD_NEEDS = [
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
  'WHATSAPP_CLOUD_PHONE_NUMBER_ID',
] as const;
/** Settings that only make sense together, and what production does not start without (T35). */
function requireTogether(settings: Settings): void {
  const missing = (name: SettingName, because: string): never => {
    throw refusal(
      'missing_setting',
      `${name} is missing: ${because}; expected ${SETTINGS[name].expected}, e.g. ${name}=${SETTINGS[name].example}`,
    );
  };
  if (settings.TELEGRAM_TOKEN !== undefined && settings.TELEGRAM_MODE === 'webhook') {
    if (settings.TELEGRAM_WEBHOOK_SECRET === undefined)
      missing('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_MODE is webhook');
    if (settings.PUBLIC_URL === undefined) missing('PUBLIC_URL', 'TELEGRAM_MODE is webhook');
  }
  if (settings.TELEGRAM_CHANNEL !== undefined) {
    if (settings.TELEGRAM_TOKEN === undefined)
      missing('TELEGRAM_TOKEN', 'the bot posts in the channel of TELEGRAM_CHANNEL');
    if (settings.SHARE_TELEGRAM === undefined)
      missing('SHARE_TELEGRAM', 'posts in the channel of TELEGRAM_CHANNEL lead back to the bot');
  }
  const driver = settings.WHATSAPP_DRIVER;
  if (driver === 'cloud' || driver === 'both')
    for (const name of CLOUD_NEEDS)
      if (settings[name] === undefined) missing(name, `WHATSAPP_DRIVER is ${driver}`);
  smsGatewayIn(settings);
  if (settings.NODE_ENV !== 'production') return;
  if (settings.KEY_FILE === undefined) missing('KEY_FILE', 'production keeps its keys apart from its data');
  if (settings.PUBLIC_URL === undefined) missing('PUBLIC_URL', 'production pages name their own address');
  for (const name of NOT_AS_IN_THE_EXAMPLE) {
    if (settings[name] === SETTINGS[name].example)
      throw refusal('example_secret', `${name} is the example's: expected one of your own, known to nobody`);
  }
  if (weakens(settings.CHROMIUM_ARGS ?? [])) {
    throw refusal(
      'unsafe_setting',
      'CHROMIUM_ARGS weakens TLS or opens the session to others: expected arguments without that, e.g. CHROMIUM_ARGS=--no-sandbox',
    );
  }
  for (const name of ['SMS_SEND_URL', 'SMS_TOKEN_URL'] as const)
    if (settings[name] !== undefined && isOpenToReaders(settings[name]))
      throw refusal(
        'unsafe_setting',
        `${name} sends words or keys in clear: expected https, or a gateway on this machine or network, e.g. ${name}=${SETTINGS[name].example}`,
      );
  const key = path.resolve(settings.KEY_FILE ?? '');
  if (key.startsWith(path.resolve(settings.DATA_DIR) + path.sep)) {
    throw refusal(
      'key_in_data',
      `KEY_FILE lies in DATA_DIR: expected ${SETTINGS.KEY_FILE.expected}, e.g. KEY_FILE=${SETTINGS.KEY_FILE.example}`,
    );
  }
}

/** `name:language`, as it was matched. */
function templateIn(written: string): { name: string; language: string } {
  const [name = '', language = ''] = written.split(':');
  return { name, language };
}

/** What the policy of the page takes as a source: scheme and name, nothing that could end it. */
function isSite(value: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/.test(value) && URL.canParse(value);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
