import { open, stat } from 'node:fs/promises'
import pg from 'pg'
import type { Ground } from './ground.ts'

export interface Statement {
  text: string
  values: (string | null)[]
}

/** What the database is asked while `work` runs, read from its own log. */
export async function statementsDuring(
  { superuserUrl, serverLog }: Pick<Ground, 'superuserUrl' | 'serverLog'>,
  work: () => Promise<void>
): Promise<Statement[]> {
  const before = (await stat(serverLog)).size
  await work()
  const log = await readFrom(serverLog, before)
  const own = `${new URL(superuserUrl).username}@`
  return entriesOf(log.replaceAll(own, '')).filter(({ text }) => !/^(listen|select 1$)/i.test(text))
}

/** From here on, sessions that begin anew say what they are asked. */
export async function logStatements(superuserUrl: string, isOn: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const database = pg.escapeIdentifier(new URL(superuserUrl).pathname.slice(1))
  await client.query(
    isOn
      ? `alter database ${database} set log_statement = 'all'`
      : `alter database ${database} reset log_statement`
  )
  await client.end()
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

/** Lines that go on begin with a tab; values stand in a DETAIL line after their statement. */
function entriesOf(log: string): Statement[] {
  const statements: Statement[] = []
  for (const entry of log.replaceAll('\n\t', '\n  ').split(/\n(?=\d{4}-\d\d-\d\d )/)) {
    const said = /LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)/.exec(entry)
    if (said) statements.push({ text: said[1].trim(), values: [] })
    const values = /DETAIL: {2}Parameters: ([\s\S]*)/i.exec(entry)
    const last = statements.at(-1)
    if (values && last) last.values = valuesOf(values[1])
  }
  return statements
}

function valuesOf(text: string): (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g)].map(([, value]) =>
    value === undefined ? null : value.replaceAll("''", "'")
  )
}
