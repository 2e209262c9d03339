import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { readAdf } from '../../capture/mail/adf.ts'
import { readPairs } from '../../capture/mail/pairs.ts'
import { readMail } from '../../capture/mail/read_mail.ts'
import { newToken, tenantOf } from '../../capture/token.ts'

const read = async (name: string) =>
  readMail(await readFile(new URL(`../mails/${name}.eml`, import.meta.url)))
const only = async (name: string) => (await read(name)).leads[0]

test.group('A mail of a portal', () => {
  test('of the shape of Zillow is read, its pictures and scripts are not', async ({ assert }) => {
    const { captured, origin } = await only('zillow')
    assert.containsSubset(captured, {
      name: 'Jane Buyer',
      phone: '(206) 555-0142',
      email: 'jane.buyer@post.example',
    })
    assert.match(captured.message!, /^I would like to buy this home/)
    assert.notMatch(captured.message!, /alert|tracker/)
    assert.match(captured.answers.about, /123 pine st/i)
    assert.containsSubset(origin, { source: 'property_portal', detail: { portal: 'Zillow' } })
    assert.isNotOk(origin.isUnsure)
  })

  test('of the shape of Property24 is read, its message to the end', async ({ assert }) => {
    const { captured, origin } = await only('property24')
    assert.containsSubset(captured, {
      name: 'Tariro Moyo',
      phone: '077 234 5678',
      email: 'tariro@post.example',
      intent: 'rent',
      message: 'Hello,\n\nis it still to rent? I have two cats.\nBest\nTariro',
      answers: { 'Web Reference': 'ZW-115544' },
    })
    assert.equal(origin.detail.portal, 'Property24')
  })

  test('of the shape of MagicBricks is read', async ({ assert }) => {
    const { captured } = await only('magicbricks')
    assert.containsSubset(captured, {
      name: 'Aarav Kulkarni',
      phone: '+91-98220 12345',
      email: 'aarav@post.example',
      budget: '85,00,000',
      localities: ['Baner'],
      intent: 'buy',
      answers: { 'Property ID': '66778899' },
    })
  })

  test('in ADF is read, each prospect a lead, whatever else hangs on it', async ({ assert }) => {
    const { leads } = await read('adf')
    assert.lengthOf(leads, 2)
    assert.containsSubset(leads[0], {
      captured: {
        firstName: 'Rudo',
        lastName: 'Dube',
        phone: '+1 206 555 0143',
        email: 'rudo@post.example',
        intent: 'buy',
        message: 'Call me & show <me> the house',
        address: { line: '9 Oak Ave', city: 'Seattle', state: 'WA', postcode: '98109' },
        answers: { listingid: 'L-7' },
      },
      origin: { detail: { portal: 'Homes.com', adf: { id: 'H-42', provider: 'Homes.com' } } },
    })
  })
})

test.group('A mail that cannot be read', () => {
  test('is kept in its own words, to be looked at', async ({ assert }) => {
    const { captured, origin } = await only('person')
    assert.containsSubset(captured, { name: 'Nyasha Ncube', email: 'nyasha@post.example' })
    assert.match(captured.message!, /^The blue house\n\nHi, I walked past/)
    assert.isTrue(origin.isUnsure)
    assert.equal(origin.source, 'email')
  })

  test('keeps nobody waiting, however many blanks stand in its lines', ({ assert }) => {
    const line = `a${' '.repeat(4_900)}x`
    const started = performance.now()
    const { captured } = readPairs([...Array(20).fill(line), 'Name: Ann'].join('\n'))
    readPairs(`Name\na${' '.repeat(190_000)}x`)
    assert.isBelow(performance.now() - started, 2_000)
    assert.equal(captured.name, 'Ann')
  })

  test('opens no file and no address that a document names', async ({ assert }) => {
    const { captured, origin } = await only('entities')
    assert.isTrue(origin.isUnsure)
    assert.notInclude(JSON.stringify(captured), 'root:')
    assert.isNull(readAdf('<!DOCTYPE adf SYSTEM "http://evil.example/x"><adf></adf>'))
    assert.isNull(readAdf('<adf><prospect>&unheard;</prospect></adf>'))
    assert.isNull(readAdf(`<adf>${'<a>'.repeat(100)}`))
    assert.isNull(readAdf(`<adf>${'x'.repeat(300_000)}</adf>`))
  })

  test('may be nothing at all', async ({ assert }) => {
    for (const raw of [
      '',
      '\0\0\0',
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=a\n\n--a',
    ])
      assert.lengthOf((await readMail(Buffer.from(raw))).leads, 1)
  })
})

test.group('A mail that answers by itself', () => {
  test('is no lead: {name}')
    .with([{ name: 'out_of_office' }, { name: 'bounce' }])
    .run(async ({ assert }, { name }) => {
      assert.deepEqual((await read(name)).leads, [])
    })
})

test.group('Lines of a mail', () => {
  test('are read in every order and spelling', ({ assert }) => {
    const { captured, known } = readPairs(
      '* Full Name:  Ann Lee\nE-MAIL ADDRESS = ann@post.example\nPhone\t555 0100\nCity\nSeattle\nhttps://x.example/a: b\nSent: Monday'
    )
    assert.deepEqual(
      [captured.name, captured.email, captured.phone, captured.address.city, known],
      ['Ann Lee', 'ann@post.example', '555 0100', 'Seattle', 4]
    )
    assert.notProperty(captured.answers, 'Sent')
  })

  test('take no longer the longer they are', async ({ assert }) => {
    const start = performance.now()
    const endless = ['a ', ': ', ' ', 'a\n', '\n', '[cid:', '<adf', '</adf>', 'Lead from A ', '- ']
    for (const part of endless)
      await readMail(Buffer.from(`Subject: x\n\n${part.repeat(200_000 / part.length)}`))
    assert.isBelow(performance.now() - start, 5_000)
  })
})

test.group('The name of a door', () => {
  test('tells whose door it is, and nothing else', ({ assert }) => {
    const tenant = '0199c0de-0000-7000-8000-00000000abcd'
    const token = newToken(tenant)
    assert.match(token, /^[0-9a-v]{52}$/)
    assert.equal(tenantOf(token), tenant)
    assert.notEqual(newToken(tenant), token)
    for (const bent of ['', 'x', token.slice(1), `${token}0`, 'v'.repeat(52), token.toUpperCase()])
      assert.isNull(tenantOf(bent))
  })
})
