import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { test } from '@japa/runner'
import capture from '#config/capture'
import { PostOffice } from '#kernel/mail/post_office'
import { DoorsWorkspace } from '../doors_workspace.ts'

/** Speaks SMTP as a mail server would; answers the code of the last answer. */
async function send(port: number, recipients: string[], mail: string): Promise<number[]> {
  const socket = connect(port, '127.0.0.1')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async () => {
    for (;;) {
      const { value = '' } = (await lines.next()) as { value?: string }
      if (!/^\d{3}-/.test(value)) return Number(value.slice(0, 3))
    }
  }
  const say = (text: string) => {
    socket.write(`${text}\r\n`)
    return answer()
  }
  await answer()
  await say('EHLO mx.example')
  await say('MAIL FROM:<portal@post.example>')
  const codes = []
  for (const recipient of recipients) codes.push(await say(`RCPT TO:<${recipient}>`))
  if (codes.includes(250)) {
    await say('DATA')
    codes.push(await say(`${mail.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..')}\r\n.`))
  }
  socket.end('QUIT\r\n')
  await once(socket, 'close')
  return codes
}

test.group('Mail to a door for leads', (group) => {
  const workspace = new DoorsWorkspace()
  const office = new PostOffice()
  let port = 0
  group.setup(async () => {
    port = await office.open(0, '127.0.0.1')
    return () => office.close()
  })
  group.each.setup(() => workspace.open())

  const mailOf = (name: string) =>
    readFile(new URL(`../mails/${name}.eml`, import.meta.url), 'utf8')
  async function address(): Promise<string> {
    const { connection } = await workspace.givenDoor('email')
    return `leads+${connection.token}@${capture.mailDomain}`
  }

  test('becomes a lead, once however often it comes', async ({ assert }) => {
    const to = await address()
    const mail = await mailOf('zillow')
    assert.deepEqual(await send(port, [to], mail), [250, 250])
    await Promise.all([send(port, [to.toUpperCase()], mail), send(port, [to], mail)])

    assert.equal(await workspace.leadCount(), 1)
    const lead = await workspace.leadNamed('Jane Buyer')
    assert.containsSubset(lead!.$attributes, {
      phone: '+12065550142',
      email: 'jane.buyer@post.example',
      source: 'property_portal',
      intent: 'buy',
      tagNames: [],
    })
  })

  test('brings each prospect of an ADF document', async ({ assert }) => {
    await send(port, [await address()], await mailOf('adf'))
    assert.equal(await workspace.leadCount(), 2)
    const lead = await workspace.leadNamed('Rudo Dube')
    assert.deepEqual(lead!.address, {
      line: '9 Oak Ave',
      city: 'Seattle',
      state: 'WA',
      postcode: '98109',
    })
  })

  test('that cannot be read is kept, and tagged to be looked at', async ({ assert }) => {
    const to = await address()
    await send(port, [to], await mailOf('person'))
    const lead = await workspace.leadNamed('Nyasha Ncube')
    assert.deepEqual(lead!.tagNames, ['To review'])
    assert.match(lead!.message!, /blue house near the park/)
    await send(port, [to], await mailOf('entities'))
    assert.equal(await workspace.leadCount(), 2)
  })

  test('that a machine sent in answer is taken, and makes no lead', async ({ assert }) => {
    const to = await address()
    for (const name of ['out_of_office', 'bounce'])
      assert.deepEqual(await send(port, [to], await mailOf(name)), [250, 250])
    assert.equal(await workspace.leadCount(), 0)
    assert.deepEqual(
      [...new Set((await workspace.intakes()).map(({ state }) => state))],
      ['ignored']
    )
  })

  test('is refused at every other address', async ({ assert }) => {
    const to = await address()
    const mail = await mailOf('person')
    const google = await workspace.givenDoor('google')
    for (const wrong of [
      `leads@${capture.mailDomain}`,
      `leads+x@${capture.mailDomain}`,
      `leads+${google.connection.token}@${capture.mailDomain}`,
      to.replace('leads+', 'contacts+'),
      to.replace(capture.mailDomain, 'elsewhere.example'),
    ])
      assert.deepEqual(await send(port, [wrong], mail), [550], wrong)
    await workspace.agency.switchModule('leads', 'off')
    assert.deepEqual(await send(port, [to], mail), [550])
    assert.equal(await workspace.leadCount(), 0)
  })

  test('is refused where it is too long, and leaves no row', async ({ assert, cleanup }) => {
    const usual = capture.mailBytes
    capture.mailBytes = 10_000
    cleanup(() => void (capture.mailBytes = usual))
    const long = `${await mailOf('person')}${'long line\n'.repeat(2_000)}`
    assert.deepEqual(await send(port, [await address()], long), [250, 552])
    assert.lengthOf(await workspace.intakes(), 0)
  })

  test('reaches the agency of its door alone', async ({ assert }) => {
    const { connection } = await workspace.givenDoor('email', workspace.neighbour)
    const to = `leads+${connection.token}@${capture.mailDomain}`
    await send(port, [to], await mailOf('property24'))
    assert.deepEqual(
      [await workspace.leadCount(), await workspace.leadCount(workspace.neighbour)],
      [0, 1]
    )
  })
})
