import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import LeadFlag from '../../models/lead_flag.ts'
import { type PhoneLookup, lookups } from '../../lookups/lookups.ts'
import { LeadsWorkspace } from '../workspace.ts'

const PHONE = '+12065550142'
const untouched = { ...lookups }

class Lookups extends LeadsWorkspace {
  readonly asked: string[] = []

  override async open(): Promise<void> {
    await super.open()
    this.asked.length = 0
  }

  /** Somebody who knows of numbers. */
  givenPhones(answer: (phone: string) => ReturnType<PhoneLookup['find']>): void {
    lookups.phones = {
      find: (phone) => {
        this.asked.push(phone)
        return answer(phone)
      },
    }
  }

  async flags(): Promise<string[]> {
    const flags = await this.agency.inUnit(async () => LeadFlag.query().orderBy('kind'))
    return flags.map(({ kind }) => kind)
  }

  async looked(): Promise<number> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ count: number }>('select count(*)::integer as count from lead_lookups')
    )
    return rows[0].count
  }
}

test.group('Phones and addresses of leads', (group) => {
  const workspace = new Lookups()
  group.each.setup(() => workspace.open())
  group.each.teardown(() => void Object.assign(lookups, untouched))

  test('are looked up after the lead came, and what was found is on its page', async ({
    client,
    assert,
    cleanup,
  }) => {
    workspace.givenPhones(async () => ({ isReal: false, kind: 'voip' }))
    const lead = await workspace.givenLead({ phone: PHONE })
    assert.deepEqual(workspace.asked, [])
    await startWorker(cleanup)

    await until(async () => (await workspace.flags()).length > 0)

    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    page.assertTextIncludes('No such number')
    page.assertTextIncludes('internet telephone')
    assert.deepEqual(workspace.asked, [PHONE])
    assert.equal((await workspace.lead(lead.id))?.version, lead.version)
  })

  test('are looked up once, and anew when they change', async ({ client, assert, cleanup }) => {
    workspace.givenPhones(async (phone) => ({ isReal: phone !== PHONE, kind: 'mobile' }))
    const lead = await workspace.givenLead({ phone: PHONE })
    await startWorker(cleanup)
    await until(async () => (await workspace.flags()).length > 0)
    const change = { name: 'Ann Lee', source: 'other', phone: '+1 206 555 0143', version: 1 }

    const changed = await workspace.as(
      'principal',
      client.put(`/app/leads/${lead.id}`).form(change)
    )
    changed.assertStatus(302)
    await until(async () => workspace.asked.length === 2 && (await workspace.flags()).length === 0)

    assert.deepEqual(workspace.asked, [PHONE, '+12065550143'])
  })

  test('that somebody knows are no reason for a flag, nor those nobody knows of', async ({
    assert,
    cleanup,
  }) => {
    workspace.givenPhones(async (phone) =>
      phone === PHONE ? null : { isReal: true, kind: 'landline' }
    )
    lookups.addresses = { find: async ({ city }) => ({ isReal: city !== 'Nowhere' }) }
    await workspace.givenLead({ phone: PHONE, address: { line: '1 Pine St', city: 'Seattle' } })
    await workspace.givenLead({ phone: '+12065550143', address: { city: 'Nowhere' } })
    await startWorker(cleanup)

    await until(async () => (await workspace.looked()) === 4)

    assert.deepEqual(await workspace.flags(), ['address'])
  })

  test('do not hold a lead up when nobody answers, and the log says so without the number', async ({
    assert,
    cleanup,
  }) => {
    const lines: string[] = []
    const { warn } = logger
    logger.warn = (...said: unknown[]) => void lines.push(JSON.stringify(said))
    cleanup(() => void Object.assign(logger, { warn }))
    lookups.patience = 20
    workspace.givenPhones((phone) => {
      if (workspace.asked.length === 1) return new Promise(() => {})
      if (workspace.asked.length === 2) return Promise.reject(new Error(`GET /lookups/${phone}`))
      return Promise.resolve({ isReal: true, kind: 'mobile' })
    })
    await workspace.givenLead({ phone: PHONE })
    await startWorker(cleanup)

    await until(async () => (await workspace.looked()) === 1, 30_000)

    const failures = lines.filter((line) => line.includes('look-up'))
    assert.lengthOf(failures, 2)
    assert.include(failures[0], 'TimeoutError')
    assert.notInclude(lines.join(), '5550142')
    assert.deepEqual(await workspace.flags(), [])
  })

  test('are nobody’s business where nobody is asked', async ({ assert, cleanup }) => {
    await workspace.givenLead({ phone: PHONE })
    await startWorker(cleanup)
    await workspace.givenLead({ name: 'www.spam.example' })

    await until(async () => (await workspace.flags()).includes('spam'))

    assert.equal(await workspace.looked(), 0)
  })
})
