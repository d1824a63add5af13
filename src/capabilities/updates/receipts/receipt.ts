import { z } from 'zod';
import type { EffectKind, Fingerprint } from '../../../conversation/ports.ts';
import { Fault } from '../../../domain/faults.ts';
import type { EngineEvent } from '../../../engine/types.ts';
import { RECEIPTS } from '../collections.ts';
import { numberWords, readNumber, type UpdateNumber } from '../model/update.ts';
import { HEARD_WITHDRAWN, type NoteReceived, RECEIVED } from './ports.ts';

/** The first bytes of an id say which number it is about, so that a correction finds its receivers in one range. */
export const NUMBER_BYTES = 8;
const PERSON_BYTES = 16;
export const RECEIPT_BYTES = NUMBER_BYTES + PERSON_BYTES;

const params = z.strictObject({
  numero: z.string().refine((words) => readNumber(words) !== undefined),
  version: z.number().int().positive(),
});
/** What a turn orders; a flow asks for it in one of two ways. */
const NOTED = 'updates.receipt';
/** As it is kept until it is applied. */
const kept = params.extend({ withdrawn: z.literal(true).optional() });
type ReceiptParams = z.infer<typeof kept>;

/** Keeps who was told what. Idempotent by what it writes: a receipt only ever grows. */
export const receiptEffect = (note: NoteReceived): EffectKind<ReceiptParams> => ({
  name: NOTED,
  params: kept,
  from: (event) => askedFor(event),
  async apply(batch) {
    await note(
      batch.flatMap(({ context, params: { numero, version, withdrawn } }) => {
        const number = readNumber(numero);
        const { person, conversation, lang, day } = context;
        const said = { person, conversation, lang, day, version };
        return number === undefined ? [] : [{ ...said, number, ...(withdrawn && { withdrawn }) }];
      }),
    );
  },
});

/** Says for one number alone who it is: whoever holds two receipts cannot tell that they are one person's (T6). */
export const receiptId = (fingerprint: Fingerprint, number: UpdateNumber, person: string): Buffer =>
  Buffer.concat([
    numberPart(fingerprint, number),
    fingerprint('update-receipt', numberWords(number), person).subarray(0, PERSON_BYTES),
  ]);

export const numberPart = (fingerprint: Fingerprint, number: UpdateNumber): Buffer =>
  fingerprint('update-receipt-number', numberWords(number)).subarray(0, NUMBER_BYTES);

/** Where a sealed conversation id of a receipt belongs. */
export const receiptPlace = (id: Uint8Array): string =>
  `${RECEIPTS}/conversation/${Buffer.from(id).toString('hex')}`;

const TALK_BYTES = 8;

/** Tells the talks of one receipt apart, and joins with nothing else: another receipt has another name for each. */
export const talkName = (fingerprint: Fingerprint, id: Buffer, conversation: string): Buffer =>
  fingerprint('update-receipt-talk', id.toString('hex'), conversation).subarray(0, TALK_BYTES);

function askedFor(event: EngineEvent): ReceiptParams[] {
  if (event.kind !== 'asked_for' || !ASKED.has(event.effect)) return [];
  const read = params.safeParse(event.params);
  if (!read.success)
    throw new Fault('bug', 'bad_effect', `A flow asks for ${event.effect} with parameters that do not fit.`);
  return [event.effect === RECEIVED ? read.data : { ...read.data, withdrawn: true }];
}

const ASKED: ReadonlySet<string> = new Set([RECEIVED, HEARD_WITHDRAWN]);
