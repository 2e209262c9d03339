import db from '@adonisjs/lucid/services/db'

/** The statements that agencies' units run while `work` does, without those that open and end units. */
export async function countedQueries(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const note = ({ sql }: { sql: string }) => void statements.push(sql)
  const knex = db.connection('tenant').getWriteClient()
  knex.on('query', note)
  try {
    await work()
  } finally {
    knex.removeListener('query', note)
  }
  return statements.filter((sql) => !/^(BEGIN|COMMIT|ROLLBACK|select set_config)/i.test(sql.trim()))
}
