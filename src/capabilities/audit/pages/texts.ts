import { inLangs } from '../../../web/kit/index.ts';
import { AUDIT_EN } from './texts.en.ts';
import { AUDIT_FR } from './texts.fr.ts';

/** Words of the audit page. */
export const AUDIT = inLangs(AUDIT_FR, AUDIT_EN);
