import { randomInt } from 'node:crypto'
import pg from 'pg'
import { appRole, tenantsGroup } from '#kernel/tenancy/names'
import { asOwner } from './owner.ts'

export interface Installation {
  id: string
  appRole: string
}

export interface AppLogin {
  /** Name of the login that web and workers use; by default `<installation>_app`. */
  name?: string
  password: string
}

/**
 * Gives this database its installation (8 random letters), its roles and its rights. Idempotent:
 * every start may call it, and new core tables get their rights here.
 */
export async function prepareRoles(login: AppLogin): Promise<Installation> {
  return asOwner(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('freehold:prepare'))`)
    const installation = (await readInstallation(client)) ?? (await drawInstallation(client, login))
    await ensureRole(client, tenantsGroup(installation.id), 'nologin')
    await ensureRole(
      client,
      installation.appRole,
      `login noinherit password ${client.escapeLiteral(login.password)}`
    )
    await client.query(rightsSql(installation, client.database ?? 'freehold'))
    return installation
  })
}

export async function readInstallation(client: pg.ClientBase): Promise<Installation | null> {
  const { rows } = await client.query<{ id: string; app_role: string }>(
    'select id, app_role from core.installation'
  )
  return rows[0] ? { id: rows[0].id, appRole: rows[0].app_role } : null
}

/** The installation of a prepared database; throws where `prepareRoles` never ran. */
export async function requireInstallation(client: pg.ClientBase): Promise<Installation> {
  const installation = await readInstallation(client)
  if (!installation)
    throw new Error('This database was never prepared: run `node ace fleet:prepare`')
  return installation
}

async function drawInstallation(client: pg.ClientBase, login: AppLogin): Promise<Installation> {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const id = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  const installation = { id, appRole: login.name ?? appRole(id) }
  await client.query('insert into core.installation (id, app_role) values ($1, $2)', [
    id,
    installation.appRole,
  ])
  return installation
}

async function ensureRole(client: pg.ClientBase, name: string, options: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(`${verb} role ${pg.escapeIdentifier(name)} ${options}`)
}

function rightsSql(installation: Installation, database: string): string {
  const app = pg.escapeIdentifier(installation.appRole)
  const group = pg.escapeIdentifier(tenantsGroup(installation.id))
  const base = pg.escapeIdentifier(database)
  return `
    revoke all on schema public from public;
    revoke temporary on database ${base} from public;
    grant connect on database ${base} to ${app}, ${group};
    alter role ${app} in database ${base} set search_path = core;
    grant usage on schema core, ext, pgboss to ${app};
    grant select, insert, update, delete on all tables in schema core to ${app};
    revoke update, delete on core.audit_entries, core.audit_seals from ${app};
    revoke insert, update, delete on core.installation, core.tenant_migrations, core.adonis_schema, core.adonis_schema_versions from ${app};
    grant select, insert, update, delete on all tables in schema pgboss to ${app};
    grant execute on all functions in schema pgboss to ${app};
    grant usage on schema gate, ext to ${group};
    grant execute on all functions in schema gate to ${group};
    grant execute on all functions in schema ext to ${group}, ${app}`
}
