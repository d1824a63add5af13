/**
 * Whether these digits can be a person's number in Mali: eight, without an area code. 20 and 21 are Sotelma's lines, 40
 * and 44 other fixed ones, 5 to 9 mobiles, but for 80, which is free of charge and nobody's own. Ranges inside them are
 * given to operators as they ask, so nothing finer is checked: a number that is new must not be refused.
 * Source: AMRTP's plan as ITU bulletins and libphonenumber 9 (region ML) have it.
 */
export const isOfMali = (digits: string): boolean => /^(?:2[01]|4[04]|[5679]\d|8[1-9])\d{6}$/u.test(digits);
