import { type TerminalChannel, terminalChannel } from '../channels/terminal/index.ts';
import type { InboundContent, Outbound } from '../domain/message.ts';
import { EXIT } from './exit.ts';
import type { Line } from '../conversation/rehearsal/rehearse.ts';
import { type Deed, deed } from '../conversation/rehearsal/deed.ts';
import { stage } from './stage.ts';
import { observed } from '../conversation/rehearsal/transcript/observed.ts';
import { type Transcript, writeTranscript } from '../conversation/rehearsal/transcript/transcript.ts';

const HOW =
  'Type what the person says. A number taps that button; :voice, :photo, :sticker or :location sends one; :wait 25h lets time pass; Ctrl-D ends.';

/** `benkan play`: a talk on the terminal's channel, with the function that serves citizens. */
export async function play(
  flow: string,
  { lang, repro = false }: { lang: string; repro?: boolean },
): Promise<number> {
  const { id, rehearsal } = await stage(flow, lang);
  const talk: Transcript['talk'] = [];
  const show = async (terminal: TerminalChannel, lines: readonly Line[], done?: Deed): Promise<void> => {
    talk.push({ ...(done && { deed: done }), ...observed(lines, id) });
    for (const line of lines) {
      if ('out' in line) await terminal.send(messageOf(line), 'local');
      else process.stdout.write(`  · ${JSON.stringify(line)}\n`);
    }
  };

  const opening = await rehearsal.begin(id);
  const terminal = terminalChannel({ input: process.stdin, output: process.stdout, run: 'play' });
  process.stdout.write(`${HOW}\n\n`);
  // Listens before it says the first word: piped lines may be there already.
  const listening = terminal.start(async ({ content }) => {
    const done = deedOf(content);
    if (done === undefined) process.stdout.write(`${HOW}\n\n`);
    else await show(terminal, await rehearsal.play(done), done);
    return 'committed';
  });
  await show(terminal, opening);
  await listening;
  await terminal.ended();

  const { end } = rehearsal.end();
  if (repro)
    process.stdout.write(
      `\n${writeTranscript({ title: 'what this talk shows', lang, talk, end: end.state })}`,
    );
  return EXIT.done;
}

/** What is said, as a message of that channel; the key of a choice serves as its token here. */
function messageOf({ out }: Extract<Line, { out: unknown }>): Outbound {
  const choices = out.choices.map(({ key, label }) => ({ id: key, label }));
  const audio = out.audio === undefined ? {} : { audio: { media: out.audio } };
  return { id: out.key, address: 'you', lane: 'reply', text: out.text, choices, ...audio };
}

/** `undefined`: nothing a script can do. */
function deedOf(content: InboundContent): Deed | undefined {
  if (content.kind === 'choice') return { tap: content.token };
  if (content.kind === 'media') return deed.safeParse({ send: content.media }).data;
  if (content.kind !== 'text') return undefined;
  const [, wait] = /^:wait +(\S+)$/.exec(content.text.trim()) ?? [];
  return wait === undefined ? { say: content.text } : deed.safeParse({ wait }).data;
}
