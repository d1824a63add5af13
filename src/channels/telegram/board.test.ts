import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../test/channels/until.ts';
import type { Channel as Posts } from '../../../test/telegram/channel.ts';
import type { Standing } from '../../../test/telegram/channels.ts';
import type { Fault } from '../../../test/telegram/faults.ts';
import { TEST_TOKEN, startTelegram } from '../../../test/telegram/index.ts';
import type { TelegramStandIn } from '../../../test/telegram/index.ts';
import { BOARD_STANDINGS, type Board } from '../../conversation/board.ts';
import { lookAtBoard } from './board-look.ts';
import { telegramChannel } from './index.ts';
import type { TelegramChannel } from './index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened: TelegramChannel[] = [];
let telegram: TelegramStandIn;
let posts: Posts;
beforeAll(async () => {
  telegram = await startTelegram();
  posts = telegram.channel(-1001234567, 'benkan_mali');
  telegram.channel(-1007654321);
  telegram.person(7).writesInGroup(-5, 'salut');
});
afterAll(() => telegram.stop());
beforeEach(() => {
  posts.bot({});
  telegram.calls.length = 0;
});
afterEach(async () => {
  for (const channel of opened.splice(0)) await Promise.all([channel.stop(), channel.close?.()]);
});

function board(name = '@benkan_mali', apiRoot = telegram.root): Board {
  const channel = telegramChannel({ token: TEST_TOKEN, apiRoot, mode: 'polling', board: name, log: quiet });
  opened.push(channel);
  return channel.board!;
}
const yes = async (): Promise<boolean> => true;
const fails = (method: string, does: Fault['does']): void => telegram.fail({ method, does });
const says = (method: string, answer: number, description: string, retryAfter?: number): void =>
  fails(method, { answer, description, ...(retryAfter !== undefined && { retryAfter }) });

it('C1: without a channel in the settings there is no board', () => {
  const channel = telegramChannel({ token: TEST_TOKEN, apiRoot: telegram.root, mode: 'polling', log: quiet });
  opened.push(channel);
  expect(channel.board).toBeUndefined();
});

describe('B10: a post in a channel', () => {
  it('is the words as they are, without marks or a preview, and named for good by numbers', async () => {
    const posted = await board().post('*Ji* <b> https://example.org', yes);
    const { message_id } = posts.posted.at(-1)!;
    expect(posted).toEqual({ kind: 'posted', place: `-1001234567:${String(message_id)}` });
    expect(telegram.calls).toEqual([
      {
        method: 'sendMessage',
        params: {
          ...{ chat_id: '@benkan_mali', text: '*Ji* <b> https://example.org' },
          link_preview_options: { is_disabled: true },
        },
      },
    ]);
    expect(await board('-1007654321').post('a', yes)).toMatchObject({ kind: 'posted' });
  });

  it('does not leave where whoever asked takes it back at the last moment', async () => {
    expect(await board().post('x', async () => false)).toMatchObject({ kind: 'retry', code: 'not_begun' });
    expect(telegram.calls).toEqual([]);
  });

  it.each<[string, Partial<Standing>, string]>([
    ['may not post there', { can_post_messages: false }, 'may_not_post'],
    ['is not in it', { status: 'left' }, 'not_a_member'],
    ['was thrown out', { status: 'kicked' }, 'not_a_member'],
  ])('is refused where the bot %s', async (_, standing, code) => {
    posts.bot(standing);
    expect(await board().post('x', yes)).toEqual({ kind: 'refused', code });
  });

  it('is refused where nobody knows the channel, and where the text is too long', async () => {
    expect(await board('@nulle_part').post('x', yes)).toEqual({ kind: 'refused', code: 'unknown_place' });
    expect(await board().post('x'.repeat(4097), yes)).toEqual({ kind: 'refused', code: 'too_long' });
  });

  it('waits as long as a 429 says, and so does all of the bot', async () => {
    says('sendMessage', 429, 'Too Many Requests: retry after 7', 7);
    const held = { kind: 'retry', afterMs: 7000, code: 'too_many_requests', forAll: true };
    expect(await board().post('x', yes)).toEqual(held);
  });

  it('may be tried again where nothing left, and is in doubt where the answer was lost', async () => {
    expect(await board('@benkan_mali', 'http://127.0.0.1:1').post('x', yes)).toMatchObject({ kind: 'retry' });
    const before = posts.posted.length;
    fails('sendMessage', 'drops after');
    expect(await board().post('lost', yes)).toMatchObject({ kind: 'unknown' });
    expect(posts.posted).toHaveLength(before + 1);
    says('sendMessage', 502, 'Bad Gateway');
    expect(await board().post('x', yes)).toMatchObject({ kind: 'unknown' });
  });
});

describe('B10: other words in the place of a post', () => {
  const posted = async (): Promise<string> => {
    const made = await board().post('un', yes);
    return made.kind === 'posted' ? made.place : '';
  };

  it('are put there, and the same ones again are no fault', async () => {
    const place = await posted();
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'edited' });
    expect(posts.posted.at(-1)?.text).toBe('deux');
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'edited' });
  });

  it('have no place where the post was deleted, nor where the bot may not write any more', async () => {
    const place = await posted();
    posts.bot({ can_post_messages: false });
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'refused', code: 'may_not_edit' });
    posts.bot({ status: 'kicked' });
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'refused', code: 'not_a_member' });
    posts.bot({});
    posts.deletes(posts.posted.at(-1)!.message_id);
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'gone' });
  });

  it('are tried again after a lost answer, a 429 and a fault of Telegram’s', async () => {
    const place = await posted();
    fails('editMessageText', 'drops after');
    expect(await board().edit(place, 'deux')).toMatchObject({ kind: 'retry' });
    expect(await board().edit(place, 'deux')).toEqual({ kind: 'edited' });
    says('editMessageText', 429, 'Too Many Requests: retry after 3', 3);
    expect(await board().edit(place, 'trois')).toMatchObject({ kind: 'retry', afterMs: 3000 });
    says('editMessageText', 500, 'Internal Server Error');
    expect(await board().edit(place, 'trois')).toMatchObject({ kind: 'retry' });
  });

  it('whether a post of ours is there is asked without changing it', async () => {
    const place = await posted();
    expect(await board().isThere(place)).toBe(true);
    expect(posts.posted.at(-1)?.text).toBe('un');
    const other = posts.posts('d’un autre')['channel_post'] as { message_id: number };
    expect(await board().isThere(`@benkan_mali:${String(other.message_id)}`)).toBe(false);
    expect(await board().isThere('@benkan_mali:99999')).toBe(false);
    says('editMessageReplyMarkup', 502, 'Bad Gateway');
    expect(await board().isThere(place)).toBeUndefined();
  });
});

describe('B10: links to posts', () => {
  it.each([
    ['https://t.me/benkan_mali/17', '@benkan_mali:17'],
    ['t.me/Benkan_Mali/17?single', '@benkan_mali:17'],
    [' https://t.me/s/benkan_mali/17 ', '@benkan_mali:17'],
    ['https://t.me/ailleurs/17', undefined],
    ['https://t.me/benkan_mali', undefined],
    ['https://example.org/benkan_mali/17', undefined],
    ['https://t.me/c/1234567/17', undefined],
    ['17', undefined],
  ])('%s of a public channel', (link, place) => {
    expect(board().placeIn(link)).toBe(place);
  });

  it('of a private one; and the way back', () => {
    const hidden = board('-1007654321');
    expect(hidden.placeIn('https://t.me/c/7654321/17')).toBe('-1007654321:17');
    expect(hidden.placeIn('https://t.me/c/1234567/17')).toBeUndefined();
    expect(hidden.linkTo('-1007654321:17')).toBe('https://t.me/c/7654321/17');
    expect(board().linkTo('-1001234567:17')).toBe('https://t.me/benkan_mali/17');
  });
});

describe('B10: whether a channel takes posts', () => {
  const standing = async (name?: string): Promise<string> => board(name).standing();

  it('it does where the bot is an administrator who may post', async () => {
    expect(await standing()).toBe('open');
    expect(await standing('-1007654321')).toBe('open');
  });

  it.each<[string, Partial<Standing>]>([
    ['may_not_post', { can_post_messages: false }],
    ['not_a_member', { status: 'left' }],
    ['not_a_member', { status: 'kicked' }],
  ])('%s is told apart', async (told, bot) => {
    posts.bot(bot);
    expect(await standing()).toBe(told);
  });

  it('so are a name nobody has, what is no channel, and silence', async () => {
    expect(await standing('@nulle_part')).toBe('unknown_place');
    says('getChat', 502, 'Bad Gateway');
    expect(await standing()).toBe('no_answer');
    expect(await standing('-5')).toBe('not_a_board');
  });

  it.each(BOARD_STANDINGS)('the start says of %s what to do', async (told) => {
    const lines: string[] = [];
    const say = (_fields: object, line: string): void => void lines.push(line);
    await lookAtBoard({ standing: async () => told }, { info: say, warn: say, error: say });
    expect(lines).toEqual([expect.stringContaining('TELEGRAM_CHANNEL')]);
  });

  it('a start asks once, and goes on where it may not post', async () => {
    posts.bot({ can_post_messages: false });
    const lines: string[] = [];
    const channel = telegramChannel({
      ...{ token: TEST_TOKEN, apiRoot: telegram.root, mode: 'webhook', webhookSecret: 'S-1' },
      ...{ publicUrl: 'http://127.0.0.1:9', board: '@benkan_mali' },
      log: { ...quiet, warn: (_fields, line) => void lines.push(line) },
    });
    opened.push(channel);
    await channel.start(async () => 'committed');
    await until(
      () => lines.length > 0,
      () => 'the channel was looked at',
    );
    expect(lines).toEqual([expect.stringContaining('the right to post')]);
  });
});
