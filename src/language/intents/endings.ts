/**
 * The utterance without its article, and each longer word without what French spells or leaves out and nobody hears:
 * plural, mute e, and the endings of a verb that sound alike ("annuler", "annulé", "annulez"). Takes French-like folding.
 */
export function withoutEndings(frenchLike: string): string {
  return frenchLike.replace(ARTICLE, '').replace(/[a-z]{4,}/gu, (word) =>
    word
      .replace(/[sx]$/u, '')
      .replace(/e[rz]$/u, 'e')
      .replace(/(?<=[a-z]{4})e$/u, ''),
  );
}

const ARTICLE = /^(?:les?|la|l|des|du|une?) (?=[a-z]{4})/u;
