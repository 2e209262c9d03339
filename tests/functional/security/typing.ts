import { edgeGlobals } from 'edge.js'
import { ownerPool } from '#kernel/fleet/owner'
import { naughtyStrings, packed, payloads } from '#tests/support/naughty'
import { type RawAnswer, askRaw } from './raw.ts'
import {
  type Ground,
  type KnownWrite,
  type TextField,
  prepare,
  send,
  visitorFor,
} from './writes.ts'

const EVERYTHING = [...naughtyStrings(), ...payloads]

type Typed = Record<string, string>

/** Types one naughty text after the other into a form, and looks at what comes of it. */
export async function faultsOfTyping(write: KnownWrite, ground: Ground): Promise<string[]> {
  const faults: string[] = []
  const listed: Typed[] = []
  for (const [time, typed] of rounds(write).entries()) {
    const answer = await type(write, ground, { typed, time })
    const { status, text } = answer
    if (status < 300) listed.push(typed)
    else faults.push(`${status} for ${JSON.stringify(typed)}: ${text.slice(0, 200)}`)
    if (!write.listed && status < 300)
      faults.push(...(await faultsSeen(write, ground, { answer, typed: [typed] })))
  }
  if (write.listed) faults.push(...(await faultsSeen(write, ground, { typed: listed })))
  return faults.map((fault) => `${write.door.said}: ${fault}`)
}

async function type(
  write: KnownWrite,
  ground: Ground,
  { typed, time }: { typed: Typed; time: number }
) {
  await prepare(write, ground)
  await ownerPool().query('delete from core.rate_limits')
  const body = { ...(await write.body?.(ground)) }
  if (typeof body.version === 'number' && !write.fresh) body.version += time
  return send(write, ground, { body, typed: withFrame(write, typed) })
}

/** A set of texts for each time that the form is sent: every text stands in every field once. */
function rounds({ texts = {}, every }: KnownWrite): Typed[] {
  const fields = Object.entries(texts).map(([name, field]) => ({
    name,
    texts: textsFor(field, every ? EVERYTHING : payloads),
  }))
  const times = Math.max(...fields.map((field) => field.texts.length))
  return Array.from({ length: times }, (_, time) =>
    Object.fromEntries(
      fields.map(({ name, texts: own }, index) => [name, own[(time + index) % own.length]])
    )
  )
}

/** The texts that go into a field, one after the other. Nothing that can be seen is no text. */
export function textsFor({ most, list }: TextField, strings: string[]): string[] {
  const fitting = strings.map((text) => (list ? text.replaceAll(',', '') : text))
  return [...new Set(packed(fitting, most).filter((text) => isVisible(tidied(text))))]
}

const isVisible = (text: string) => /[^\s\p{Cf}]/u.test(text)

function withFrame({ texts = {} }: KnownWrite, typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [name, (texts[name].before ?? '') + text])
  )
}

/** What is documented to happen to words: no control characters, spaces as one, none at the ends. */
function tidied(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed()
}

interface Seen {
  answer?: RawAnswer
  typed: Typed[]
}

/** Looks at the page that shows what was written, or at the answer itself. */
async function faultsSeen(write: KnownWrite, ground: Ground, { answer, typed }: Seen) {
  const place = (await write.seenAt?.(ground)) ?? ledTo(answer)
  const page = place === null ? answer! : await pageAt(place, write, ground)
  if (page.status !== 200) return [`${page.status} at ${place}`]
  return typed.flatMap((one) => faultsIn(page.text, Object.values(one)))
}

function ledTo(answer?: RawAnswer): string | null {
  const place = answer?.headers['hx-redirect']
  return place === undefined ? null : String(place)
}

async function pageAt(path: string, write: KnownWrite, { agency }: Ground): Promise<RawAnswer> {
  const { host, cookie } = await visitorFor({ ...write, anonymous: undefined }, agency)
  return askRaw({ path, headers: { host, cookie } })
}

/** Texts that are missing from a page, or stand in it as markup. */
export function faultsIn(page: string, texts: string[]): string[] {
  const said = page.replaceAll(/\s+/g, ' ')
  return texts.map(tidied).flatMap((text) => {
    const escaped = edgeGlobals.html.escape(text)
    const isRaw = /[<>"']/.test(text) && text.length > 7 && said.includes(text)
    return [
      ...(said.includes(escaped) ? [] : [`missing: ${text}`]),
      ...(isRaw ? [`unescaped: ${text}`] : []),
    ]
  })
}
