import { createHash } from 'node:crypto'
import { type ParsedMail, simpleParser } from 'mailparser'
import { type Captured, type Origin, plain } from '../captured.ts'
import { emptyCapture } from '../named_fields.ts'
import { type AdfLead, adfIn, readAdf } from './adf.ts'
import { isMachineAnswer } from './machines.ts'
import { readPairs } from './pairs.ts'
import { portalAt, readSentences } from './portals.ts'

export interface MailLead {
  captured: Captured
  origin: Origin
}

export interface ReadMail {
  /** The same for the same mail, however often and on which way it comes. */
  externalId: string
  /** None: a machine answered, and nobody asks for anything. */
  leads: MailLead[]
}

const MOST_TEXT = 200_000

/** What a mail says of leads: in ADF, line by line, or in a person's own words. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: 1_000_000,
  })
  const externalId = idOf(mail, raw)
  if (isMachineAnswer(mail)) return { externalId, leads: [] }
  return { externalId, leads: leadsIn(mail) }
}

function leadsIn(mail: ParsedMail): MailLead[] {
  const text = plain(mail.text, MOST_TEXT)
  const adf = adfOf(mail, text)
  if (adf) return adf.map((lead) => leadOfAdf(mail, lead))
  const { captured, known } = readPairs(text)
  readSentences(captured, mail.subject ?? '', text)
  const isRead = known >= 2 && Boolean(captured.phone ?? captured.email)
  return [isRead ? fromFields(mail, captured) : inWords(mail, { captured, text })]
}

/** In the text, or the one kind of attachment that is looked at. */
function adfOf(mail: ParsedMail, text: string): AdfLead[] | null {
  const attached = mail.attachments
    .filter(
      ({ contentType, size }) =>
        /^(text|application)\/(x-)?(adf\+)?xml$/.test(contentType) && size < 262_144
    )
    .slice(0, 5)
    .map(({ content }) => content.toString())
  for (const place of [text, ...attached]) {
    const document = adfIn(place)
    const leads = document && readAdf(document)
    if (leads) return leads
  }
  return null
}

function leadOfAdf(mail: ParsedMail, { captured, detail }: AdfLead): MailLead {
  const origin = originOf(mail)
  const isUnsure = !(captured.phone ?? captured.email)
  return { captured, origin: { ...origin, detail: { ...origin.detail, adf: detail }, isUnsure } }
}

/** The portal's own address is nobody's; whom to answer is often the lead. */
function fromFields(mail: ParsedMail, captured: Captured): MailLead {
  captured.email ??= personIn(mail)?.address
  return { captured, origin: originOf(mail) }
}

/** What cannot be read stands in the message, whole, for somebody to look at. */
function inWords(mail: ParsedMail, { captured, text }: { captured: Captured; text: string }) {
  const person = personIn(mail)
  const kept: Captured = {
    ...emptyCapture(),
    name: captured.name ?? (person?.name || mail.subject),
    phone: captured.phone,
    email: captured.email ?? person?.address,
    intent: captured.intent,
    message: [mail.subject, text].filter(Boolean).join('\n\n'),
  }
  return { captured: kept, origin: { ...originOf(mail), isUnsure: true } }
}

function personIn({ replyTo, from }: ParsedMail) {
  const people = [...(replyTo?.value ?? []), ...(from?.value ?? [])]
  return people.find(({ address = '' }) => address && !isNobody(address))
}

function isNobody(address: string): boolean {
  return portalAt(address) !== null || /^(no-?reply|do-?not-?reply|notifications?)@/i.test(address)
}

function originOf(mail: ParsedMail): Origin {
  const sender = mail.from?.value[0]?.address ?? ''
  const portal = portalAt(sender)
  const told = { from: plain(sender, 254), subject: plain(mail.subject, 300) }
  const detail = portal ? { mail: told, portal } : { mail: told }
  return { source: portal ? 'property_portal' : 'email', detail }
}

function idOf({ messageId }: ParsedMail, raw: Buffer): string {
  return createHash('sha256')
    .update(messageId ?? raw)
    .digest('base64url')
}
