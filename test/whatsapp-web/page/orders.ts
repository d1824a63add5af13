import { browser } from './browser.ts';
import { wid } from './ids.ts';
import { forget } from './media.ts';
import { pollVoteTableMode } from './modules.ts';
import { faults, setTick, strangers, ticks } from './sending.ts';
import { Cmd, logOut, loseReady, scan, Socket } from './socket.ts';
import { leave, Messages, receive } from './talks.ts';

/** What a test may tell the page to do: the phone's part, and other people's. */
export const orders = {
  scan,
  logOut,
  loseReady,
  receive,
  leave,
  idle: () => Socket.setState('UNPAIRED_IDLE'),
  rotateCode: () => Cmd.refreshQR(),
  /** WhatsApp's word for the connection, e.g. `TOS_BLOCK`. */
  becomes: (state: string) => Socket.setState(state),
  reload: () => browser.location.assign('/'),
  edit,
  tick: (id: string, ack: number) => setTick(messageOf(id), ack),
  /** The ticks that come by themselves from now on. */
  ticks: (next: number[]) => void ticks.splice(0, ticks.length, ...next),
  fails: (how: (typeof faults)[number]) => void faults.push(how),
  /** This person has no account any more, and no chat with us yet. */
  leaves: (id: string) => void strangers.add(id),
  loses: (id: string) => forget((messageOf(id) as unknown as { filehash: string }).filehash),
  vote,
} as const;

export type Orders = typeof orders;

/** Somebody changes the words of a message. */
function edit(id: string, body: string): void {
  const message = messageOf(id);
  const before = message.body;
  message.body = body;
  Messages.trigger('change:body', message, body, before);
}

/** Somebody chooses in a poll; an empty list takes the choice back. */
function vote(poll: string, from: string, options: number[]): void {
  const parent = messageOf(poll);
  const author = wid(from);
  const at = Date.now();
  const fields = { id: { _serialized: `${poll}-vote` }, pollUpdateParentKey: parent.id, author };
  pollVoteTableMode.bulkUpsert([
    { ...fields, selectedOptionLocalIds: options, t: at, senderTimestampMs: at },
  ]);
}

function messageOf(id: string): NonNullable<ReturnType<typeof Messages.get>> {
  const message = Messages.get(id);
  if (message === undefined) throw new Error('There is no such message in the page.');
  return message;
}
