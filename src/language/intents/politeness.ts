/**
 * The utterance without what is said around any request: "bonjour", "je veux … s'il vous plaît", and a word said again ("stop stop").
 * Takes and gives safe folding. A sentence keeps its other words, and so stays a sentence.
 */
export function plainly(safe: string): string {
  const request = safe.replace(AFTER, '').replace(BEFORE, '').trim();
  const [first = '', ...others] = request.split(' ');
  return others.every((word) => word === first) ? first : request;
}

const BEFORE =
  /^(?:(?:s il vous plait|sil vous plait|s il te plait|sil te plait|svp|stp|sabali|hake to|je veux|je veu|jveux|je voudrais|je souhaite|merci de|voir|bonjour|bonsoir|salut|i ni ce|i ni sogoma|aw ni ce|n ba fe ka) )+/u;
const AFTER =
  /(?: (?:s il vous plait|sil vous plait|s il te plait|sil te plait|svp|stp|please|merci|sabali|hake to|maintenant|sisan|monsieur|madame|chef|deh))+$/u;
