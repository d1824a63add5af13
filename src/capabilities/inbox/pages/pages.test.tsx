import { beforeEach, describe, expect, it } from '@jest/globals';
import { type MemoryInbox, memoryInbox, NOW } from '../../../../test/inbox-pages/memory-inbox.ts';
import { type Asked, type Visit, visit } from '../../../../test/inbox-pages/visit.ts';
import { refusal } from '../../../domain/faults.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { INBOX_ROLES, type Thread, WHY_NOT } from '../ports.ts';
import { listPath, listState } from './filter.ts';
import { inboxRoutes } from './routes.tsx';
import { inboxSlots } from './slots.ts';
import { snoozeChoices, snoozedUntil } from './snooze.ts';

const ZONE = 'Africa/Bamako';
const HOUR = 3_600_000;
let inbox: MemoryInbox;
let ask: Visit;
beforeEach(() => {
  inbox = memoryInbox();
  ask = visit(inbox);
});

describe('W2: the list', () => {
  it('shows since when somebody waits, why, where and whose it is; never a word of theirs', async () => {
    inbox.add({ tags: ['guichet'], red: { kinds: ['threat'], since: NOW - HOUR } });
    inbox.add({
      handle: 'B2-1AA',
      state: 'claimed',
      claimedBy: { id: 'oumou', name: 'Oumou' },
      unansweredSince: null,
    });
    const { html } = await ask('get', '/inbox');
    for (const words of [
      'K4-7T2',
      'attend depuis 2 h 10',
      'Danger',
      'menace',
      'Telegram',
      'Ségou',
      'guichet',
    ])
      expect(html).toContain(words);
    expect(html).toContain('à vous');
    expect(html).not.toContain('menti au guichet');
  });

  it('says what it is for while it is empty, by queue, and what the filters leave out', async () => {
    expect((await ask('get', '/inbox')).html).toContain('Quand quelqu’un demande à parler à une personne');
    expect((await ask('get', '/inbox', { query: 'file=red' })).html).toContain('Rien en file rouge');
    inbox.add();
    const { html } = await ask('get', '/inbox', { query: 'etiquette=loin' });
    expect(html).toContain('Aucune conversation ne répond à ces filtres.');
    expect((await ask('get', '/inbox', { lang: 'en-GB' })).html).toContain('has waited for 2 h 10');
  });

  it('keeps its state in the address, and takes nothing else from it', () => {
    const query = 'file=mine&etiquette=a-b&langue=bm&canal=web&region=segou';
    const { filter } = listState(new URLSearchParams(`${query}&page=3`));
    expect(listPath(filter, 3)).toBe(`/staff/inbox?${query}&page=3`);
    const bad = 'file=everything&etiquette=A%20B&langue=../x&canal=%24ne&region=%00&page=1e3';
    expect(listState(new URLSearchParams(bad))).toEqual({ filter: {}, page: 1 });
    expect(listPath({}, 1)).toBe('/staff/inbox');
  });

  it('T36: another organisation finds nothing, and no thread by its id', async () => {
    const { id } = inbox.add();
    expect((await ask('get', '/inbox', { org: 'autre' })).html).toContain('Personne n’attend');
    for (const path of [`/inbox/${id}`, `/inbox/${id}/live`, `/inbox/${id}/identity`, '/inbox/nobody'])
      expect((await ask('get', path, { org: 'autre' })).status).toBe(404);
    for (const act of ['claim', 'note', 'reply', 'draft', 'identity'])
      expect((await ask('post', `/inbox/${id}/${act}`, { org: 'autre' })).status).toBe(404);
  });

  it('W1: tells the overview who may be in danger and who waits', async () => {
    inbox.add({ red: { kinds: ['child'], since: NOW } });
    const { answer } = await ask('get', '/inbox');
    expect(answer.kind).toBe('page');
    const person = { id: 'oumou', name: 'Oumou', role: 'coordinator', org: 'benkan' } as const;
    const needs = await inboxSlots(inbox.parts).needs?.({ person, frame: { lang: 'fr' } } as StaffContext);
    expect(needs?.map(({ key, count, level }) => [key, count, level])).toEqual([
      ['inbox.red', 1, 'red'],
      ['inbox.waiting', 1, 'amber'],
      ['inbox.mine', 0, 'calm'],
    ]);
    const viewer = { person: { ...person, role: 'viewer' }, frame: { lang: 'fr' } } as StaffContext;
    expect(await inboxSlots(inbox.parts).needs?.(viewer)).toEqual([]);
  });
});

describe('W2: a thread', () => {
  const citizen = '<img src=x onerror=alert(1)> "on\' &amp; {{x}}';

  it('shows what was said, by whom, and escapes it; notes stand apart (T13)', async () => {
    const by = { id: 'seydou', name: 'Seydou' };
    const { id } = inbox.add({
      entries: [
        { id: 'a', at: NOW - 26 * HOUR, kind: 'citizen', text: citizen },
        { id: 'b', at: NOW - HOUR, kind: 'reply', by, text: 'Bonjour.', canned: 'r1', fate: 'read' },
        { id: 'c', at: NOW, kind: 'note', by, text: 'Rappeler le maire.' },
        { id: 'd', at: NOW, kind: 'reply', by: { id: 'x', name: null }, text: 'Au revoir.' },
        { id: 'e', at: NOW, kind: 'sent', media: 'voice', file: { id: 'f1', seconds: 12.4, words: null } },
        { id: 'f', at: NOW, kind: 'given_back', by: null },
      ],
    });
    const { html } = await ask('get', `/inbox/${id}`);
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
    const [log = ''] = /<div id="fil"[^]*?<section id="repondre"/u.exec(html) ?? [];
    for (const words of [
      'Seydou',
      'lu',
      'réponse prête',
      'un ancien membre',
      '12 s',
      'vendredi 20 novembre 2026',
      '11:00',
    ])
      expect(log).toContain(words);
    expect(log).not.toContain('Rappeler le maire');
    expect(html).toContain('Rappeler le maire');
    // What is said is written down by whom the page of voices lets in.
    expect(html).not.toContain('/staff/media/f1');
    expect((await ask('get', `/inbox/${id}`, { role: 'admin' })).html).toContain('/staff/media/f1');
  });

  it('T20, T22, T36: a voice is heard where it stands and a photo behind a link, by whoever reads the thread', async () => {
    const [voice, photo] = ['a'.repeat(32), 'b'.repeat(32)];
    const { id } = inbox.add({
      entries: [
        { id: 'a', at: NOW, kind: 'sent', media: 'voice', file: { id: voice, seconds: 3, words: null } },
        { id: 'b', at: NOW, kind: 'sent', media: 'photo', file: { id: photo, words: null } },
      ],
    });
    const other = inbox.add();
    const at = (file: string, more = '', thread = id) => `/inbox/${thread}/files/${file}${more}`;
    const { html } = await ask('get', `/inbox/${id}`, { role: 'coordinator' });
    expect(html).toContain(
      `<audio class="log-voice" controls preload="none" src="/staff${at(voice, '/bytes')}"`,
    );
    expect(html).toContain(`<a href="/staff${at(photo)}">`);
    // Nothing is fetched before somebody asks for it.
    expect(html).not.toContain('<img');
    expect((await ask('get', at(photo), { role: 'coordinator' })).html).toContain(
      `src="/staff${at(photo, '/bytes')}"`,
    );
    for (const [file, type] of [
      [voice, 'audio/ogg'],
      [photo, 'image/jpeg'],
    ] as const)
      expect((await ask('get', at(file, '/bytes'))).answer).toMatchObject({ kind: 'media', type });
    for (const more of ['', '/bytes'])
      for (const [path, org] of [
        [at(voice, more, other.id), 'benkan'],
        [at('c'.repeat(32), more), 'benkan'],
        [at(voice, more), 'autre'],
      ] as const)
        expect((await ask('get', path, { org })).status).toBe(404);
    const chance = { token: () => 'k' };
    const routes = inboxRoutes({ parts: inbox.parts, clock: { now: () => NOW }, chance, zone: ZONE }).filter(
      ({ path }) => path.startsWith('/inbox/:thread/files'),
    );
    expect(routes).toHaveLength(2);
    for (const { roles, reads } of routes)
      expect({ roles, reads }).toEqual({ roles: INBOX_ROLES, reads: 'A' });
  });

  it('tells of WhatsApp’s window while it is open and once it is shut', async () => {
    const { id } = inbox.add({ reach: { may: true, most: 1500, endsAt: NOW + 3 * HOUR } });
    expect((await ask('get', `/inbox/${id}`)).html).toMatch(
      /WhatsApp laisse répondre jusqu’au .*15:00 \(encore 3 h\)/u,
    );
    const shut = inbox.add({ reach: { may: false, why: 'window_closed', endsAt: NOW - HOUR } });
    const { html } = await ask('get', `/inbox/${shut.id}`);
    expect(html).toMatch(/ne laisse plus répondre depuis le .*11:00/u);
    expect(html).not.toContain('name="text"');
  });

  it('C6: shows no number before a reason is given, and says why where it is refused', async () => {
    const { id } = inbox.add();
    const [page, form] = [await ask('get', `/inbox/${id}`), await ask('get', `/inbox/${id}/identity`)];
    expect(page.html + form.html).not.toContain('70 00 00 01');
    expect(form.html).toContain('name="reason"');
    const enough = async () => Promise.reject(refusal('reveal_enough', 'no more'));
    const refused = await ask('post', `/inbox/${id}/identity`, { reveal: enough });
    expect([refused.status, refused.html.includes('70 00 00 01')]).toEqual([429, false]);
    expect((await ask('post', `/inbox/${id}/identity`)).html).toContain('70 00 00 01');
  });

  it('shows what to do when somebody may be in danger, in the language of the member', async () => {
    const { id } = inbox.add({
      red: { kinds: ['child'], since: NOW - HOUR },
      cards: [
        {
          kind: 'child',
          title: { fr: 'Un enfant en danger', en: 'A child in danger' },
          todo: { fr: ['Ne posez pas de question.'], en: ['Ask no question.'] },
          call: [{ who: { fr: 'Point focal', en: 'Focal point' }, ackMin: 15, actMin: null }],
        },
      ],
    });
    const { html } = await ask('get', `/inbox/${id}`);
    for (const words of [
      'Un enfant en danger',
      'Ne posez pas de question.',
      'Point focal',
      'doit répondre en 15 min',
    ])
      expect(html).toContain(words);
    expect((await ask('get', `/inbox/${id}`, { lang: 'en-GB' })).html).toContain('Ask no question.');
  });

  it('offers what the state of the talk and the role allow', async () => {
    const buttons = async (thread: Partial<Thread>, role: Asked['role'] = 'organiser') => {
      const { html } = await ask('get', `/inbox/${inbox.add(thread).id}`, { role });
      return [...html.matchAll(/action="\/staff\/inbox\/[0-9a-f]{32}\/(\w+)"/gu)].map(([, act]) => act);
    };
    const mine = { state: 'claimed', claimedBy: { id: 'oumou', name: 'Oumou' } } as const;
    const theirs = { state: 'claimed', claimedBy: { id: 'seydou', name: 'Seydou' } } as const;
    expect(await buttons({})).toEqual([
      'claim',
      'reply',
      'note',
      'resume',
      'tag',
      'assign',
      'snooze',
      'snooze',
      'close',
    ]);
    expect(await buttons({}, 'coordinator')).not.toContain('assign');
    expect(await buttons(mine)).toEqual(expect.arrayContaining(['release', 'reply', 'resume']));
    expect(await buttons(theirs, 'coordinator')).not.toEqual(expect.arrayContaining(['release']));
    expect(await buttons(theirs)).not.toContain('reply');
    const closed = { state: 'closed', with: 'bot', reach: { may: false, why: 'with_bot' } } as const;
    expect(await buttons(closed)).toEqual(['claim', 'note', 'tag']);
    expect(await buttons({ with: 'bot', reach: { may: false, why: 'with_bot' } })).not.toContain('resume');
    const snoozed = { state: 'snoozed', snoozedUntil: NOW + HOUR } as const;
    expect(await buttons(snoozed)).toEqual(expect.arrayContaining(['wake', 'claim']));
  });
});

describe('W2: what is done', () => {
  it('each act asks the inbox once and says that it is done', async () => {
    const { id } = inbox.add();
    const done = async (act: string, form: Record<string, string> = {}) => {
      const { to } = await ask('post', `/inbox/${id}/${act}`, { form });
      return to === undefined ? 'refused' : `${to.flash ?? ''} ${inbox.asked.at(-1)?.split(' ')[0] ?? ''}`;
    };
    expect(await done('claim')).toBe('claimed claim');
    expect(await done('tag', { tag: 'guichet' })).toBe('tagged tag:guichet');
    expect(await done('untag', { tag: 'guichet' })).toBe('untagged untag:guichet');
    expect(await done('assign', { to: 'seydou' })).toBe('assigned assign:seydou');
    expect(await done('snooze', { choice: 'hour' })).toBe(`snoozed snooze:${HOUR}`);
    expect(await done('wake')).toBe('woken wake');
    expect(await done('note', { note: 'Vu.' })).toBe('noted note');
    expect(await done('resume', { step: 'debut' })).toBe('resumed resume:debut');
    expect(await done('resume', { step: '' })).toBe('resumed resume:');
    expect(await done('calm', { why: 'Une blague entre amis.' })).toBe('calmed calm');
    expect(await done('close')).toBe('closed close');
    expect(await done('claim', { closed: '1' })).toBe('reopened claim');
    expect(await done('release')).toBe('released release');
  });

  it('every refusal has words and a status, and keeps what was typed', async () => {
    const { id } = inbox.add();
    for (const why of WHY_NOT) {
      inbox.refuseNext = {
        kind: 'refused',
        why,
        ...(why === 'taken' && { by: { id: 's', name: 'Seydou' } }),
      };
      const { status, html } = await ask('post', `/inbox/${id}/note`, { form: { note: 'Mot gardé.' } });
      expect([why, status, html.includes('Mot gardé.')]).toEqual([why, statusOf(why), why !== 'no_thread']);
      expect(html).not.toContain('menti au guichet');
      if (why === 'taken') expect(html).toContain('Seydou s’en occupe.');
    }
    expect(
      (await ask('post', `/inbox/${id}/snooze`, { form: { day: '2026-02-31', time: '08:00' } })).status,
    ).toBe(400);
    expect(inbox.asked.filter((one) => one.startsWith('snooze'))).toEqual([]);
  });

  const statusOf = (why: string): number =>
    why === 'no_thread'
      ? 404
      : why === 'not_allowed'
        ? 403
        : /^(?:empty|too_|bad_|no_such)/u.test(why)
          ? 400
          : 409;

  it('a reply keeps its words where it is refused, also where somebody else was faster', async () => {
    const { id } = inbox.add();
    inbox.refuseNext = { kind: 'refused', why: 'too_long' };
    const long = await ask('post', `/inbox/${id}/reply`, { form: { text: 'Ma réponse', key: 'abc' } });
    expect([long.status, long.html.includes('value="abc"'), long.html.includes('Ma réponse')]).toEqual([
      400,
      true,
      true,
    ]);
    expect(long.html).not.toContain('menti au guichet');
    const thread = inbox.threads[0];
    Object.assign(thread ?? {}, { state: 'claimed', claimedBy: { id: 's', name: 'Seydou' } });
    inbox.refuseNext = { kind: 'refused', why: 'taken', by: { id: 's', name: 'Seydou' } };
    const taken = await ask('post', `/inbox/${id}/reply`, { form: { text: 'Ma réponse', key: 'abc' } });
    expect([taken.status, taken.html.includes('Ma réponse')]).toEqual([409, true]);
    expect(taken.html).toContain('Seydou s’en occupe.');
  });

  it('canned replies come in the person’s language first, without scripts too, and are told from changed ones', async () => {
    const { id } = inbox.add({ lang: 'bm' });
    inbox.canned = [
      { id: 'r1', title: 'Mairie', texts: { fr: 'Allez à la mairie.' }, rev: 1 },
      { id: 'r2', title: 'Merci', texts: { fr: 'Merci.', bm: 'I ni ce.' }, rev: 1 },
    ];
    const { html } = await ask('get', `/inbox/${id}`);
    expect(html.indexOf('data-text="I ni ce."')).toBeLessThan(html.indexOf('Mairie (en français)'));
    const form = { text: 'A ka nyi', canned: 'r2', key: 'k' };
    expect((await ask('post', `/inbox/${id}/draft`, { form })).html).toContain('A ka nyi\n\nI ni ce.');
    await ask('post', `/inbox/${id}/reply`, { form: { ...form, text: 'I ni ce.\r\n' } });
    expect(inbox.asked.at(-1)).toBe(`reply:r2 ${id}`);
    await ask('post', `/inbox/${id}/reply`, { form });
    expect(inbox.asked.at(-1)).toBe(`reply: ${id}`);
  });
});

describe('W11: canned replies', () => {
  const form = { title: 'Mairie', text_fr: 'Allez à la mairie.', text_bm: '', rev: '0' };

  it('are made, changed and removed', async () => {
    expect((await ask('get', '/replies')).html).toContain('Pas encore de réponse prête');
    expect((await ask('post', '/replies/new', { form })).to?.flash).toBe('saved');
    expect(inbox.canned).toMatchObject([{ id: 'r1', title: 'Mairie', texts: { fr: 'Allez à la mairie.' } }]);
    expect((await ask('get', '/replies/r1')).html).toContain('Allez à la mairie.');
    await ask('post', '/replies/r1', { form: { ...form, text_bm: 'Taa meri la.', rev: '1' } });
    expect((await ask('get', '/replies')).html).toContain('bambara');
    expect((await ask('get', '/replies/r1/remove')).html).toContain('Mairie');
    expect((await ask('post', '/replies/r1/remove', { form: { rev: '2' } })).to?.flash).toBe('removed');
    expect(inbox.canned).toEqual([]);
  });

  it('a refusal keeps the words: nothing written (400), somebody was faster (409), gone (404)', async () => {
    expect((await ask('post', '/replies/new', { form: { ...form, title: '' } })).status).toBe(400);
    await ask('post', '/replies/new', { form });
    const stale = await ask('post', '/replies/r1', { form: { ...form, rev: '7' } });
    expect([stale.status, stale.html.includes('Allez à la mairie.')]).toEqual([409, true]);
    const gone = await ask('post', '/replies/r9', { form });
    expect([gone.status, gone.html.includes('action="/staff/replies/new"')]).toEqual([409, true]);
    for (const path of ['/replies/r9', '/replies/r9/remove'])
      expect((await ask('get', path)).status).toBe(404);
  });
});

describe('W2: putting off', () => {
  const saturdayNoon = NOW;
  const choicesAt = (now: number) => snoozeChoices(now, ZONE).map(({ choice }) => choice);

  it('offers no evening once it has come, and no Monday twice', () => {
    expect(choicesAt(saturdayNoon)).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
    expect(choicesAt(saturdayNoon + 7 * HOUR)).toEqual(['hour', 'tomorrow', 'monday']);
    expect(choicesAt(saturdayNoon + 24 * HOUR)).toEqual(['hour', 'evening', 'tomorrow']);
  });

  it('reads a choice, or a day and a time of the campaign’s clock; nothing else', () => {
    const at = (form: Record<string, string>) => snoozedUntil(form, saturdayNoon, ZONE);
    expect(at({ choice: 'monday' })).toBe(Date.UTC(2026, 10, 23, 8));
    expect(at({ day: '2026-11-30', time: '09:30' })).toBe(Date.UTC(2026, 10, 30, 9, 30));
    for (const form of [
      {},
      { choice: 'never' },
      { day: '2026-02-29', time: '08:00' },
      { day: '30/11', time: '8h' },
    ])
      expect(at(form)).toBeNull();
  });
});
