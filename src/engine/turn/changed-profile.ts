import type { Lang } from '../../domain/language.ts';
import type { Profile } from '../../domain/person.ts';
import { MAX_ANSWER_LENGTH, MAX_GROUPS } from '../limits.ts';
import type { Value } from '../types.ts';

export type ChangedProfile = { ok: true; profile: Profile; value: Value } | { ok: false; code: string };

/**
 * The profile with one place changed, or why it cannot be; `profile` is the same object where nothing changes.
 * Null removes. A consent is the version of the text agreed to; `true` is version 1, `false` takes it back.
 */
export function changedProfile(
  profile: Profile,
  path: string,
  value: Value,
  languages: readonly Lang[],
): ChangedProfile {
  if (path === 'lang') {
    if (typeof value !== 'string' || !languages.includes(value))
      return { ok: false, code: 'unknown_language' };
    return { ok: true, value, profile: profile.lang === value ? profile : { ...profile, lang: value } };
  }
  if (path === 'stopped') {
    if (typeof value !== 'boolean') return { ok: false, code: 'not_true_or_false' };
    return { ok: true, value, profile: profile.stopped === value ? profile : { ...profile, stopped: value } };
  }
  if (path.startsWith('consents.')) return consent(profile, path.slice('consents.'.length), value);
  if (path.startsWith('groups.')) return group(profile, path.slice('groups.'.length), value === true);
  if (typeof value === 'string' && value.length > MAX_ANSWER_LENGTH) return { ok: false, code: 'too_long' };
  const fields = changed(profile.fields, path, value);
  return { ok: true, value, profile: fields === profile.fields ? profile : { ...profile, fields } };
}

function consent(profile: Profile, purpose: string, value: Value): ChangedProfile {
  const version = value === true ? 1 : value === false ? null : value;
  if (version !== null && (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1))
    return { ok: false, code: 'not_a_version' };
  const consents = changed(profile.consents, purpose, version);
  const same = consents === profile.consents;
  return { ok: true, value: version, profile: same ? profile : { ...profile, consents } };
}

function group(profile: Profile, name: string, joins: boolean): ChangedProfile {
  const { groups: before = [], ...rest } = profile;
  const value = joins || null;
  if (before.includes(name) === joins) return { ok: true, value, profile };
  if (joins && before.length >= MAX_GROUPS) return { ok: false, code: 'too_many_groups' };
  const groups = joins ? [...before, name] : before.filter((one) => one !== name);
  return { ok: true, value, profile: groups.length === 0 ? rest : { ...rest, groups } };
}

function changed<T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const known = Object.hasOwn(record, key);
  if (value === null)
    return known ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) : record;
  return known && record[key] === value ? record : { ...record, [key]: value };
}
