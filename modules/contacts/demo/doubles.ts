import type { ContactDraft } from './drafts.ts'

const MOST = 4

/** Some stand in the books twice, as it happens: called by a colleague, or written in once more. */
export function doublesOf(drafts: ContactDraft[]): ContactDraft[] {
  return drafts
    .filter(({ type, phones, interactions }) => {
      return type === 'person' && phones.length > 0 && interactions.length > 1
    })
    .slice(0, MOST)
    .map((draft) => ({
      ...draft,
      givenName: `${draft.givenName![0]}.`,
      tags: [],
      emails: [],
      address: null,
      createdAt: draft.interactions.at(-1)!.at,
      interactions: [],
      notes: [],
    }))
}
