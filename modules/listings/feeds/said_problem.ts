import type { HttpContext } from '@adonisjs/core/http'
import { type RowProblem, saidProblem } from '#app/imports'

/** A problem in words: where those for a row of a list do not fit the record of a feed, in others. */
export function saidFeedProblem(ctx: HttpContext, problem: RowProblem) {
  const said = saidProblem(ctx, problem)
  const key = problem.key.split('.').at(-1)
  return { ...said, text: ctx.i18n.t(`listings.feeds.problems.${key}`, problem.params, said.text) }
}
