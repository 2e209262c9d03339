import { test } from '@japa/runner'
import { Member } from '#app/members'
import { Task } from '#app/records'
import { runScheduled } from '#tests/support/run_scheduled'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { daysAfter, today } from '#kernel/markets/time'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { ContactsWorkspace } from '../workspace.ts'

interface Caught {
  recipient: string
  subject: string
  plain: string
}

test.group('The letter at nine', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
    await coreSql('delete from caught_letters')
  })

  const inDays = async (count: number) =>
    daysAfter(today((await workspace.agency.tenant()).timeZone), count)

  const letters = async () => {
    const { rows } = await coreSql<Caught>(
      'select recipient, subject, plain from caught_letters order by recipient'
    )
    return rows
  }

  const nine = () => runScheduled('members.tell_of_morning', workspace.agency)

  const emailOf = (role: string) =>
    workspace.agency.inUnit(async () => (await Member.findByOrFail('role', role)).email)

  /** All that was told has been heard. */
  const quiet = async () => {
    const { rows } = await coreSql<{ outcome: string | null }>(
      `select outcome from job_runs where job = 'members.send_morning_letters'`
    )
    return rows
  }

  const given = async () => {
    const contact = await workspace.givenContact({ name: 'Ann Lee' })
    await workspace.givenNextAction(contact, await inDays(-1))
    const ownerId = await workspace.agency.memberId('senior_agent')
    const dueOn = await inDays(0)
    const ahead = await inDays(3)
    await workspace.agency.inUnit(async () => {
      await Task.create({ title: 'Order the sign', ownerId, dueOn, status: 'open' })
      await Task.create({ title: 'Not yet', ownerId, dueOn: ahead, status: 'open' })
    }, 'principal')
  }

  test('tells those for whom something is due what it is, why, and where', async ({
    assert,
    cleanup,
  }) => {
    await given()
    await coreSql(`delete from job_runs where job = 'members.send_morning_letters'`)
    await startWorker(cleanup)

    await nine()
    await until(async () => (await quiet()).some(({ outcome }) => outcome === 'done'))

    const sent = await letters()
    const to = (role: string, found = sent) =>
      emailOf(role).then((email) => found.find(({ recipient }) => recipient === email))
    const mine = (await to('principal'))!
    const theirs = (await to('senior_agent'))!
    assert.include(mine.plain, 'Ann Lee')
    assert.include(mine.plain, 'Send the brochure')
    assert.match(mine.plain, /https:\/\/[^ ]+\/app\/contacts\/[0-9a-f-]{36}/)
    assert.include(theirs.plain, 'Order the sign')
    assert.notInclude(theirs.plain, 'Ann Lee')
    assert.notInclude(theirs.plain, 'Not yet')
    assert.isUndefined(await to('marketing'))
  }).timeout(60_000)

  test('comes once a day, however often the morning is told', async ({ assert, cleanup }) => {
    await given()
    await coreSql(`delete from job_runs where job = 'members.send_morning_letters'`)
    await startWorker(cleanup)
    await startWorker(cleanup)

    await Promise.all([nine(), nine()])
    await until(
      async () => (await quiet()).filter(({ outcome }) => outcome === 'done').length === 2
    )

    assert.lengthOf(await letters(), 2)
  }).timeout(60_000)

  test('does not come to those who do not want it', async ({ client, assert, cleanup }) => {
    await given()
    await coreSql(`delete from job_runs where job = 'members.send_morning_letters'`)
    const saved = await workspace.as('principal', client.put('/app/account/letters').form({}))
    const page = await workspace.as('principal', client.get('/app/account'))
    await startWorker(cleanup)

    await nine()
    await until(async () => (await quiet()).some(({ outcome }) => outcome === 'done'))

    saved.assertHeader('location', '/app/account')
    assert.notMatch(page.text(), /name="morning"[^>]* checked/)
    assert.deepEqual(
      (await letters()).map(({ recipient }) => recipient),
      [await emailOf('senior_agent')]
    )
  }).timeout(60_000)

  test('that could not be sent yesterday is not made up for', async ({ assert, cleanup }) => {
    await given()
    await coreSql(`delete from job_runs where job = 'members.send_morning_letters'`)
    await nine()
    await coreSql(
      `update outbox set payload = payload || '{"day": "2026-01-01"}'::jsonb where name = 'members.morning_came'`
    )
    await startWorker(cleanup)
    await until(async () => (await quiet()).some(({ outcome }) => outcome === 'done'))

    assert.lengthOf(await letters(), 0)
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql('select from members where letter_on is not null')
    )
    assert.lengthOf(rows, 0)
  }).timeout(60_000)
})
