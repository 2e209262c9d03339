import { CookieClient } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import type { ApiRequest } from '@japa/api-client'
import { STAFF_CHANGED, type StaffRole, staffEntry } from '#app/members'
import { announce, coreSql, unitSql } from '#kernel/tenancy/sql'
import { TestAgency } from './agency.ts'
import { until } from './until.ts'

const north = new TestAgency('north', 'US')
const south = new TestAgency('south', 'ZW')
let opened: Promise<void> | null = null

/**
 * An agency with people in it, and a neighbour that must never be seen. Modules extend this
 * class with their own given/then words.
 */
export class Workspace {
  readonly agency = north
  readonly neighbour = south

  /** Brings both agencies back to their beginning. Call it before each test. */
  async open(): Promise<void> {
    opened ??= openBoth()
    await opened
    await coreSql('delete from rate_limits')
    await north.reset()
    await south.reset()
  }

  /** The agency decides how far a role's permission goes. */
  async givenReach(role: StaffRole, permission: string, reach: 'none' | 'own' | 'team' | 'all') {
    await this.agency.inUnit(() =>
      unitSql('insert into role_grants (role, permission, reach) values (?, ?, ?)', [
        role,
        permission,
        reach,
      ])
    )
    await this.staffIsReadAnew()
  }

  /** What this process remembers of the staff is dropped when the notice arrives, a moment later. */
  protected async staffIsReadAnew(): Promise<void> {
    const tenant = await this.agency.tenant()
    const read = () => staffEntry(tenant, this.agency.identityId('principal'))
    const remembered = await read()
    await announce(STAFF_CHANGED, this.agency.id)
    await until(async () => (await read()) !== remembered)
  }

  /** Sends `request` to the agency's host, signed in as the person with this role. */
  as(role: StaffRole, request: ApiRequest): ApiRequest {
    return this.asMemberOf(this.agency, role, request)
  }

  /** The same person, asked for by htmx. */
  asFragment(role: StaffRole, request: ApiRequest): ApiRequest {
    return this.as(role, request).header('hx-request', 'true').header('hx-request-type', 'partial')
  }

  /** The principal of the other agency, on the other agency's host. */
  asStranger(request: ApiRequest): ApiRequest {
    return this.asMemberOf(this.neighbour, 'principal', request)
  }

  asNobody(request: ApiRequest): ApiRequest {
    return request.header('host', this.agency.host).redirects(0)
  }

  /** The header that signs a person in on another process. */
  cookieOf(role: StaffRole): Record<string, string> {
    const name = '__Host-freehold'
    const value = new CookieClient(encryption.use()).sign(name, this.agency.session(role).cookie)
    return { cookie: `${name}=${value}` }
  }

  asMemberOf(agency: TestAgency, role: StaffRole, request: ApiRequest): ApiRequest {
    const { cookie, csrfToken } = agency.session(role)
    return request
      .header('host', agency.host)
      .header('x-csrf-token', csrfToken)
      .withCookie('__Host-freehold', cookie)
      .redirects(0)
  }
}

async function openBoth(): Promise<void> {
  await north.open()
  await south.open()
}
