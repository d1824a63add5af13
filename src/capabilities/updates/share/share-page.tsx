import type { VNode } from 'preact';
import { ButtonLink, formatsOf, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import { PUBLIC_LANGS, type PublicLang } from '../../../web/public/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { cardPath, itemPath, type PublicItem, spokenIn } from '../public/public-item.ts';
import type { ShownDay } from '../came/shown-days.ts';
import { type BotNames, botLinks } from './bot-links.ts';
import { shareStyles } from './styles.ts';
import { shareText } from './share-text.ts';
import { SHARE } from './texts.ts';
import type { ShareTexts } from './texts.fr.ts';

interface SharePageProps {
  ctx: StaffContext;
  /** Of the staff page the reader came from. */
  back: string;
  item: PublicItem | undefined;
  publicUrl: string;
  names: BotNames;
  /** How many came by its links, the newest day first. */
  came: readonly ShownDay[];
}

/** All that is needed to pass an item on by hand, in each language (B10). */
export function SharePage({ ctx, back, item, publicUrl, names, came }: SharePageProps): VNode {
  const texts = SHARE[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.title} lead={texts.lead} styles={shareStyles}>
      <p>
        <a href={back}>{texts.back}</a>
      </p>
      {item === undefined ? (
        <p>{texts.notYet}</p>
      ) : (
        <>
          <Warnings texts={texts} item={item} />
          {PUBLIC_LANGS.map((lang) => (
            <Pack key={lang} {...{ texts, item, lang, publicUrl }} />
          ))}
          <Links texts={texts} item={item} names={names} publicUrl={publicUrl} />
          <Came ctx={ctx} came={came} />
        </>
      )}
    </StaffPage>
  );
}

function Warnings({ texts, item }: { texts: ShareTexts; item: PublicItem }): VNode {
  return (
    <>
      {item.withdrawn === undefined ? null : (
        <Notice tone="warning">
          <p>{texts.withdrawn}</p>
        </Notice>
      )}
      {item.demo ? (
        <Notice tone="warning">
          <p>{texts.demo}</p>
        </Notice>
      ) : null}
    </>
  );
}

interface PackProps {
  texts: ShareTexts;
  item: PublicItem;
  lang: PublicLang;
  publicUrl: string;
}

function Pack({ texts, item, lang, publicUrl }: PackProps): VNode {
  const shown = item.withdrawn ?? item.now;
  const { lang: spoken, text } = spokenIn(shown.content, lang);
  const words = shareText(shown, lang, publicUrl);
  const id = `texte-${lang}`;
  return (
    <section class="pack" aria-labelledby={`partager-${lang}`}>
      <h2 id={`partager-${lang}`}>{texts.languages[lang]}</h2>
      {spoken === lang ? null : <p class="soft">{texts.otherLanguage}</p>}
      <div class="pack-sides">
        <div>
          <img
            class="pack-card"
            src={cardPath(shown, lang)}
            alt={texts.cardAlt(text.title)}
            width={600}
            height={315}
            loading="lazy"
          />
          <p>
            <ButtonLink href={`${cardPath(shown, lang)}&enregistrer=1`}>{texts.download}</ButtonLink>
          </p>
        </div>
        <div class="field">
          <label for={id}>{texts.text}</label>
          <p class="field-hint" id={`${id}-aide`}>
            {texts.textHint}
          </p>
          <textarea id={id} lang={spoken} readOnly rows={11} aria-describedby={`${id}-aide`}>
            {words}
          </textarea>
        </div>
      </div>
      <h3>{texts.audio}</h3>
      {text.audio === '' || item.withdrawn !== undefined ? (
        <p class="soft">{texts.noAudio}</p>
      ) : (
        <audio controls preload="none" src={`/media/${text.audio}`} aria-label={texts.audio} />
      )}
    </section>
  );
}

function Links({
  texts,
  item,
  names,
  publicUrl,
}: {
  texts: ShareTexts;
  item: PublicItem;
  names: BotNames;
  publicUrl: string;
}): VNode {
  const links = botLinks(names, item.number);
  const page = `${publicUrl}${itemPath(item.number)}`;
  return (
    <section aria-labelledby="liens">
      <h2 id="liens">{texts.links}</h2>
      {links.length === 0 ? <p class="soft">{texts.noNames}</p> : null}
      <ul>
        {links.map(({ where, href }) => (
          <li key={where}>
            {texts[where]} <a href={href}>{href}</a>
          </li>
        ))}
        <li>
          {texts.page} <a href={itemPath(item.number)}>{page}</a>
        </li>
      </ul>
    </section>
  );
}

/** How many came by the links, a day; of nobody more than that. */
function Came({ ctx, came }: Pick<SharePageProps, 'ctx' | 'came'>): VNode {
  const { lang } = ctx.frame;
  const [texts, formats] = [SHARE[lang], formatsOf(lang)];
  const dayOf = ({ day }: ShownDay): string => formats.day.format(new Date(`${day}T00:00:00Z`));
  const count = ({ n }: ShownDay): string => (n === null ? texts.hidden : formats.count.format(n));
  return (
    <section aria-labelledby="venus">
      <h2 id="venus">{texts.came}</h2>
      <p class="soft">{came.length === 0 ? texts.nobody : texts.cameHint}</p>
      {came.length === 0 ? null : (
        <Table
          id="venus-jours"
          caption={texts.came}
          captionUnseen
          rows={came}
          columns={[
            { key: 'day', header: texts.day, names: true, cell: dayOf },
            { key: 'n', header: texts.visits, numeric: true, cell: count },
          ]}
        />
      )}
      {came.some(({ n }) => n === null) ? <p class="soft">{texts.hiddenWhy}</p> : null}
    </section>
  );
}
