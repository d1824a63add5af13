import { z } from 'zod';

const id = z.string().min(1).max(128);
/** Seconds since 1970, as digits. */
const seconds = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);
/** An id that came back with a button of ours. */
const token = z.string().max(256);

/** A message as Meta describes it; only what is used here. Other fields and kinds come and go. */
const message = z.looseObject({
  id,
  /** The phone number, where the person shows it. */
  from: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  /** The business-scoped id. */
  from_user_id: id.optional(),
  timestamp: seconds,
  type: z.string().max(64),
  text: z.looseObject({ body: z.string() }).optional(),
  button: z.looseObject({ payload: token }).optional(),
  interactive: z
    .looseObject({
      button_reply: z.looseObject({ id: token }).optional(),
      list_reply: z.looseObject({ id: token }).optional(),
    })
    .optional(),
  /** Beside what it answers to, whether somebody sends it on. */
  context: z
    .looseObject({ forwarded: z.boolean().optional(), frequently_forwarded: z.boolean().optional() })
    .optional()
    .catch(undefined),
  audio: z.looseObject({ voice: z.boolean().optional() }).optional(),
});
export type CloudMessage = z.infer<typeof message>;

const status = z.looseObject({
  id,
  status: z.string().max(32),
  errors: z.array(z.looseObject({ code: z.number() })).optional(),
  pricing: z.looseObject({ billable: z.boolean().optional(), category: z.string().optional() }).optional(),
});
export type CloudStatus = z.infer<typeof status>;

const contact = z.looseObject({ wa_id: z.string().optional(), user_id: id.optional() });

const envelope = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.looseObject({
      changes: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
    }),
  ),
});

const value = z.looseObject({
  metadata: z.looseObject({ phone_number_id: z.string() }),
  contacts: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
});

/** What one notification brings for our number. `malformed`: parts that are not as Meta describes them. */
export interface Notification {
  messages: CloudMessage[];
  statuses: CloudStatus[];
  malformed: number;
}

/**
 * Reads a notification, which may batch several people, messages and statuses; pure, never throws. A part that cannot be
 * read is counted and does not take the others with it. What is for another number of the account is left out.
 */
export function readNotification(body: unknown, phoneNumberId: string): Notification {
  const found: Notification = { messages: [], statuses: [], malformed: 0 };
  const read = envelope.safeParse(body);
  if (!read.success) return { ...found, malformed: 1 };
  const ours = read.data.entry
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === 'messages')
    .map((change) => value.safeParse(change.value));
  for (const { data } of ours) {
    if (data === undefined) found.malformed += 1;
    else if (data.metadata.phone_number_id === phoneNumberId) readValue(data, found);
  }
  return found;
}

function readValue(given: z.infer<typeof value>, found: Notification): void {
  const contacts = (given.contacts ?? []).flatMap((each) => {
    const read = contact.safeParse(each);
    return read.success ? [read.data] : [];
  });
  for (const raw of given.messages ?? []) {
    const read = message.safeParse(raw).data;
    if (read === undefined) found.malformed += 1;
    else found.messages.push(withUserId(read, contacts));
  }
  for (const raw of given.statuses ?? []) {
    const read = status.safeParse(raw).data;
    if (read === undefined) found.malformed += 1;
    else found.statuses.push(read);
  }
}

/** Older notifications name the business-scoped id only beside the profile. */
function withUserId(read: CloudMessage, contacts: readonly z.infer<typeof contact>[]): CloudMessage {
  if (read.from_user_id !== undefined || read.from === undefined) return read;
  const userId = contacts.find(({ wa_id: phone }) => phone === read.from)?.user_id;
  return userId === undefined ? read : { ...read, from_user_id: userId };
}
