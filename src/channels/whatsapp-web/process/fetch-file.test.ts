import { describe, expect, it } from '@jest/globals';
import { MAX_SENT_BYTES } from '../../../domain/media.ts';
import type { Client } from './client.ts';
import { fetchFile } from './fetch-file.ts';

interface Around {
  message?: object | null;
  file?: object;
  fails?: boolean;
  /** What the page says of the file. */
  stage?: string;
}

const clientWith = ({ message = {}, file, fails = false, stage }: Around): Client => {
  const found = message && { hasMedia: true, downloadMedia: async () => file, ...message };
  return {
    getMessageById: async () => {
      if (fails) throw new Error('Protocol error');
      return found;
    },
    pupPage: { evaluate: async () => stage },
  } as unknown as Client;
};
const fetched = (around: Around) => fetchFile(clientWith(around), 'false_x_1');
const base64 = (bytes: number): string => Buffer.alloc(bytes, 1).toString('base64');

describe('C8: a file somebody sent', () => {
  it('is its bytes and the type WhatsApp gives it', async () => {
    const file = { data: base64(3), mimetype: 'audio/ogg; codecs=opus' };
    expect(await fetched({ file })).toEqual({ kind: 'file', type: file.mimetype, bytes: Buffer.alloc(3, 1) });
  });

  it.each([
    ['of a message that was deleted', { message: null }],
    ['of a message without one', { message: { hasMedia: false } }],
    ['that no server has any more', { stage: 'ERROR_MISSING' }],
  ])('%s is gone', async (_name, around) => {
    expect(await fetched(around)).toEqual({ kind: 'gone' });
  });

  it('on its way from a phone that is off comes later; so does one of a page that is away', async () => {
    expect(await fetched({ stage: 'REUPLOADING' })).toMatchObject({ kind: 'later' });
    expect(await fetched({ fails: true })).toMatchObject({ kind: 'later' });
  });

  it('too large is not even fetched where that is known, and not kept where it is not', async () => {
    const downloadMedia = async (): Promise<never> => {
      throw new Error('It was fetched.');
    };
    const known = { message: { downloadMedia, _data: { size: MAX_SENT_BYTES + 1 } } };
    expect(await fetched(known)).toEqual({ kind: 'too_large' });
    const file = { data: base64(MAX_SENT_BYTES + 1), mimetype: 'image/jpeg' };
    expect(await fetched({ file })).toEqual({ kind: 'too_large' });
  });
});
