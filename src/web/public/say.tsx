import type { VNode } from 'preact';
import type { Spoken } from './languages.ts';

/** Words within a page; what is kept in French says that it is. */
export const Say = ({ of }: { of: Spoken }): VNode =>
  typeof of === 'string' ? <>{of}</> : <span lang="fr">{of.kept}</span>;
