import { Keyset } from '#kernel/lists/keyset'

/** The orders in which leads can be listed. */
export const leadOrder = new Keyset(
  'leads',
  {
    created: { key: 'leads.created_at', type: 'timestamptz', down: true },
    updated: { key: 'leads.updated_at', type: 'timestamptz', down: true },
    name: { key: 'lower(leads.name)', type: 'text' },
    priority: { key: 'leads.priority', type: 'integer' },
    value: { key: 'coalesce(leads.value_minor, 0)', type: 'bigint' },
    touched: {
      key: `coalesce(leads.last_touched_at, '-infinity'::timestamptz)`,
      type: 'timestamptz',
    },
    next: { key: `coalesce(leads.next_action_on, 'infinity'::date)`, type: 'date' },
    owner: { key: `lower(coalesce(owner.name, ''))`, type: 'text' },
  },
  'created'
)

export type Place = ReturnType<typeof leadOrder.placeFrom>
