import app from '@adonisjs/core/services/app'
import { args } from '@adonisjs/core/ace'
import { DateTime } from 'luxon'
import { issueKey } from '#app/api'
import { Member, type StaffRole, staffEntry, staffRoles } from '#app/members'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { FleetRefusal } from '#kernel/fleet/fleet_refusal'
import { coreSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'

const DAYS = 30

export default class ApiToken extends FleetCommand {
  static commandName = 'api:token'
  static description = 'Print a key for trying the API out, in development and in the demo only'

  @args.string({ description: "The agency's subdomain" })
  declare slug: string

  @args.string({ description: 'The role of the member for whom the key acts' })
  declare role: string

  async work() {
    this.logger.log(await keyFor(this.slug, this.role))
  }
}

/** A key that may do all that the first member of this role may do. */
async function keyFor(slug: string, role: string): Promise<string> {
  if (app.inProduction)
    throw new FleetRefusal('In production, members create their keys themselves, in the settings.')
  if (!staffRoles.includes(role as StaffRole))
    throw new FleetRefusal(`There is no role "${role}"; there are ${staffRoles.join(', ')}.`)
  const { rows } = await coreSql<{ id: string }>('select id from tenants where slug = ?', [slug])
  const tenant = rows[0] && (await tenantDirectory.byId(rows[0].id))
  if (!tenant) throw new FleetRefusal(`No agency is called "${slug}".`)
  return tenancy.run(tenant, async () => {
    const member = await Member.query().where({ role, state: 'active' }).orderBy('id').first()
    const entry = member && (await staffEntry(tenant, member.identityId))
    if (!entry) throw new FleetRefusal(`Nobody in ${slug} is ${role}.`)
    const permissions = [...entry.actor.permissions.keys()]
    const expiresAt = DateTime.utc().plus({ days: DAYS })
    const { text } = await issueKey(entry.actor, {
      name: `Trial (${role})`,
      permissions,
      expiresAt,
    })
    return text
  })
}
