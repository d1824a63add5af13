import { demand } from './refusal.ts';

/** What is handed to the gateway for one message. */
export interface Handed {
  to: string;
  from: string;
  text: string;
  reference: string;
}

const FIELDS = ['to', 'from', 'text', 'reference'];
/** Of GSM 03.38, letters and the extension table, as a network would refuse anything else in seven bits. */
const SEVEN_BITS = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ -~¡ÄÖÑÜ§¿äöñüà€\f¤]*$/;
const NOT_IN_IT = /`/;

/** What the gateway refuses, whoever it is for. `joins`: it sends a long text as parts of one message. */
export function checkMessage(given: unknown, from: string, joins: boolean): Handed {
  demand(typeof given === 'object' && given !== null && !Array.isArray(given), 400, 400, 'not an object');
  const fields = given as Record<string, unknown>;
  for (const name of Object.keys(fields)) demand(FIELDS.includes(name), 400, 400, `unknown field ${name}`);
  for (const name of FIELDS) demand(typeof fields[name] === 'string', 400, 400, `${name} is missing`);
  const handed = fields as unknown as Handed;
  demand(/^\+[1-9]\d{6,14}$/.test(handed.to), 200, 403, 'InvalidPhoneNumber');
  demand(handed.from === from, 200, 402, 'InvalidSenderId');
  demand(handed.text !== '' && !/\p{Surrogate}/u.test(handed.text), 400, 400, 'text');
  demand(/^[\w.-]{1,64}$/.test(handed.reference), 400, 400, 'reference');
  demand(joins || units(handed.text) <= (isSevenBits(handed.text) ? 160 : 70), 200, 413, 'MessageTooLong');
  return handed;
}

export const isSevenBits = (text: string): boolean => SEVEN_BITS.test(text) && !NOT_IN_IT.test(text);

const units = (text: string): number =>
  isSevenBits(text) ? text.length + (text.match(/[\f^{}\\[~\]|€]/g)?.length ?? 0) : text.length;
