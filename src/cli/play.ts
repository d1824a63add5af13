import { createInterface } from 'node:readline/promises';
import { EXIT } from './exit.ts';
import type { Line, Rehearsal } from './rehearsal.ts';
import { type Deed, deed } from './script.ts';
import { stage } from './stage.ts';
import { observed, type Transcript, writeTranscript } from './transcript.ts';

const MEDIA = new Set(['voice', 'photo', 'sticker', 'location']);
const HOW =
  'Type what the person says. /1 taps the first button, /voice /photo /sticker /location send one, /wait 25h lets time pass, /quit ends.';

/** `benkan play`: a talk in the terminal with the function that serves citizens. */
export async function play(
  flow: string,
  { lang, repro = false }: { lang: string; repro?: boolean },
): Promise<number> {
  const { id, rehearsal } = await stage(flow, lang);
  const talk: Transcript['talk'] = [];
  const note = (lines: readonly Line[], deed?: Deed): void => {
    talk.push({ ...(deed && { deed }), ...observed(lines, id) });
    show(lines);
  };
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  process.stdout.write(`${HOW}\n\n`);
  note(await rehearsal.begin(id));
  terminal.prompt();
  for await (const typed of terminal) {
    if (typed === '/quit') break;
    const wished = deedOf(typed, rehearsal);
    if (wished === undefined) process.stdout.write(`${HOW}\n`);
    else note(await rehearsal.play(wished), wished);
    terminal.prompt();
  }
  terminal.close();
  const ended = rehearsal.end();
  const end = 'end' in ended ? ended.end.state : 'done';
  if (repro) process.stdout.write(`\n${writeTranscript({ title: 'what this talk shows', lang, talk, end })}`);
  return EXIT.done;
}

/** `undefined`: not something the terminal can do. Commands a citizen types (`/aide`) are words like any other. */
function deedOf(typed: string, rehearsal: Rehearsal): Deed | undefined {
  const [word = '', amount] = typed.startsWith('/') ? typed.slice(1).split(/\s+/) : [''];
  const wished = /^\d+$/.test(word)
    ? { tap: rehearsal.offered()[Number(word) - 1] }
    : MEDIA.has(word)
      ? { send: word }
      : word === 'wait'
        ? { wait: amount }
        : { say: typed };
  return deed.safeParse(wished).data;
}

function show(lines: readonly Line[]): void {
  for (const line of lines) {
    if ('out' in line) {
      process.stdout.write(`${line.out.text}\n`);
      line.out.choices.forEach(({ label }, at) => process.stdout.write(`  /${at + 1} ${label}\n`));
    } else process.stdout.write(`  · ${JSON.stringify(line)}\n`);
  }
}
