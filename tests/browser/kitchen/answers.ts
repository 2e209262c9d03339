import type { Request } from 'playwright'

export interface Answer {
  status?: number
  view?: string
  state?: Record<string, unknown>
  flash?: Record<string, unknown>
}

const STAGES = [
  { value: 'new', text: 'New', tone: 'info' },
  { value: 'client', text: 'Client', tone: 'success' },
]

const TOO_SHORT = 'This number has 8 digits; a Zimbabwean mobile has 9 after +263.'

/** What the kitchen serves: a list, a record, a form that always refuses, a board. */
export function answerTo(request: Request, sent?: URLSearchParams): Answer {
  const url = new URL(request.url())
  const asked = `${request.method()} ${url.pathname}`
  const dish = menu.find(([pattern]) => pattern.test(asked))
  return dish ? dish[1]({ url, sent, isFragment: wantsFragment(request) }) : { status: 404 }
}

interface Order {
  url: URL
  sent?: URLSearchParams
  isFragment: boolean
}

const menu: [RegExp, (order: Order) => Answer][] = [
  [/^GET \/app\/people$/, people],
  [/^POST \/app\/people\/bulk$/, people],
  [/^POST \/app\/people$/, refusal],
  [/^GET \/app\/people\/\d+$/, person],
  [
    /^PATCH \/app\/people\/\d+$/,
    () => ({ status: 403, view: 'partials/refusal', state: { reason: '403' } }),
  ],
  [/^GET \/app\/form$/, () => ({ view: 'kitchen::form' })],
  [
    /^GET \/app\/deals$/,
    () => ({ view: 'kitchen::deals_page', state: { stages: board('viewing') } }),
  ],
  [
    /^POST \/app\/deals\/villa\/moves$/,
    ({ sent }) => ({
      view: 'kitchen::deals',
      state: { stages: board(sent?.getAll('column').at(-1) ?? '') },
    }),
  ],
  [
    /^GET \/app\/search$/,
    ({ url }) => ({ view: 'kitchen::found', state: { words: url.searchParams.get('q') } }),
  ],
  [/^POST \/app\/preferences\/theme$/, () => ({ status: 204 })],
]

function wantsFragment(request: Request): boolean {
  const headers = request.headers()
  return headers['hx-request'] === 'true' && headers['hx-request-type'] !== 'full'
}

function people({ url, isFragment }: Order): Answer {
  const open = url.searchParams.get('open')
  const by = url.searchParams.get('sort') ?? 'name'
  const stage = url.searchParams.get('stage')
  const state = {
    ...pageOf(url.searchParams),
    sort: { by: by.replace('-', ''), down: by.startsWith('-') },
    columns: columns(url.searchParams.getAll('cols')),
    filters: [{ key: 'stage', label: 'Stage', value: stage, text: stage, options: STAGES }],
    stages: STAGES,
    panel: open ? `/app/people/${open}?as=panel` : undefined,
  }
  return { view: isFragment ? 'kitchen::people' : 'kitchen::people_page', state }
}

function pageOf(asked: URLSearchParams) {
  const total = Number(asked.get('total') ?? 60)
  const before = Number(asked.get('after') ?? 0)
  const length = Math.max(0, Math.min(25, total - before))
  const persons = Array.from({ length }, (_, at) => before + at + 1).map((id) => ({
    id,
    name: `Person ${id}`,
  }))
  return {
    total,
    people: persons,
    next: before + length < total ? { after: before + length } : null,
  }
}

function columns(chosen: string[]) {
  const shows = (key: string) => chosen.length === 0 || chosen.includes(key)
  return [
    { key: 'name', label: 'Name', sort: true, shown: true, fixed: true },
    { key: 'stage', label: 'Stage', shown: true, fixed: true },
    { key: 'budget', label: 'Budget', sort: true, end: true, shown: shows('budget') },
    { key: 'town', label: 'Town', shown: false },
  ]
}

function person({ url }: Order): Answer {
  const name = `Person ${url.pathname.split('/').at(-1)}`
  return {
    view: url.searchParams.has('as') ? 'kitchen::person' : 'kitchen::person_page',
    state: { name },
  }
}

/** htmx gets the messages for their places; a plain post gets the page back with them. */
function refusal({ isFragment }: Order): Answer {
  const messages = [
    { field: 'name', message: 'Say a name.' },
    { field: 'phones.0.number', message: TOO_SHORT },
    { field: 'tags.0', message: 'Too long.' },
    { field: 'elsewhere', message: 'Something without a field.' },
  ]
  if (isFragment)
    return { status: 422, view: 'partials/field_errors', state: { form: 'person', messages } }
  const bag = Object.fromEntries(messages.map(({ field, message }) => [field, [message]]))
  return {
    view: 'kitchen::form',
    flash: { _form: 'person', name: '', note: 'Kept', inputErrorsBag: bag },
  }
}

function board(column: string) {
  return ['viewing', 'offer', 'won'].map((key) => ({
    key,
    title: key,
    cards: key === column ? ['villa'] : [],
  }))
}
