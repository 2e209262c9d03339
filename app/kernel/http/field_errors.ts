import type { HttpContext } from '@adonisjs/core/http'

interface FieldMessage {
  field: string
  message: string
}

/**
 * 422 for htmx: each message travels out of band into its field's slot (`err-<form>-<field>`), so
 * that what was typed and chosen stays untouched in the form.
 */
export async function fieldErrors(ctx: HttpContext, messages: FieldMessage[]): Promise<void> {
  const source = ctx.request.header('hx-source') ?? ''
  const form = /^form#([\w-]+)$/.exec(source)?.[1] ?? ctx.request.header('hx-form') ?? ''
  const html = await ctx.view.render('partials/field_errors', {
    form,
    messages: firstOfEach(messages),
  })
  return ctx.response.status(422).send(html)
}

function firstOfEach(messages: FieldMessage[]): FieldMessage[] {
  const first = new Map<string, FieldMessage>()
  for (const message of messages) if (!first.has(message.field)) first.set(message.field, message)
  return [...first.values()]
}
