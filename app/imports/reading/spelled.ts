/** A heading in small letters without marks: "E-mail 2 Address" is "email 2 address". */
export function spelled(heading: string): string {
  return heading
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]|(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\be mail/g, 'email')
    .trim()
}
