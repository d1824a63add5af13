import type { VNode } from 'preact';
import { useWords } from '../../../web/kit/index.ts';
import { FIELDS } from '../model/audience.ts';
import { AUDIENCE_WORDS } from '../pages/texts.ts';
import { ConditionFields } from './condition.tsx';
import { type GroupDraft, hasRoom, MOST_NESTED } from './draft.ts';
import type { Offers } from './offers.ts';
import { partField } from './read-form.ts';
import { BUILDER, StepButton } from './step-button.tsx';
import type { Path } from './steps.ts';

export interface BuilderProps {
  draft: GroupDraft;
  offers: Offers;
  /** Where the form is posted to: a press of "add" or "remove" comes back as the same page. */
  action: string;
  /** What was just added: the page begins there. */
  fresh?: Path | undefined;
  error?: string | undefined;
}

/** Conditions and groups of an audience, put together by plain buttons; with scripts, without leaving the page. */
export function AudienceBuilder({ draft, offers, action, fresh, error }: BuilderProps): VNode {
  return (
    <div id={BUILDER} class="builder">
      {error === undefined ? null : (
        <p class="field-error" id={`${BUILDER}-erreur`}>
          {error}
        </p>
      )}
      <GroupFields group={draft} path={[]} room={hasRoom(draft)} {...{ offers, action, fresh }} />
    </div>
  );
}

interface GroupProps extends Pick<BuilderProps, 'offers' | 'action' | 'fresh'> {
  group: GroupDraft;
  path: Path;
  room: boolean;
}

function GroupFields({ group, path, room, ...shared }: GroupProps): VNode {
  const texts = useWords(AUDIENCE_WORDS);
  const join = partField.join(path);
  const joined = `${group.not ? 'not_' : ''}${group.join}` as const;
  return (
    <>
      <div class="field join">
        <label for={join}>{path.length === 0 ? texts.whole : texts.group}</label>
        <select id={join} name={join}>
          {(Object.keys(texts.joins) as (keyof typeof texts.joins)[]).map((key) => (
            <option key={key} value={key} selected={key === joined}>
              {texts.joins[key]}
            </option>
          ))}
        </select>
      </div>
      {group.parts.length === 0 ? (
        <p class="soft">{path.length === 0 ? texts.everybodyYet : texts.emptyGroup}</p>
      ) : (
        <ol class="parts">
          {group.parts.map((part, at) => {
            const here = [...path, at];
            return (
              <li key={at}>
                {'parts' in part ? (
                  <fieldset class="part part-group">
                    <legend>{texts.groupTitle}</legend>
                    <GroupFields group={part} path={here} room={room} {...shared} />
                    <StepButton do="retirer" path={here} action={shared.action}>
                      {texts.removeGroup}
                    </StepButton>
                  </fieldset>
                ) : (
                  <ConditionFields condition={part} path={here} {...shared} />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {room ? <Adding path={path} offers={shared.offers} action={shared.action} /> : <p>{texts.full}</p>}
    </>
  );
}

/** What may be added to a group; of fields nothing is known for, nothing. */
function Adding({ path, offers, action }: Pick<GroupProps, 'path' | 'offers' | 'action'>): VNode {
  const texts = useWords(AUDIENCE_WORDS);
  const next = partField.next(path);
  const known = FIELDS.filter((field) => offers[field].length > 0);
  return (
    <div class="adding">
      <div class="field">
        <label for={next}>{texts.addLabel}</label>
        <select id={next} name={next}>
          {known.map((field) => (
            <option key={field} value={field}>
              {texts.fields[field]}
            </option>
          ))}
        </select>
      </div>
      <StepButton do="ajouter" path={path} action={action}>
        {texts.add}
      </StepButton>
      {path.length >= MOST_NESTED ? null : (
        <StepButton do="groupe" path={path} action={action}>
          {texts.addGroup}
        </StepButton>
      )}
    </div>
  );
}
