/** Something must show: letters that draw nothing make no name and no message. */
export const VISIBLE = /[^\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u
