import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbound } from '../../src/domain/message.ts';
import { type MemoryLibrary, memoryLibrary } from '../media/memory-library.ts';
import { jpeg } from '../media/pictures.ts';
import { MemoryReceive } from './memory-receive.ts';
import type { Rig, RigMaker, Somebody } from './rig.ts';
import { HOSTILE_TEXTS, SCRIPTS } from './texts.ts';
import { until } from './until.ts';

/** What every channel must do, whatever its platform (C1–C7, C12). */
export function conforms(maker: RigMaker): void {
  describe(`the channel ${maker.name}`, () => {
    let store: MemoryReceive;
    let media: MemoryLibrary;
    let rig: Rig;
    let awa: Somebody;
    let sent = 0;
    beforeEach(async () => {
      store = new MemoryReceive();
      media = memoryLibrary();
      rig = await maker.open(store.receive, media);
      awa = rig.person(0);
    });
    afterEach(() => rig.close());

    const send = (text: string, choices?: Outbound['choices'], to = awa, audio?: string, image?: string) => {
      sent += 1;
      const message: Outbound = {
        id: `m${sent}`,
        address: to.address,
        lane: 'reply',
        text,
        ...(choices && { choices }),
        ...(audio !== undefined && { audio: { media: audio } }),
        ...(image !== undefined && { image: { media: image } }),
      };
      return rig.channel.send(message, rig.account);
    };
    const arrived = (n: number) =>
      until(
        () => store.taken.length >= n,
        () => store.taken.length,
      );
    const seen = async (n: number) => {
      await until(
        async () => (await awa.sees()).length >= n,
        () => awa.sees(),
      );
      return awa.sees();
    };
    /** What a choice brings: its button's token, or what is typed for it. */
    const pressed = (digits: string, token: string): object =>
      maker.typed || maker.wordsAlone ? { kind: 'text', text: digits } : { kind: 'choice', token };
    /** Most platforms let only those be written to who wrote first. */
    const meet = async (who = awa): Promise<void> => {
      const before = store.taken.length;
      await who.says('i ni ce');
      await arrived(before + 1);
    };

    it('C6: names its messages: channel, account, person, address and id', async () => {
      await meet();
      expect(store.taken[0]).toMatchObject({
        channel: rig.channel.id,
        account: rig.account,
        address: awa.address,
        content: { kind: 'text', text: 'i ni ce' },
      });
    });

    it.each([...SCRIPTS, ...HOSTILE_TEXTS])(
      'T13: brings in and takes out, untouched: %s',
      async (_name, text) => {
        await meet();
        await awa.says(text);
        await arrived(2);
        expect(store.contents(awa.address).at(-1)).toEqual({ kind: 'text', text });
        expect(await send(text)).toMatchObject({ kind: 'sent' });
        expect((await seen(1)).at(-1)).toEqual({ text, labels: [] });
      },
    );

    it('takes 4,096 characters both ways, and calls one more too long', async () => {
      const text = 'ɛ'.repeat(4096);
      await awa.says(text);
      await awa.says(`${text}ɔ`);
      await arrived(2);
      expect(store.contents(awa.address)).toEqual([
        { kind: 'text', text },
        { kind: 'unsupported', what: 'too_long' },
      ]);
      await send(text);
      expect((await seen(1)).at(-1)?.text).toBe(text);
    });

    it('C7, T12: a tap brings the token back exactly as it left, labels as they were written', async () => {
      await meet();
      const token = 'aB3-_~:/+=.ɛ'.repeat(4);
      const choices = [
        { id: 'x'.repeat(64), label: 'Ji <b>&amp;' },
        { id: token, label: 'Kalan *ߒߞߏ*' },
      ];
      expect(await send('Mun?', choices)).toMatchObject({ kind: 'sent' });
      expect((await seen(1)).at(-1)).toEqual({ text: 'Mun?', labels: ['Ji <b>&amp;', 'Kalan *ߒߞߏ*'] });
      await awa.taps('Kalan *ߒߞߏ*');
      await arrived(2);
      expect(store.contents(awa.address).at(-1)).toEqual(pressed('2', token));
    });

    it('C8: a recording arrives with its words and its choices, and its length is told', async () => {
      await meet();
      const choices = [{ id: 'again', label: 'I ko di?' }];
      expect(await send('Kibaru\nfila', choices, awa, media.add())).toMatchObject({ kind: 'sent' });
      const heard = maker.wordsAlone ? {} : { audio: 2 };
      expect(await seen(1)).toEqual([{ text: 'Kibaru\nfila', labels: ['I ko di?'], ...heard }]);
      await awa.taps('I ko di?');
      await arrived(2);
      expect(store.contents(awa.address).at(-1)).toEqual(pressed('1', 'again'));
    });

    it('C8: where the recording is gone, the words and the choices arrive', async () => {
      await meet();
      const id = media.add();
      media.drop(id);
      expect(await send('Kibaru', [{ id: 'a', label: 'A' }], awa, id)).toMatchObject({ kind: 'sent' });
      expect(await seen(1)).toEqual([{ text: 'Kibaru', labels: ['A'] }]);
    });

    it('U1: a picture arrives with its words and its choices; where it is gone, they arrive alone', async () => {
      await meet();
      const [kept, gone] = [media.addPicture(jpeg()), media.addPicture(jpeg())];
      media.drop(gone);
      const choices = [{ id: 'a', label: 'A' }];
      for (const id of [kept, gone])
        expect(await send('Ja', choices, awa, undefined, id)).toMatchObject({ kind: 'sent' });
      const shown = maker.wordsAlone ? {} : { picture: true };
      const words = { text: 'Ja', labels: ['A'] };
      expect(await seen(2)).toEqual([{ ...words, ...shown }, words]);
    });

    for (const sent of maker.media)
      it(`names what is not words: ${sent}`, async () => {
        await meet();
        await awa.sends(sent);
        await arrived(2);
        expect(store.contents(awa.address).at(-1)).toMatchObject({ kind: 'media', media: sent });
      });

    it('C12: messages of one person arrive in the order in which they were sent', async () => {
      store.takesMs = 3;
      const words = Array.from({ length: 30 }, (_, n) => `kuma ${n}`);
      for (const word of words) await awa.says(word);
      await arrived(words.length);
      expect(store.contents(awa.address)).toEqual(words.map((text) => ({ kind: 'text', text })));
      const orders = store.taken.map((message) => message.order);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
      expect(new Set(store.taken.map((message) => message.id)).size).toBe(words.length);
    });

    it('T25: what finds the store away comes again, and counts once', async () => {
      store.awayFor = 3;
      await awa.says('fɔlɔ');
      await awa.says('filanan');
      await arrived(2);
      expect(store.asked).toBeGreaterThanOrEqual(5);
      expect(store.contents(awa.address)).toEqual([
        { kind: 'text', text: 'fɔlɔ' },
        { kind: 'text', text: 'filanan' },
      ]);
    });

    it('T31: stop resolves only when what is in hand is stored', async () => {
      store.takesMs = 100;
      await awa.says('kelen');
      await arrived(1);
      expect(store.stored).toBe(0);
      await rig.channel.stop?.();
      expect(store.stored).toBe(1);
    });

    it('COMMIT 10: a channel that says it keeps an id once does', async () => {
      await meet();
      const message: Outbound = { id: 'same', address: awa.address, lane: 'reply', text: 'kelen' };
      await rig.channel.send(message, rig.account);
      await rig.channel.send(message, rig.account);
      const twice = rig.channel.dedupes === true ? 1 : 2;
      expect(await seen(twice)).toHaveLength(twice);
    });

    if (maker.people === 'many') {
      it('keeps people apart', async () => {
        const bakary = rig.person(1);
        await meet(awa);
        await meet(bakary);
        await send('A ye', undefined, bakary);
        await until(async () => (await bakary.sees()).length === 1);
        expect(await awa.sees()).toEqual([]);
        expect(new Set(store.taken.map((message) => message.user)).size).toBe(2);
      });
    }

    if (maker.network) {
      it('T11: the same message brought again keeps its id', async () => {
        await meet();
        await rig.bringAgain?.();
        await until(
          () => store.asked >= 2,
          () => store.asked,
        );
        expect(store.taken).toHaveLength(1);
      });

      it('C9: someone who is gone is refused for good', async () => {
        await meet();
        rig.trouble?.gone(awa);
        expect(await send('I be min?')).toMatchObject({ kind: 'refused', gone: true });
      });

      it('C9: a pause asked for is a pause kept', async () => {
        await meet();
        rig.trouble?.busy(7);
        expect(await send('x')).toMatchObject({ kind: 'retry', afterMs: maker.usualPauseMs ?? 7000 });
        expect(await send('x')).toMatchObject({ kind: 'sent' });
      });

      it('C9, COMMIT 10: a lost answer is unknown, and is not sent again by the channel', async () => {
        await meet();
        rig.trouble?.lost();
        expect(await send('kelen')).toMatchObject({ kind: 'unknown' });
        expect(await seen(1)).toHaveLength(1);
      });

      it('C9: what never left may be tried again', async () => {
        await meet();
        await rig.trouble?.unreachable();
        expect(await send('x')).toMatchObject({ kind: 'retry' });
      });
    }
  });
}
