import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import ContactsCreated from '../events/contacts_created.ts'
import { tellOf } from '../events/contacts_event.ts'

/** A person as somebody else's list names them. */
export interface NamedPerson {
  name: string | null
  /** E.164. */
  phone: string | null
  /** In small letters. */
  email: string | null
}

interface KnownPerson {
  id: string
  name: string
}

interface Manner {
  /** Whether a person whom nobody knows becomes a contact. */
  creates: boolean
  kind: string
}

/** Finds the contacts that other lists name by phone or e-mail, and writes down those who are new. */
export class KnowPeople {
  static keyOf({ phone, email }: NamedPerson): string {
    return `${phone ?? ''} ${email ?? ''}`
  }

  async handle(
    people: NamedPerson[],
    { creates, kind }: Manner
  ): Promise<Map<string, KnownPerson>> {
    const named = new Map(people.map((person) => [KnowPeople.keyOf(person), person]))
    const known = await this.#find([...named.values()])
    const strangers = [...named].filter(([key]) => !known.has(key)).map(([, person]) => person)
    if (!creates || strangers.length === 0) return known
    for (const [key, person] of await this.#create(strangers, kind)) known.set(key, person)
    return known
  }

  async #find(people: NamedPerson[]): Promise<Map<string, KnownPerson>> {
    const values = people.flatMap(({ phone, email }) =>
      [phone, email].filter((one) => one !== null)
    )
    if (values.length === 0) return new Map()
    const { rows } = await unitSql<KnownPerson & { value: string }>(
      `select distinct on (value) contacts.id, contacts.name, value
         from contact_points join contacts on contacts.id = contact_id
        where value = any(?) and deleted_at is null order by value, contacts.id`,
      [values]
    )
    const byValue = new Map(rows.map(({ value, id, name }) => [value, { id, name }]))
    const found = people.flatMap((person) => {
      const one = byValue.get(person.email ?? '') ?? byValue.get(person.phone ?? '')
      return one ? [[KnowPeople.keyOf(person), one] as const] : []
    })
    return new Map(found)
  }

  async #create(people: NamedPerson[], kind: string): Promise<Map<string, KnownPerson>> {
    const actor = currentActor()
    const { rows } = await unitSql<{ id: string; name: string; ordinal: number }>(
      `with new as (
         select uuidv7() as id, ordinality as ordinal, value from jsonb_array_elements(?::jsonb) with ordinality),
       written as (
         insert into contacts (id, type, name, first_name, last_name, kinds, source, primary_phone, primary_email, owner_id, team_id, created_by)
         select id, 'person', value->>'name', value->>'first', value->>'last', array[?], null,
                value->>'phone', value->>'email', ?, ?, ? from new),
       points as (
         insert into contact_points (contact_id, kind, value)
         select id, 'phone', value->>'phone' from new where value->>'phone' is not null
         union all select id, 'email', value->>'email' from new where value->>'email' is not null)
       select id, value->>'name' as name, ordinal::integer as ordinal from new order by ordinal`,
      [JSON.stringify(people.map(written)), kind, ...ownerOf(actor), actor.id]
    )
    tellOf(
      ContactsCreated,
      rows.map(({ id }) => id)
    )
    return new Map(
      rows.map(({ id, name, ordinal }) => [KnowPeople.keyOf(people[ordinal - 1]), { id, name }])
    )
  }
}

function written({ name, phone, email }: NamedPerson) {
  const called = name ?? email ?? phone
  const words = name?.split(/\s+/) ?? []
  return {
    ...{ phone, email, name: called },
    first: words.length > 1 ? words.slice(0, -1).join(' ') : (words[0] ?? null),
    last: words.length > 1 ? words.at(-1) : null,
  }
}

/** Whoever brings a list looks after the people in it; those of a feed wait for somebody. */
function ownerOf({ kind, id, teamId }: ReturnType<typeof currentActor>): (string | null)[] {
  return kind === 'system' ? [null, null] : [id, teamId]
}
