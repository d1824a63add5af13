import type { Media, Picture } from '../../domain/media.ts';
import { type Answered, connectedTo } from '../platform/call.ts';
import { formOf } from '../platform/form.ts';
import type { CloudError } from './outcome.ts';

/** The version of the Graph API these shapes are of; Meta keeps one for two years. */
export const VERSION = 'v24.0';
/** Eighty messages a second is a number's pace; a request may take more than one. */
const CONNECTIONS = 128;
const ANSWER_WITHIN_MS = 30_000;

export type GraphAnswer = Answered<{
  id?: string;
  messages?: readonly { id?: string }[];
  error?: CloudError;
}>;

/** Calls of the Graph API for one number, over kept connections. Each rejects with `NoAnswer`. */
export interface Graph {
  send(message: object): Promise<GraphAnswer>;
  /** Puts a recording or picture up; the answer names it for 30 days. */
  upload(media: Media | Picture): Promise<GraphAnswer>;
  /** Whether anybody is there: a message without anything in it, which is refused. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

export function graph(apiRoot: string, token: string, phoneNumberId: string): Graph {
  const { call, close } = connectedTo(apiRoot, {
    connections: CONNECTIONS,
    answerWithinMs: ANSWER_WITHIN_MS,
  });
  const ask = (name: string, type: string, body: string | Buffer): Promise<GraphAnswer> =>
    call({
      path: `/${VERSION}/${phoneNumberId}/${name}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
  return {
    send: (message) =>
      ask('messages', 'application/json', JSON.stringify({ messaging_product: 'whatsapp', ...message })),
    upload: (media) => {
      const { type, body } = formOf([
        { name: 'messaging_product', content: Buffer.from('whatsapp') },
        { name: 'type', content: Buffer.from(media.type) },
        { name: 'file', fileName: 'benkan', type: media.type, content: media.bytes },
      ]);
      return ask('media', type, body);
    },
    answers: () =>
      ask('messages', 'application/json', '{}').then(
        () => true,
        () => false,
      ),
    close,
  };
}
