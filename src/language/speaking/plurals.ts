/** The key without its plural form: `places_one`, `places_many`, `places_other` → `places`. French has three forms, Bambara only `other`. */
export const pluralBase = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
