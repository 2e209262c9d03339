interface Bag {
  get(key: string, otherwise?: unknown): unknown
}

/** What a template's functions find in `this`: the state of the component that calls them. */
interface ViewState {
  flashMessages?: Bag
}

export interface ControlProps {
  name: string
  id?: string
  value?: unknown
  label?: string
  hint?: string
  optional?: boolean
  [attribute: string]: unknown
}

/** Props of the kit; what is left over belongs on the element itself. */
const OWN = new Set(
  'name id value label hint optional icon prefix suffix options choices class'.split(' ')
)

/**
 * Where a control stands: its ids, what was typed before a refusal, and the message about it.
 * `form` is the id of the form around it; messages of another form on the page are not its own.
 */
export function formControl(this: ViewState, props: ControlProps, form = 'page') {
  const path = props.name.replace(/\[(\w*)\]/g, (_, key) => (key ? `.${key}` : ''))
  const slug = `${form}-${path.replaceAll('.', '-')}`
  const sent = wasSent(this, form)
  const error = sent ? messageFor(this, path) : undefined
  const errorId = `err-${slug}`
  const hintId = props.hint ? `hint-${slug}` : undefined
  return {
    id: props.id ?? `field-${slug}`,
    errorId,
    hintId,
    error,
    sent,
    value: sent ? typedOr(this, path, props.value) : props.value,
    aria: { 'aria-describedby': [hintId, errorId], 'aria-invalid': error ? 'true' : undefined },
    attributes: Object.fromEntries(Object.entries(props).filter(([key]) => !OWN.has(key))),
  }
}

/** A refused form comes back with its id in `_form`; one without it speaks to every form. */
function wasSent(state: ViewState, form: string): boolean {
  const sent = state.flashMessages?.get('_form')
  const refused = state.flashMessages?.get('inputErrorsBag') !== undefined
  return sent === undefined ? refused : sent === form
}

/** What was typed; an emptied field of a form that named itself stays empty. */
function typedOr(state: ViewState, path: string, otherwise: unknown): unknown {
  const typed = state.flashMessages?.get(path)
  return typed ?? (state.flashMessages?.get('_form') === undefined ? otherwise : '')
}

function messageFor(state: ViewState, path: string): string | undefined {
  const bag = (state.flashMessages?.get('inputErrorsBag') ?? {}) as Record<string, string[]>
  const found = Object.keys(bag).find((field) => field === path || field.startsWith(`${path}.`))
  return found === undefined ? undefined : bag[found]?.[0]
}
