import { expect, it } from '@jest/globals';
import { toInbound } from './to-inbound.ts';

const contentOf = (fields: Record<string, unknown>): unknown => {
  const message = { from: { id: 7, is_bot: false }, chat: { id: 7, type: 'private' }, date: 1, ...fields };
  const reading = toInbound({ update_id: 1, message }, 'bot');
  return 'inbound' in reading ? reading.inbound.content : reading;
};

it('F1: a photo is named by the largest of its sizes, a voice message by its file and its length', () => {
  const photo = [{ file_id: 'small' }, { file_id: 'large', width: 1280 }];
  expect(contentOf({ photo })).toEqual({ kind: 'media', media: 'photo', id: 'large' });
  expect(contentOf({ voice: { file_id: 'v1', duration: 12 } })).toEqual({
    ...{ kind: 'media', media: 'voice', id: 'v1', seconds: 12 },
  });
});

it('F1: a location brings its degrees, a venue those of its place', () => {
  const location = { latitude: 12.6392, longitude: -8.0029 };
  const expected = { kind: 'media', media: 'location', at: { lat: 12.6392, lon: -8.0029 } };
  expect(contentOf({ location })).toEqual(expected);
  expect(contentOf({ location, venue: { location, title: 'Marché' } })).toEqual(expected);
});

it.each([
  ['a photo that is a number', { photo: 5 }, 'photo'],
  ['a photo without sizes', { photo: [] }, 'photo'],
  ['a photo without a name', { photo: [{ file_id: '' }] }, 'photo'],
  ['a voice whose name is too long', { voice: { file_id: 'x'.repeat(257) } }, 'voice'],
  ['a location at 91°', { location: { latitude: 91, longitude: 0 } }, 'location'],
  ['a location at NaN', { location: { latitude: Number.NaN, longitude: 0 } }, 'location'],
  ['a location of words', { location: { latitude: '12', longitude: '8' } }, 'location'],
  ['a photo sent as a file', { document: { file_id: 'd1', mime_type: 'image/jpeg' } }, 'document'],
  ['a contact of someone else', { contact: { phone_number: '7', user_id: 99 } }, 'contact'],
])('%s has no name and no place', (_what, fields, media) => {
  expect(contentOf(fields)).toEqual({ kind: 'media', media });
});
