/** Under which names people find the bot; set by the operator. */
export interface BotNames {
  /** A number as `wa.me` takes it: digits, with the country. */
  whatsapp?: string | undefined;
  /** A bot's name, without the @. */
  telegram?: string | undefined;
}

/** Links that open a talk about one item. Nothing in them tells who followed them. */
export function botLinks(
  { whatsapp, telegram }: BotNames,
  number: string,
): { where: 'whatsapp' | 'telegram'; href: string }[] {
  return [
    ...(whatsapp === undefined
      ? []
      : [
          {
            where: 'whatsapp' as const,
            href: `https://wa.me/${whatsapp}?text=${encodeURIComponent(`verif ${number}`)}`,
          },
        ]),
    ...(telegram === undefined
      ? []
      : [{ where: 'telegram' as const, href: `https://t.me/${telegram}?start=nouvelles` }]),
  ];
}
