import { describe, expect, it } from '@jest/globals';
import { accepts, flipped, missedFlips } from '../../../../test/updates/flips.ts';
import {
  buildStatement,
  chain,
  headOf,
  itemText,
  keysAfter,
  logText,
  PUBLIC_URL,
} from '../../../../test/updates/signed-log.ts';
import { keysDocumentOf } from '../keys/keys-document.ts';
import { thumbprint } from '../keys/public-key.ts';
import { canonicalJson, type Json } from '../model/canonical.ts';
import { follow, hashOfEntry } from './entry.ts';
import { verifyItemFile } from './item-file.ts';
import type { LogEntry } from './ports.ts';
import { readKeys, verifyFile } from './verify-file.ts';
import { verifyLog } from './verify-log.ts';

const fromBits = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();
const parse = (text: string): Json => JSON.parse(text) as Json;

describe('U5: canonical JSON as RFC 8785 has it', () => {
  it('the example of section 3.2.2', () => {
    const given = parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    );
    expect(canonicalJson(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('keys in the order of UTF-16 units: a pair of surrogates before U+FB33 (section 3.2.3)', () => {
    const given = parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}`,
    );
    expect(Object.values(JSON.parse(canonicalJson(given)) as object)[0]).toBe('One');
    expect([...canonicalJson(given).matchAll(/:"([^"]+)"/g)].map(([, held]) => held)).toEqual([
      ...['Carriage Return', 'One', 'Control', 'o', 'Euro Sign', 'Emoji', 'Hebrew Letter Dalet With Dagesh'],
    ]);
  });

  it('the published test data: structures, weird', () => {
    expect(
      canonicalJson(
        parse(String.raw`{"1":{"f":{"f":"hi","F":5},"\n":56.0},"10":{},"":"empty","a":{},"111":[{}],"A":{}}`),
      ),
    ).toBe(String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}`);
    expect(
      canonicalJson(
        parse(String.raw`{"\u0080":"Control\u007f","\ud83d\ude02":"Smiley","</script>":"x","1":1}`),
      ),
    ).toBe('{"1":1,"</script>":"x","\u0080":"Control\u007f","😂":"Smiley"}');
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is %s', (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text);
  });

  it.each([
    ['NaN', fromBits('7fffffffffffffff')],
    ['infinity', fromBits('7ff0000000000000')],
    ['half a pair', 'a\ud800b'],
    ['the other half', { k: ['\udead'] }],
    ['half a pair in a key', { '\ud800': 1 }],
    ['nothing', { k: undefined as unknown as Json }],
    ['a bigint', 1n as unknown as Json],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow('Canonical JSON has no form for');
  });
});

const statements = [1, 2, 3, 4].map((n) => buildStatement(n));
const five = chain([...statements, buildStatement(2, { kind: 'withdrawn', reason: 'wrong' })]);
const keys = keysAfter();
const known = { keys: keys.all, heads: [] };
const wrong = async (entries: readonly unknown[], heads = [headOf(five)]) =>
  (await verifyLog(entries, { ...known, heads })).broken;

describe('U5: the log as a chain', () => {
  it('holds as it was written, and ends where its head is', async () => {
    expect(await verifyLog(five, { ...known, heads: [headOf(five)] })).toEqual({
      ...{ ok: true, entries: 5, head: headOf(five) },
    });
  });

  it('what is left out, put in, moved, said twice or signed by somebody else is found', async () => {
    const [one, two, three, four, last] = five as [LogEntry, LogEntry, LogEntry, LogEntry, LogEntry];
    expect(await wrong([one, three, four, last])).toEqual({ seq: 2, what: 'misplaced' });
    expect(await wrong([one, two, two, three])).toEqual({ seq: 3, what: 'misplaced' });
    expect(await wrong([two, one])).toEqual({ seq: 1, what: 'misplaced' });
    expect(await wrong([one, { ...two, prev: four.hash }])).toEqual({ seq: 2, what: 'unlinked' });
    expect(await wrong([one, { ...two, more: 1 }])).toEqual({ seq: 2, what: 'unreadable' });
    expect(await wrong(five.slice(0, 4))).toEqual({ seq: 5, what: 'cut_off' });
    expect(await wrong(chain([buildStatement(1), buildStatement(1)]))).toEqual({ seq: 2, what: 'twice' });
    const stranger = keysAfter(['stolen']);
    expect(await wrong(chain([buildStatement(1)], stranger))).toEqual({ seq: 1, what: 'unknown_key' });
    const alone = buildStatement(1, { verifier: 'AAAAAAAAAAAAAAAA' });
    expect(await wrong(chain([alone]))).toEqual({ seq: 1, what: 'one_person' });
    const forked = chain([buildStatement(7)], keys, five.slice(0, 4));
    expect(await wrong(forked)).toEqual({ seq: 5, what: 'another_log' });
  });

  it('who can write the database and not sign cannot make another chain of it', async () => {
    const [one, two] = five as [LogEntry, LogEntry];
    const said = { ...two.statement, publisher: { id: 'autre', name: 'Un autre' } };
    const forged = { ...two, statement: said };
    expect(await wrong([one, forged])).toEqual({ seq: 2, what: 'edited' });
    expect(await wrong([one, { ...forged, hash: hashOfEntry(forged) }])).toEqual({
      seq: 2,
      what: 'unsigned',
    });
    // The true entry in another place: its signature is of its place too.
    const { statement, signature } = two;
    const moved = { ...follow(headOf([]), { statement, demo: false }, keys), signature };
    expect(await wrong([{ ...moved, hash: hashOfEntry(moved) }])).toEqual({ seq: 1, what: 'unsigned' });
  });

  it('an example is no entry of the real log, whoever says so', async () => {
    const example = follow(headOf([]), { statement: buildStatement(1), demo: true }, keys);
    expect(await wrong([example])).toEqual({ seq: 1, what: 'misplaced' });
    expect(await wrong([{ ...example, demo: false }])).toEqual({ seq: 1, what: 'edited' });
  });
});

describe('U5: every byte of an exported log, flipped in turn, is noticed', () => {
  const whole = Buffer.from(logText(five));
  const pinned = keysDocumentOf(keys, PUBLIC_URL, headOf(five));
  const accepted = (text: string): Promise<boolean> => accepts(text, pinned);

  it('the log is good as it is', async () => {
    expect(await verifyFile([whole], pinned)).toMatchObject({
      of: 'log',
      ok: true,
      entries: 5,
      trusted: true,
    });
    expect(await verifyFile([whole])).toMatchObject({ ok: true, trusted: false });
    // However it is cut on the way, within a letter too.
    expect(await verifyFile([...whole].map((byte) => Uint8Array.of(byte)))).toMatchObject({ entries: 5 });
  });

  it('and with any byte changed it is not', async () => {
    expect(await missedFlips(whole.toString(), pinned)).toEqual({ bytes: whole.length, missed: 0 });
    // The same with the whole file read from its beginning, for some of them.
    const some = [...whole.keys()].filter((at) => at % 29 === 0);
    for (const at of some) expect([at, await accepted(flipped(whole, at))]).toEqual([at, false]);
  });

  it('nor with a byte more, a byte less, a line less, or another order of the same fields', async () => {
    const text = whole.toString();
    const lines = text.split('\n');
    const spelled = JSON.stringify({ hash: five[0]?.hash, ...five[0] });
    for (const changed of [
      ...[`${text} `, `${text}\n`, text.slice(0, -1), `\uFEFF${text}`, text.replaceAll('\n', '\r\n')],
      ...[lines.slice(0, -2).join('\n'), `${lines.slice(0, -2).join('\n')}\n`],
      ...[text.replace(lines[1] ?? '', spelled), text.replace('{"demo":false', '{"demo":false,"demo":false')],
    ])
      expect(await accepted(changed)).toBe(false);
  });

  it('and so is the file of one item', async () => {
    const item = Buffer.from(itemText(five, 2));
    expect(await accepted(item.toString())).toBe(true);
    // Every byte in the trial; here enough to meet each part of it.
    const some = [...item.keys()].filter((at) => at % 13 === 0 || at > item.length - 3);
    for (const at of some) expect([at, await accepted(flipped(item, at))]).toEqual([at, false]);
  });
});

describe('U5: the file of one item', () => {
  const verdict = (text: string) => verifyFile([Buffer.from(text)]);
  const corrected = chain([
    buildStatement(1),
    buildStatement(1, { kind: 'corrected', version: 2, reason: 'Date' }),
  ]);

  it('says what became of the item until then', async () => {
    expect(await verdict(itemText(five, 1))).toMatchObject({ of: 'item', ok: true, state: 'valid' });
    expect(await verdict(itemText(five, 2))).toMatchObject({ ok: true, state: 'withdrawn' });
    expect(await verdict(itemText(five, 5))).toMatchObject({ ok: true, state: 'withdrawn' });
    expect(await verdict(itemText(corrected, 1))).toMatchObject({ ok: true, state: 'corrected', newer: 2 });
    expect(await verdict(itemText(corrected, 2))).toMatchObject({ ok: true, state: 'valid' });
  });

  it('put together of parts that do not belong together, it is refused with what is wrong', () => {
    const file = parse(itemText(five, 3).trim()) as Record<string, Json>;
    const text = (of: Record<string, unknown>): unknown => ({ ...file, ...of });
    const [one, two, , four] = five;
    const cases: [Record<string, unknown>, string][] = [
      [{ before: null }, 'neighbour'],
      [{ before: one }, 'neighbour'],
      [{ after: five[4] }, 'neighbour'],
      [{ later: [four] }, 'later'],
      [{ entry: { ...five[2], signature: two?.signature } }, 'edited'],
      [{ entry: null }, 'unreadable'],
      [{ more: 1 }, 'unreadable'],
      [{ keys: { ...(file['keys'] as object), url: 'https://other.example' } }, 'keys'],
      [{ keys: keysDocumentOf(keys, PUBLIC_URL, { seq: 2, hash: two!.hash }) }, 'log'],
    ];
    for (const [of, fault] of cases) expect(verifyItemFile(text(of))).toMatchObject({ ok: false, fault });
  });

  it('of an example it is an example', async () => {
    const entry = follow(headOf([]), { statement: buildStatement(9001), demo: true }, keys);
    expect(await verdict(itemText([entry], 1))).toMatchObject({ ok: true, entry: { demo: true } });
  });

  it.each(['', '{}', '[]', 'null', '1', 'not JSON', '{"keys":1}', '['.repeat(100_000)])(
    'no file of ours is taken for one (%#)',
    async (text) => {
      const found = verdict(text).then(({ ok }) => (ok ? 'taken' : 'refused'));
      await expect(found.catch(String)).resolves.toMatch(/refused|neither an item nor a log/);
    },
  );

  it('a line that never ends is refused before it fills the memory, and what it came from is closed', async () => {
    let closed = false;
    const endless = function* (): Generator<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(1 << 20, 'a');
      } finally {
        closed = true;
      }
    };
    await expect(verifyFile(endless())).rejects.toMatchObject({ code: 'line_too_long' });
    expect(closed).toBe(true);
  });

  it('nothing is read behind the first line that is wrong, nor behind an item', async () => {
    const [first = ''] = logText(five).split('\n');
    for (const [text, what] of [
      [`${first}\nx\n`, { broken: { seq: 1, what: 'not_canonical' } }],
      [`${itemText(five, 2)}x\n`, { fault: 'not_canonical' }],
    ] as const) {
      let read = 0;
      const more = function* (): Generator<Uint8Array> {
        for (yield Buffer.from(text); ; yield Buffer.from('x\n')) read += 1;
      };
      expect(await verifyFile(more())).toMatchObject({ ok: false, ...what });
      expect(read).toBe(0);
    }
  });

  it('keys that are none, or were changed, are refused', () => {
    const pinned = keysDocumentOf(keys, PUBLIC_URL, headOf(five));
    expect(readKeys(canonicalJson(pinned)).head).toEqual(headOf(five));
    for (const text of ['', '{}', canonicalJson({ ...pinned, head: { seq: 4, hash: five[3]!.hash } })])
      expect(() => readKeys(text)).toThrow('The file of keys is none, or was changed');
  });
});

describe('U5: keys change without making old items invalid', () => {
  const later = keysAfter(['changed']);
  const longer = chain([buildStatement(8)], later, five);
  const old = keysDocumentOf(keys, PUBLIC_URL, headOf(five));

  it('what the old key signed holds, and who had only the old key believes the new one', async () => {
    expect(await verifyFile([Buffer.from(logText(longer, later))], old)).toMatchObject({
      ok: true,
      entries: 6,
      trusted: true,
    });
    expect(verifyItemFile(parse(itemText(longer, 1, later).trim()), old)).toMatchObject({ ok: true });
    expect(verifyItemFile(parse(itemText(longer, 6, later).trim()), old)).toMatchObject({ ok: true });
  });

  it('once a newer key has signed, the old one never does again', async () => {
    const back = chain([buildStatement(9)], keys, longer);
    expect(await verifyLog(back, { keys: later.all, heads: [] })).toMatchObject({
      broken: { seq: 7, what: 'old_key' },
    });
  });

  it('after a theft the thief’s log is refused: shorter, longer or forked', async () => {
    const after = keysAfter(['stolen']);
    const now = keysDocumentOf(after, PUBLIC_URL, headOf(five));
    const fork = chain([buildStatement(77)], keys, five.slice(0, 3));
    const more = chain([buildStatement(78)], keys, five);
    for (const [entries, signed] of [
      [fork, keys],
      [more, keys],
      [five.slice(0, 2), keys],
    ] as const)
      expect(await verifyFile([Buffer.from(logText(entries, signed))], now)).toMatchObject({ ok: false });
    // Within our own log what was signed before the theft is as good as ever; alone it proves nothing any more.
    expect(await verifyFile([Buffer.from(logText(five, after))], now)).toMatchObject({
      ok: true,
      entries: 5,
    });
    expect(verifyItemFile(parse(itemText(five, 1, after).trim()), now)).toMatchObject({
      fault: 'stolen_key',
    });
    // Nobody learns the new key from the stolen one.
    expect(await verifyFile([Buffer.from(logText(five, after))], old)).toMatchObject({
      broken: { what: 'unknown_key' },
    });
  });

  it('a key is named by its thumbprint (RFC 7638, the example of RFC 8037 A.3)', () => {
    expect(thumbprint('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe(
      'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    );
  });
});
