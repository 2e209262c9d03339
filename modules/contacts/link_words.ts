/** What one contact is to another, as the one who is asked says it: "Ann's employer is …". */
const linkKinds = [
  'spouse',
  'parent',
  'sibling',
  'relative',
  'employer',
  'colleague',
  'adviser',
  'referrer',
  'friend',
] as const
export type LinkKind = (typeof linkKinds)[number]

/** The same link from the other side; without a word of its own it is the same on both. */
const inverses: Partial<Record<LinkKind, string>> = {
  parent: 'child',
  employer: 'employee',
  adviser: 'client',
  referrer: 'referred',
}

/** All that can be chosen for "this contact's … is the other". */
export const linkSides = [...linkKinds, 'child', 'employee', 'client', 'referred'] as const
export type LinkSide = (typeof linkSides)[number]

/** How it is kept, and whether from the other contact's side. */
export function keptAs(side: LinkSide): { kind: LinkKind; isInverse: boolean } {
  const kind = linkKinds.find((one) => inverses[one] === side)
  return kind ? { kind, isInverse: true } : { kind: side as LinkKind, isInverse: false }
}

/** What the other one is to the contact whose page it is. */
export function sideOf(kind: LinkKind, isInverse: boolean): string {
  return isInverse ? (inverses[kind] ?? kind) : kind
}
