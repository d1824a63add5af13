import { describe, expect, it } from '@jest/globals';
import { GLOBAL_INTENTS } from '../../domain/language.ts';
import { inboundContent } from '../../domain/message.ts';
import { MENU_COMMANDS, readCommand } from './commands.ts';

describe('commands', () => {
  it.each([
    ['/start', 'menu'],
    ['/menu', 'menu'],
    ['/aide', 'help'],
    ['/langue', 'language'],
    ['/stop', 'stop'],
    ['/nouvelles', 'news'],
    ['/sondage', 'survey'],
    ['/volontaire', 'volunteer'],
    ['/activites', 'events'],
    ['/verif', 'check'],
    ['/signaler', 'report'],
    ['/donnees', 'my_data'],
    ['/effacer', 'erase'],
    ['/menu@benkan_bot', 'menu'],
    ['/MENU', 'menu'],
    ['/activités', 'events'],
    ['/aide s’il vous plaît', 'help'],
    ['/verif   ', 'check'],
  ])('%s is the intent %s', (text, intent) => {
    expect(readCommand(text)).toEqual({ kind: 'intent', intent });
  });

  it.each([
    ['/start affiche-segou_2', 'affiche-segou_2'],
    ['/start@benkan_bot radio', 'radio'],
    [`/start ${'a'.repeat(64)}`, 'a'.repeat(64)],
    ['/start __proto__', '__proto__'],
  ])('C1: a link is named by what stands behind it: %s', (text, link) => {
    expect(readCommand(text)).toEqual({ kind: 'arrival', link });
    expect(inboundContent.parse(readCommand(text))).toEqual({ kind: 'arrival', link });
  });

  it.each([
    '/start',
    '/start ../../etc/passwd',
    '/start {"$ne":1}',
    '/start\n<b>',
    '/start a b',
    '/start é',
    `/start ${'a'.repeat(65)}`,
    '/menu radio',
  ])('what no link can carry is a plain beginning: %s', (text) => {
    expect(readCommand(text)).toEqual({ kind: 'intent', intent: 'menu' });
  });

  it('/verif keeps the words to check', () => {
    expect(readCommand('/verif@b le pont est\nfermé')).toEqual({
      kind: 'text',
      text: 'verif le pont est\nfermé',
    });
  });

  it.each([
    '/',
    '//',
    '/admin',
    '/publish 1',
    '/menux',
    '/me nu',
    '/aide/',
    '/__proto__',
    '/constructor',
    `/${'a'.repeat(33)}`,
  ])('what is no command of ours stays text: %s', (text) => {
    expect(readCommand(text)).toEqual({ kind: 'text', text });
  });

  it('every global intent has a command that Telegram accepts', () => {
    expect(new Set(Object.values(MENU_COMMANDS))).toEqual(new Set(GLOBAL_INTENTS));
    for (const command of Object.keys(MENU_COMMANDS)) expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
  });
});
