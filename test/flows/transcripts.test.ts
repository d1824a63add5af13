import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { playTranscript } from '../../src/cli/flows-test/play-transcript.ts';
import { readTranscripts } from '../../src/cli/transcript.ts';
import { profileFor, shipped } from './shipped.ts';

const FLOWS = new URL('../../flows/', import.meta.url);
const files = readdirSync(FLOWS).filter((name) => name.endsWith('.test.yaml'));

describe('F8: transcripts by the authors of the shipped flows', () => {
  it('cover every shipped flow in every language', () => {
    const covered = files.flatMap((file) => read(file).map(({ lang }) => `${flowOf(file)} ${lang}`));
    const wanted = shipped.flows.flatMap((flow) => shipped.languages.map((lang) => `${flow} ${lang}`));
    expect(wanted.filter((each) => !covered.includes(each))).toEqual([]);
  });

  describe.each(files.map((file) => [flowOf(file), file] as const))('%s', (flow, file) => {
    it.each(read(file).map((each) => [`${each.lang}: ${each.title}`, each] as const))(
      '%s',
      async (_, transcript) => {
        const { lang } = transcript;
        const failure = await playTranscript(shipped.deps(lang), profileFor(flow, lang), flow, transcript);
        expect(failure).toBeUndefined();
      },
    );
  });
});

function read(file: string) {
  return readTranscripts(readFileSync(new URL(file, FLOWS), 'utf8'), file);
}

function flowOf(file: string): string {
  return file.replace('.test.yaml', '');
}
