import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { IntentReader, Speaker, WritingReader } from '../../src/conversation/ports.ts';
import type { Texts, Understanding } from '../../src/engine/types.ts';
import { intentReader, loadSpeaker, readWriting, understanding } from '../../src/language/index.ts';

it('the language room fits the ports of engine and conversation', () => {
  const localesDir = mkdtempSync(join(tmpdir(), 'locales-'));
  mkdirSync(join(localesDir, 'fr'));
  writeFileSync(join(localesDir, 'fr', 'bot.yaml'), 'hello: Bonjour {{name}}\n');
  // The assignments are the test: tsc refuses them when a port and the room drift apart.
  const speaker: Speaker & Texts = loadSpeaker({ localesDir, onMissing: () => undefined });
  const reader: IntentReader = intentReader;
  const understands: Understanding = understanding;
  const writing: WritingReader = readWriting;
  expect(speaker.say('fr', { flow: 'bot', key: 'hello' }, { name: 'Awa' })).toBe('Bonjour Awa');
  expect(reader.intent('aide')).toEqual({ kind: 'one', intent: 'help' });
  expect(understands.yesNo('awɔ', 'bm')).toEqual({ kind: 'one', value: true });
  expect(writing('bonjour', 'bm')).toEqual({ kind: 'unknown' });
});
