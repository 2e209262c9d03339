import { test } from '@japa/runner'
import { payloads } from '#tests/support/naughty'
import { Workspace } from '#tests/support/workspace'
import { headersAfter } from './doors.ts'
import { askRaw } from './raw.ts'
import { faultsIn, faultsOfTyping, textsFor } from './typing.ts'
import {
  type Ground,
  type KnownWrite,
  type TextField,
  furnished,
  knownWrites,
  prepare,
  send,
  visitorFor,
} from './writes.ts'

/**
 * Taken away by hand once: with `{{{ }}}` around a team's name or a member's city, and without the
 * escaping of attributes, both fail; without drop_controls_middleware, the first of them.
 */
test.group('A naughty string', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('comes out of every form as it was typed, and as text', async ({ assert }) => {
    const { known } = await knownWrites()
    const worded = known.filter(({ texts, elsewhere }) => texts && !elsewhere)
    const faults: string[] = []
    for (const write of worded) {
      await workspace.open()
      faults.push(...(await faultsOfTyping(write, await furnished(workspace.agency, 'word'))))
    }
    assert.deepEqual(faults, [])
    assert.isAbove(worded.length, 5)
  }).timeout(600_000)

  test('stays in a form that was refused, and is text there', async ({ assert }) => {
    const { known } = await knownWrites()
    const forms = known.filter(({ formAt, texts }) => formAt && texts)
    const faults: string[] = []
    for (const write of forms) {
      await workspace.open()
      const ground = await furnished(workspace.agency, 'word')
      await prepare(write, ground)
      faults.push(...(await faultsOfRefusal(write, ground)))
    }
    assert.deepEqual(faults, [])
    assert.isAbove(forms.length, 5)
  }).timeout(240_000)
})

/** A refused form brings back what was typed as it was: control characters are not tried here. */
const typable = payloads.filter((text) => !/(?![\t\n\r])\p{Cc}/u.test(text))
const tooLong = ({ most }: TextField) => ` ${'x'.repeat(Math.max(500, most))}`

/** Sends a form without script, one field too long, and looks at the form that comes back. */
async function faultsOfRefusal(write: KnownWrite, ground: Ground): Promise<string[]> {
  const visitor = await visitorFor(write, ground.agency)
  const place = write.formAt!(ground)
  const body = { ...(await write.body?.(ground)) }
  const faults: string[] = []
  const plain = Object.entries(write.texts!).filter(([, { before }]) => before === undefined)
  for (const [name, field] of plain) {
    for (const text of textsFor({ ...field, most: 300 }, typable)) {
      const typed = { [name]: text + tooLong(field) }
      const headers = { referer: `http://${visitor.host}${place}` }
      const answer = await send(write, ground, { body, typed, headers, visitor })
      const again = await askRaw({ path: place, headers: headersAfter(visitor, answer.headers) })
      faults.push(
        ...faultsIn(again.text, [text + tooLong(field)]).map((fault) => `${name}: ${fault}`)
      )
      if (answer.status !== 302) faults.push(`${answer.status}`)
    }
  }
  return faults.map((fault) => `${write.door.said}: ${fault}`)
}
