import { unitSql } from '#kernel/tenancy/sql'
import type { Actor } from '#kernel/tenancy/actor'
import type { SourceDetail } from '../lead_draft.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import { veiledEmail, veiledPhone, veiledText } from './veil.ts'

interface Shown {
  id: string
  name: string
  phone: string | null
  email: string | null
  message?: string | null
  sourceDetail?: SourceDetail
  ownerId?: string | null
  owner_id?: string | null
  isHidden?: boolean
}

/** They answer for the whole agency. */
const ALWAYS: readonly string[] = ['principal', 'sales_director']

/**
 * The one place where it is decided whose phone and e-mail a person sees: everybody's, unless the
 * agency hides them; then one's own, and those that one has had shown.
 */
export async function hiddenAmong(
  actor: Actor,
  leads: readonly Pick<Shown, 'id' | 'ownerId' | 'owner_id'>[]
): Promise<Set<string>> {
  const others = leads.filter((lead) => (lead.ownerId ?? lead.owner_id ?? null) !== actor.id)
  if (others.length === 0 || actor.kind === 'system' || ALWAYS.includes(actor.role))
    return new Set()
  if (!(await leadSettings()).detailsHidden) return new Set()
  const ids = others.map(({ id }) => id)
  const { rows } = await unitSql<{ id: string }>(
    'select lead_id as id from lead_reveals where member_id = ? and lead_id = any(?::uuid[])',
    [actor.id, ids]
  )
  const shown = new Set(rows.map(({ id }) => id))
  return new Set(ids.filter((id) => !shown.has(id)))
}

export async function isHiddenFrom(actor: Actor, lead: Parameters<typeof hiddenAmong>[1][0]) {
  return (await hiddenAmong(actor, [lead])).has(lead.id)
}

/** Leads as this person sees them; for reading alone, as what is veiled must never be saved. */
export async function asSeenBy<Lead extends Shown>(actor: Actor, leads: Lead[]): Promise<Lead[]> {
  const hidden = await hiddenAmong(actor, leads)
  return leads.map((lead) => (hidden.has(lead.id) ? veiled(lead) : lead))
}

export async function seenBy<Lead extends Shown>(actor: Actor, lead: Lead): Promise<Lead> {
  const [seen] = await asSeenBy(actor, [lead])
  return seen
}

function veiled<Lead extends Shown>(lead: Lead): Lead {
  const { name, phone, email, message, sourceDetail } = lead
  const over = {
    isHidden: true,
    name: veiledText(name),
    phone: phone && veiledPhone(phone),
    email: email && veiledEmail(email),
    ...(message === undefined ? {} : { message: message && veiledText(message) }),
    ...(sourceDetail ? { sourceDetail: withoutNumbers(sourceDetail) } : {}),
  }
  return new Proxy(lead, {
    get: (target, key) =>
      Object.hasOwn(over, key) ? over[key as keyof typeof over] : Reflect.get(target, key, target),
  })
}

/** What doors could not read may be a number or an address. */
function withoutNumbers({ phoneWritten: _, answers, ...detail }: SourceDetail): SourceDetail {
  if (!answers) return detail
  const said = Object.entries(answers).map(([name, text]) => [name, veiledText(text)])
  return { ...detail, answers: Object.fromEntries(said) }
}
