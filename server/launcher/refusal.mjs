/** Something that the person who started Earshot can mend: shown as one sentence, without a stack. */
export class Refusal extends Error {}
