import type { VNode } from 'preact';
import { Button, ButtonLink, DoorPage, useLang, useWords } from '../../kit/index.ts';
import { keyScripts, KEYS } from '../keys/index.ts';
import type { KeptForm } from './kept.ts';

interface KeptPageProps {
  form: KeptForm;
  /** Its person pressed the button a moment ago: the script goes on by itself. */
  goOn: boolean;
}

/** Sends a kept form again, as it was typed. After signing in anew its person looks first. */
export function KeptPage({ form, goOn }: KeptPageProps): VNode {
  const { resume } = useWords(KEYS);
  const sentences = Object.entries(form.fields).filter(([, value]) => /\S\s+\S/.test(value));
  return (
    <DoorPage lang={useLang()} title={resume.title} lead={resume.lead} scripts={keyScripts}>
      {goOn
        ? null
        : sentences.map(([name, value]) => (
            <blockquote key={name} class="kept">
              {value}
            </blockquote>
          ))}
      <form class="form" method="post" action={form.action} data-go-on={goOn ? '' : undefined}>
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button>{goOn ? resume.goOn : resume.submit}</Button>
        <ButtonLink href="/staff" look="quiet">
          {resume.drop}
        </ButtonLink>
      </form>
    </DoorPage>
  );
}
