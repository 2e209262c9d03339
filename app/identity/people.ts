import { noticeBoard } from '#kernel/tenancy/notice_board'
import { isUuid } from '#kernel/tenancy/names'
import { announce, coreSql } from '#kernel/tenancy/sql'
import Identity from './models/identity.ts'
import { Remembered } from './remembered.ts'

export interface AgencyOfPerson {
  id: string
  name: string
  host: string
}

/** Announced with the identity's id when its status, password, e-mail, role or agencies change. */
const IDENTITY_CHANGED = 'freehold_identities'

const people = new Remembered<Identity>(10_000)
const agencies = new Remembered<AgencyOfPerson[]>(10_000)

noticeBoard.on(IDENTITY_CHANGED, forget)
noticeBoard.onGap(() => {
  people.forgetAll()
  agencies.forgetAll()
})

/** The person with this id, as read in the last 10 seconds. Read only: it is shared by requests. */
export function personById(id: string): Promise<Identity | null> {
  return isUuid(id) ? people.read(id, () => Identity.find(id)) : Promise.resolve(null)
}

/** The agencies in which this person works, by name. */
export async function agenciesOf(identityId: string): Promise<AgencyOfPerson[]> {
  const found = await agencies.read(identityId, () => loadAgencies(identityId))
  return found ?? []
}

/** Drops what every process remembers of a person. */
export async function personChanged(id: string): Promise<void> {
  forget(id)
  await announce(IDENTITY_CHANGED, id)
}

function forget(id: string): void {
  people.forget(id)
  agencies.forget(id)
}

async function loadAgencies(identityId: string): Promise<AgencyOfPerson[]> {
  const { rows } = await coreSql<AgencyOfPerson>(
    `select t.id, t.name, (select host from tenant_hosts where tenant_id = t.id order by kind, host limit 1) as host
       from memberships m join tenants t on t.id = m.tenant_id
      where m.identity_id = ? and m.state = 'active' and t.status in ('active', 'restricted')
      order by lower(t.name), t.id limit 100`,
    [identityId]
  )
  return rows
}
