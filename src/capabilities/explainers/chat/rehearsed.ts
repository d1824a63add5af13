import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';

const anything = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Calls as a rehearsal answers them: two explainers, and an office that has room. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    ...{ name: 'explainers.find', kind: 'reads', params: anything },
    run: async () => [
      { key: 'charte', label: 'La Charte' },
      { key: 'dialogue', label: 'Le dialogue' },
    ],
  },
  {
    ...{ name: 'explainers.shown', kind: 'reads', params: anything },
    run: async () => ({
      ...{ un: 'C’est quoi, la Charte ?', un_source: 'Journal officiel' },
      ...{ deux: 'Le dialogue, c’était quand ?', deux_source: 'Presse' },
      ...{ trois: null, trois_source: null },
    }),
  },
  {
    ...{ name: 'explainers.read', kind: 'reads', params: anything },
    run: async () => ({
      ...{ la: true, question: 'C’est quoi, la Charte ?', reponse: 'Un texte de 106 articles.' },
      ...{ source: 'Journal officiel', lien: 'https://example.org/charte', bureau: 'Bureau des jeunes' },
      ...{ date: '2026-05-10', annee: '2026', autre_langue: false, demo: false },
    }),
  },
  {
    ...{ name: 'explainers.office', kind: 'reads', params: anything },
    run: async () => ({ bureau: 'jeunes', nom: 'Bureau des jeunes', jours: 7, pleine: false }),
  },
  {
    ...{ name: 'explainers.ticket', kind: 'reads', params: anything },
    run: async () => ({ billet: 'Q-1234-5678' }),
  },
  {
    ...{ name: 'explainers.passed', kind: 'reads', params: anything },
    run: async () => ({ la: true, billet: 'Q-1234-5678', bureau: 'Bureau du juge', jours: 5 }),
  },
  {
    ...{ name: 'explainers.answer', kind: 'reads', params: anything },
    run: async () => ({
      ...{ la: true, billet: 'Q-1234-5678', bureau: 'Bureau des jeunes' },
      ...{ reponse: 'Le texte est au bureau de la commune.', ko: null },
    }),
  },
  {
    ...{ name: 'explainers.voice', kind: 'reads', params: anything },
    run: async () => ({ voix: 'voix-du-bureau', billet: 'Q-1234-5678', bureau: 'Bureau des jeunes' }),
  },
];
