import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'

/** One message that empties every table of the agency, children before parents. */
export async function wipeSql(tenantId: string): Promise<string> {
  const schema = schemaName(tenantId)
  const { rows: tables } = await ownerPool().query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1',
    [schema]
  )
  const { rows: links } = await ownerPool().query<{ child: string; parent: string }>(
    `select c.relname as child, p.relname as parent from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      where k.contype = 'f' and c.oid <> p.oid and k.connamespace = $1::regnamespace`,
    [schema]
  )
  const ordered: string[] = []
  const place = (name: string) => {
    if (ordered.includes(name)) return
    links.filter((link) => link.parent === name).forEach((link) => place(link.child))
    ordered.push(name)
  }
  tables.forEach((table) => place(table.name))
  return ordered.map((name) => `delete from "${schema}"."${name}"`).join(';')
}
