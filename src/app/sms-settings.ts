import { z } from 'zod';
import {
  type Meaning,
  MEANINGS,
  MESSAGE_FIELDS,
  METHODS,
  REPORT_FIELDS,
  STATES,
} from '../channels/sms/described.ts';
import { readCodes, readFieldNames } from '../channels/sms/field-names.ts';
import { compileRequest } from '../channels/sms/request.ts';
import type { Auth } from '../channels/sms/signature.ts';
import type { TokenSource } from '../channels/sms/token.ts';
import { refusal } from '../domain/faults.ts';

const text = z.string().trim().min(1);
const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/)
  .transform((name) => name.toLowerCase());
const path = z.string().regex(/^[\w.\-@:]{1,128}$/);
const headers = z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), z.string().max(4096));

/** A text that stands for something; refused where it stands for nothing. */
const read = <T>(reader: (written: string) => T | undefined) =>
  z.string().transform((written, context): T => {
    const found = reader(written);
    if (found !== undefined) return found;
    context.addIssue('It is not of the form.');
    return z.NEVER;
  });

/** The gateway that sends and brings SMS, as its operator describes it; docs/sms.md has examples. */
export const SMS_SETTINGS = {
  SMS_SEND_URL: {
    schema: z
      .string()
      .regex(/^https?:\/\/\S+$/)
      .optional(),
    expected: 'the http or https address of the gateway; {to}, {text} and other placeholders may stand in it',
    example: 'https://sms.example.org/messages',
  },
  SMS_SEND_METHOD: {
    schema: z.enum(METHODS).default('POST'),
    expected: 'POST, GET or PUT',
    example: 'GET',
  },
  SMS_SEND_HEADERS: {
    schema: read((written) => headers.safeParse(jsonIn(written)).data).optional(),
    expected: 'a JSON object of headers and their values',
    example: '{"authorization":"Bearer a-key-of-the-gateway"}',
  },
  SMS_SEND_BODY: {
    schema: text.optional(),
    expected: 'JSON or the fields of a form, with placeholders',
    example: '{"to":"{to}","text":"{text}"}',
  },
  SMS_TOKEN_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: 'the address where keys that last for a while are fetched (OAuth 2.0, client credentials)',
    example: 'https://api.example.org/oauth/v3/token',
  },
  SMS_TOKEN_AUTHORIZATION: {
    schema: text.optional(),
    expected: 'the header authorization under which the account is known there',
    example: 'Basic Y2xpZW50OnNlY3JldA==',
  },
  SMS_NUMBER: {
    schema: z
      .string()
      .regex(/^\+?[\w -]{1,32}$/)
      .optional(),
    expected: 'the number, short code or name SMS come from',
    example: '36000',
  },
  SMS_COUNTRY: {
    schema: z
      .string()
      .regex(/^\+?[1-9]\d{0,2}$/)
      .default('+223')
      .transform((code) => code.replace('+', '')),
    expected: 'the country code of numbers that come without one',
    example: '+223',
  },
  SMS_ANSWER_ID: {
    schema: path.optional(),
    expected: 'where the id of a message stands in the gateway’s JSON answer',
    example: 'messages.0.id',
  },
  SMS_ANSWER_CODE: {
    schema: path.optional(),
    expected: 'where the code stands in the gateway’s JSON answer',
    example: 'messages.0.status',
  },
  SMS_ANSWER_CODES: {
    schema: read((written) => readCodes(written, MEANINGS)).optional(),
    expected: 'what codes or statuses mean: ok, later, gone (the person) or refused',
    example: 'ok:100,101 later:405,503 gone:403',
  },
  SMS_INBOUND_SECRET: {
    schema: z.string().min(16).optional(),
    expected: 'a secret of at least 16 characters, shared with the gateway',
    example: 'a-long-random-word',
  },
  SMS_INBOUND_AUTH: {
    schema: z.enum(['secret', 'hmac']).default('secret'),
    expected: 'secret (the gateway sends it in a header), or hmac (it signs the body with it, HMAC-SHA-256)',
    example: 'hmac',
  },
  SMS_INBOUND_HEADER: {
    schema: headerName.default('authorization'),
    expected: 'the header that holds the secret or the signature',
    example: 'X-Signature',
  },
  SMS_INBOUND_TIME_HEADER: {
    schema: headerName.optional(),
    expected: 'the header whose seconds since 1970 are signed after the body',
    example: 'X-Timestamp',
  },
  SMS_INBOUND_FIELDS: {
    schema: read((written) => readFieldNames(written, MESSAGE_FIELDS))
      .refine((names) => 'from' in names && 'text' in names && ('id' in names || 'at' in names))
      .prefault('from=from to=to text=text id=id'),
    expected: `where an SMS has its fields (${MESSAGE_FIELDS.join(', ')}); from, text, and id or at must be there`,
    example: 'from=payload.phoneNumber text=payload.message id=id',
  },
  SMS_REPORT_FIELDS: {
    schema: read((written) => readFieldNames(written, REPORT_FIELDS))
      .refine((names) => 'id' in names && 'state' in names)
      .prefault('id=id state=status'),
    expected: `where a report has its fields (${REPORT_FIELDS.join(', ')}); id and state must be there`,
    example: 'id=payload.messageId state=event',
  },
  SMS_REPORT_STATES: {
    schema: read((written) => readCodes(written, STATES)).prefault(
      'sent:sent,submitted,buffered,accepted delivered:delivered,success failed:failed,rejected,expired',
    ),
    expected: 'what the gateway’s words mean: sent, delivered or failed',
    example: 'sent:8 delivered:1 failed:2,16',
  },
  SMS_LETTERS: {
    schema: z.enum(['plain', 'exact']).default('plain'),
    expected: 'plain (160 letters an SMS, ɛ as e) or exact (70 where a letter is not in GSM 03.38)',
    example: 'exact',
  },
  SMS_LONG: {
    schema: z.enum(['gateway', 'numbered']).default('gateway'),
    expected: 'gateway (it sends long texts as one message in parts) or numbered (we send 1/3, 2/3, 3/3)',
    example: 'numbered',
  },
  SMS_MAX_PARTS: {
    schema: z.coerce.number().int().min(1).max(255).default(8),
    expected: 'the most SMS one message may cost, 1 to 255',
    example: '6',
  },
  SMS_PER_SECOND: {
    schema: z.coerce.number().positive().max(1000).default(1),
    expected: 'how many messages a second the gateway takes',
    example: '5',
  },
} as const;

type SmsSettings = { [Name in keyof typeof SMS_SETTINGS]: z.output<(typeof SMS_SETTINGS)[Name]['schema']> };

/**
 * What the channel is made of; `undefined` where no gateway is set.
 * @throws Fault where something is missing, or the request cannot be made of what is set
 */
export function smsGatewayIn(settings: SmsSettings) {
  const { SMS_SEND_URL: url, SMS_SEND_METHOD: method, SMS_SEND_BODY: body } = settings;
  if (url === undefined) return undefined;
  const { SMS_NUMBER: number = missing('SMS_NUMBER') } = settings;
  const { SMS_INBOUND_SECRET: secret = missing('SMS_INBOUND_SECRET') } = settings;
  const sendHeaders = settings.SMS_SEND_HEADERS ?? {};
  const request = compileRequest({ url, method, headers: sendHeaders, ...(body !== undefined && { body }) });
  if ('wrong' in request)
    throw refusal(
      'bad_setting',
      `SMS_SEND_URL, SMS_SEND_HEADERS or SMS_SEND_BODY is wrong: ${request.wrong}; expected what docs/sms.md shows, e.g. SMS_SEND_BODY=${SMS_SETTINGS.SMS_SEND_BODY.example}`,
    );
  const { SMS_ANSWER_ID: id, SMS_ANSWER_CODE: code } = settings;
  const token = tokenIn(settings);
  return {
    number,
    country: settings.SMS_COUNTRY,
    request,
    ...(token !== undefined && { token }),
    answer: {
      ...(id !== undefined && { id }),
      ...(code !== undefined && { code }),
      codes: settings.SMS_ANSWER_CODES ?? new Map<string, Meaning>(),
    },
    notification: {
      message: settings.SMS_INBOUND_FIELDS,
      report: settings.SMS_REPORT_FIELDS,
      states: settings.SMS_REPORT_STATES,
    },
    auth: authIn(settings, secret),
    writing: { letters: settings.SMS_LETTERS, long: settings.SMS_LONG, maxParts: settings.SMS_MAX_PARTS },
    perSecond: settings.SMS_PER_SECOND,
  };
}

function tokenIn(settings: SmsSettings): TokenSource | undefined {
  if (settings.SMS_TOKEN_URL === undefined) return undefined;
  const { SMS_TOKEN_URL: url, SMS_TOKEN_AUTHORIZATION: authorization = missing('SMS_TOKEN_AUTHORIZATION') } =
    settings;
  return { url, authorization };
}

function authIn(settings: SmsSettings, secret: string): Auth {
  const { SMS_INBOUND_HEADER: header, SMS_INBOUND_TIME_HEADER: timeHeader } = settings;
  if (settings.SMS_INBOUND_AUTH === 'secret') return { kind: 'secret', header, secret };
  return { kind: 'hmac', header, secret, ...(timeHeader !== undefined && { timeHeader }) };
}

function missing(name: 'SMS_NUMBER' | 'SMS_INBOUND_SECRET' | 'SMS_TOKEN_AUTHORIZATION'): never {
  const { expected, example } = SMS_SETTINGS[name];
  const because = name === 'SMS_TOKEN_AUTHORIZATION' ? 'SMS_TOKEN_URL' : 'SMS_SEND_URL';
  throw refusal(
    'missing_setting',
    `${name} is missing: ${because} is set; expected ${expected}, e.g. ${name}=${example}`,
  );
}

/** Texts of people do not cross a network they can be read on. */
export function isOpenToReaders(url: string): boolean {
  const { protocol, hostname } = new URL(url.replace(/[?].*$/u, ''));
  return protocol === 'http:' && !NEAR.test(hostname);
}

/** This machine, a private network (RFC 1918, RFC 4193), or a name without a domain, as containers have. */
const NEAR =
  /^(localhost|[^.:]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|\[(::1|f[cd][0-9a-f:]+)\]|.+\.(local|internal))$/iu;

function jsonIn(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
