const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** Words about who would receive what, in French. */
export const READY_FR = {
  readyTitle: 'Qui la recevrait maintenant',
  audience: (words: string): string => `Public : ${words}`,
  borders: (regions: string): string => `Seulement dans : ${regions}`,
  recipients: (count: string, n: number): string => `${count} ${many(n, 'personne', 'personnes')}`,
  fewerThan: (n: number): string => `moins de ${String(n)}`,
  few: 'quelques-unes',
  excludedTitle: 'Ne la reçoivent pas tout de suite',
  excluded: {
    stopped: 'ont dit stop',
    gone: 'nous ont bloqués ou ne sont plus joignables',
    no_consent: 'n’ont pas accepté d’être contactées',
    window: 'n’ont pas écrit sur WhatsApp depuis 24 heures : la liront à leur prochain message',
    waits: 'la liront à leur prochain message (canal qui ne doit pas diffuser)',
  } as Readonly<Record<string, string>>,
  nobodyExcluded: 'Personne.',
  byLang: 'Par langue',
  byChannel: 'Par canal',
  byRegion: 'Par région',
  noRegion: 'région non dite',
  lacksText: (language: string, count: string, n: number): string =>
    `Pas de texte en ${language} : ${count} ${many(n, 'personne ne recevra', 'personnes ne recevront')} rien.`,
  takesTwo: (limit: string): string =>
    `Il faut une deuxième personne : la diffusion est urgente, ou dépasse les ${limit} personnes qu’une seule peut toucher en un jour.`,
  oneIsEnough: (limit: string): string => `Une seule personne suffit, jusqu’à ${limit} personnes par jour.`,
  tooFew: 'Moins de cinq personnes : c’est quelqu’un en particulier. Élargissez le public.',
  tooFewTitle: 'Public trop petit',
  duration: (words: string): string => `Durée estimée : ${words}.`,
  durations: {
    moment: 'moins d’une minute',
    minutes: (n: string): string => `environ ${n} min`,
    hours: (n: string): string => `environ ${n} h`,
  },
  nightNote: 'Entre 21 h et 7 h, rien ne part ; la suite attend le matin.',
  cost: (amount: string): string => `Coût au plus : ${amount} FCFA.`,
  costUnknown: (channels: string): string =>
    `Coût inconnu : le prix d’un message n’est pas réglé (${channels}).`,
  costNothing: 'Aucun message payant.',
  whenTitle: 'Quand',
  whenNow: 'Dès qu’elle est lancée.',
  whenAt: (when: string): string => `Le ${when}, heure de Bamako.`,
  whenEvery: (days: string, until: string, times: string): string =>
    `Puis tous les ${days} jours jusqu’au ${until} : ${times} fois en tout.`,
  previewTitle: 'Ce que les gens liront',
  noText: 'Pas encore de texte.',
  previewOf: (language: string): string => `En ${language}`,
  onPhone: 'WhatsApp, Telegram et page web',
  onSms: (parts: string): string => `SMS : ${parts} par personne`,
};
export type ReadyTexts = typeof READY_FR;
