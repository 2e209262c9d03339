import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { Visitor } from '#tests/support/visitor'
import { WebProcess } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'

interface PostOffice {
  port: number
  next: Promise<ParsedMail>
  close(): Promise<void>
}

/** A real mail server that keeps the first letter it gets. */
async function openPostOffice(): Promise<PostOffice> {
  let deliver: (letter: ParsedMail) => void
  const next = new Promise<ParsedMail>((resolve) => (deliver = resolve))
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then(deliver)
        .then(() => done(), done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { port, next, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

test.group('A letter', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('goes out by SMTP with its link to the agency that it is about', async ({
    assert,
    cleanup,
  }) => {
    const office = await openPostOffice()
    const web = await WebProcess.start({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(office.port),
      MAIL_FROM: 'hello@freehold.example',
    })
    cleanup(async () => {
      await web.terminate()
      await office.close()
    })
    const visitor = new Visitor(workspace.agency.host, web.port)
    await visitor.get('/password/forgotten')
    await visitor.post('/password/forgotten', { email: workspace.agency.email('marketing') })

    const letter = await office.next
    assert.equal(letter.from?.value[0].address, 'hello@freehold.example')
    assert.include(JSON.stringify(letter.to), workspace.agency.email('marketing'))
    assert.match(
      letter.text ?? '',
      new RegExp(`http://${workspace.agency.host}[:\\d]*/password/reset/`)
    )
    assert.include(String(letter.html), '/password/reset/')
  }).timeout(30_000)
})
