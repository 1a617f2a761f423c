// The most used ones of eight characters and more in published leaks.
const COMMON = new Set(
  `12345678 123456789 1234567890 0123456789 123123123 11223344 87654321 987654321 147258369 123456781 12341234
  password password1 password12 password123 passw0rd p@ssw0rd p@ssword passwort qwertyui qwertyuiop qwerty123
  qwerty1234 qwertz123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 zaq12wsx asdfghjk asdfghjkl zxcvbnm1 iloveyou
  iloveyou1 sunshine princess football football1 baseball basketball superman starwars trustno1 whatever michelle
  jennifer computer internet samsung1 letmein1 welcome1 welcome123 admin123 administrator changeme secret123
  master123 dragon123 monkey123 abcd1234 abc12345 abcdefgh a1b2c3d4 aa123456 liverpool1 charlie1 pokemon123
  spotify1 musiclover earshot1 earshot123`.split(/\s+/),
)

/** Known from leaks, or one character repeated. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(password.toLowerCase()) || /^(.)\1*$/su.test(password)
}
