/** Under which names people find the bot; set by the operator. */
export interface BotNames {
  /** A number as `wa.me` takes it: digits, with the country. */
  whatsapp?: string | undefined;
  /** A bot's name, without the @. */
  telegram?: string | undefined;
}

export interface BotLink {
  where: 'whatsapp' | 'telegram';
  href: string;
}

/**
 * Links that lead to one item in a talk; the same for everybody, so that nothing in them tells who followed them. What
 * they carry begins the flow `nouvelles` with the item's number.
 * @param number `ML-2026-0042`
 */
export function botLinks({ whatsapp, telegram }: BotNames, number: string): BotLink[] {
  const links: BotLink[] = [];
  if (whatsapp !== undefined)
    links.push({
      where: 'whatsapp',
      href: `https://wa.me/${whatsapp}?text=${encodeURIComponent(`${LEAD} ${number}`)}`,
    });
  if (telegram !== undefined)
    links.push({ where: 'telegram', href: `https://t.me/${telegram}?start=${LEAD}-${number}` });
  return links;
}

/** The link and the word of `nouvelles` behind which a number stands. */
const LEAD = 'lire';
