const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** Words of the pages of voices and photos, in French. */
export const MEDIA_FR = {
  menu: 'Voix et photos',
  about: 'Ce que des personnes ont envoyé hors des sondages : écouter, voir, transcrire.',
  lead: 'Le jour le plus récent d’abord ; dans un jour, l’ordre ne dit rien. Chaque écoute est notée au journal. Tout s’efface après 30 jours.',
  countOf: (count: string, n: number): string => `${count} ${many(n, 'voix ou photo', 'voix et photos')}`,
  emptyTitle: 'Ni voix ni photo',
  empty:
    'Beaucoup parlent mieux qu’ils n’écrivent. Un message vocal envoyé hors d’une question arrive ici après l’accord de la personne, et ce que demande un parcours qui n’est pas un sondage.',
  listen: 'Écouter et transcrire',
  voice: 'Message vocal',
  photo: 'Photo',
  seconds: (count: string): string => `${count} s`,
  kilobytes: (count: string): string => `${count} ko`,
  languages: { fr: 'français', bm: 'bambara' } as Readonly<Record<string, string>>,
  voiceLead:
    'Le son n’est chargé que si vous appuyez sur lecture, et le journal le note. Ne recopiez rien qui désigne une personne.',
  photoLead: 'Le journal note que vous avez vu cette photo. Lieu et appareil en ont été retirés à l’arrivée.',
  show: 'Voir la photo',
  words: 'Ce qui est dit',
  wordsHint:
    'Mot à mot si possible, dans la langue de la personne. Laissez vide pour retirer la transcription.',
  save: 'Enregistrer la transcription',
  saved: 'Transcription enregistrée.',
  tooLong: (most: string): string => `Au plus ${most} caractères.`,
  notTranscribed: 'pas encore transcrit',
  notFoundTitle: 'Introuvable',
  notFound: 'Ce message n’est plus là : il a été effacé avec sa personne, ou ses 30 jours sont passés.',
  back: '← Voix et photos',
  backToSurvey: '← Réponses',
  previous: 'Page précédente',
  next: 'Page suivante',
  pages: 'Pages',
  pageOf: (page: string, pages: string): string => `Page ${page} sur ${pages}`,
};

export type MediaTexts = typeof MEDIA_FR;
