import { inLangs } from '../../../web/kit/index.ts';
import { RETENTION_EN } from './texts.en.ts';
import { RETENTION_FR } from './texts.fr.ts';

export const RETENTION = inLangs(RETENTION_FR, RETENTION_EN);
