import { Keyset } from '#kernel/lists/keyset'

/** The orders in which contacts can be listed. */
export const contactOrder = new Keyset(
  'contacts',
  {
    name: { key: 'lower(contacts.name)', type: 'text' },
    touched: {
      key: `coalesce(contacts.last_touched_at, '-infinity'::timestamptz)`,
      type: 'timestamptz',
    },
    created: { key: 'contacts.created_at', type: 'timestamptz' },
    next: { key: `coalesce(contacts.next_action_on, 'infinity'::date)`, type: 'date' },
    owner: { key: `lower(coalesce(owner.name, ''))`, type: 'text' },
  },
  'name'
)

export type Place = ReturnType<typeof contactOrder.placeFrom>
