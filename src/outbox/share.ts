/**
 * So much of a limit is used. The platform's clock and ours are never quite alike, nor is the way between them always
 * equally long: who sends exactly what is allowed is refused now and then, and each refusal costs a pause.
 */
export const SHARE = 0.97;
