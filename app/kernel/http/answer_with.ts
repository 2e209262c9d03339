import type { HttpContext } from '@adonisjs/core/http'

export type Answer = (ctx: HttpContext) => Promise<unknown>

/** A controller made with what it is about: a kind of record, a kind of list. */
export type ControllerOf<Subject, Method extends string> = new (
  subject: Subject
) => Record<Method, Answer>

/** A route's handler for controllers that many modules share, loaded with the first request, each made with its own subject. */
export function answerWith<Subject, Method extends string>(
  load: () => Promise<{ default: ControllerOf<Subject, Method> }>,
  method: Method,
  subject: () => Subject | Promise<Subject>
): Answer {
  return async (ctx) => {
    const { default: Loaded } = await load()
    return new Loaded(await subject())[method](ctx)
  }
}

/** The same where a module's desk, the default of a file of its own, says what the controller is about. */
export function answerAt<Desk, Method extends string>(
  load: () => Promise<{ default: ControllerOf<Desk, Method> }>,
  method: Method,
  desk: () => Promise<{ default: Desk }>
): Answer {
  return answerWith(load, method, async () => (await desk()).default)
}
